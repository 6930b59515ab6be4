import type { BasePayload } from 'payload'
import { checkDatabase } from '../database/health'
import { unavailableBody } from './problem'

type FetchHandler = (request: Request) => Promise<Response> | Response

/**
 * While the database is away Payload knows nobody: it would tell somebody who is logged in that he may not do this. What failed for that
 * reason is answered with 503, and a client that tries again later is right.
 */
export const answerUnavailable =
  (payload: BasePayload, handler: FetchHandler): FetchHandler =>
  async (request) => {
    const response = await handler(request)
    const unknown = (response.status === 401 || response.status === 403) && bearsCredentials(request)
    if (!unknown && response.status < 500) return response
    if ((await checkDatabase(payload, longestCheckMs)).ok) return response
    await response.body?.cancel()
    return new Response(unavailableBody, {
      status: 503,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'no-store',
        'retry-after': '5',
      },
    })
  }

const longestCheckMs = 1_000

const bearsCredentials = ({ headers }: Request): boolean => headers.has('authorization') || headers.has('cookie')
