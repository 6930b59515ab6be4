import { untilNoConflict } from '../database/conflicts'
import type { Problem } from './problem'
import type { FetchHandler } from './serveFetch'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Answers a request anew where another one changed the same document at the same time, and nothing of this one was kept. Uploads are
 * answered once, since their file is in the folder by then. So is whoever shows a code of the second factor, which is good for one time.
 */
export const repeatConflicts =
  (handler: FetchHandler): FetchHandler =>
  async (request) => {
    if (safe.has(request.method) || isUpload(request)) return handler(request)
    let unread: Request | undefined = request
    const { result, conflicted } = await untilNoConflict(async () => {
      const now = unread ?? request
      unread = now.clone()
      return handler(now)
    })
    return conflicted ? busy() : result
  }

const isUpload = ({ headers }: Request): boolean => /^multipart\//i.test(headers.get('content-type') ?? '')

const busy = (): Response =>
  new Response(
    JSON.stringify({
      type: 'about:blank',
      title: 'Others are changing the same; nothing was kept, try again',
      status: 503,
      code: 'busy',
    } satisfies Problem),
    {
      status: 503,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'retry-after': '1' },
    },
  )
