import type { BasePayload } from 'payload'
import { isAway } from '../database/health'
import { noticeFailedLookup } from './failedLookup'
import { unavailableBody } from './problem'
import type { FetchHandler } from './serveFetch'

/**
 * What failed because the database is away is answered with 503, and a client that tries again later is right. So is whatever was asked by
 * somebody who could not be looked up, even if the database is back by now: Payload has answered him as a stranger.
 */
export const answerUnavailable =
  (payload: BasePayload, handler: FetchHandler): FetchHandler =>
  async (request) => {
    const { result: response, failed } = await noticeFailedLookup(() => handler(request))
    if (!failed && (response.status < 500 || !(await isAway(payload)))) return response
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
