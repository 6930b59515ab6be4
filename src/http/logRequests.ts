import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { withRequestId } from '../requestId'
import { loggedPath } from './loggedPath'

/** What a proxy may call a request; anything else could be written into the log to deceive who reads it. */
const usableId = /^[\w.:=+/-]{1,128}$/

/**
 * One line a request: method, path without its query, status, milliseconds, and an id that the answer carries too. It is the one that a
 * proxy gave in `X-Request-Id`, and one of ours where it gave none.
 */
export const logRequests =
  (logger: Logger): RequestHandler =>
  (req, res, next) => {
    const started = performance.now()
    // The log, metrics, a trace and the roads below all wait for its end: more than Node takes for sound.
    res.setMaxListeners(20)
    const given = req.headers['x-request-id']
    const requestId = typeof given === 'string' && usableId.test(given) ? given : randomUUID()
    res.locals.requestId = requestId
    res.setHeader('X-Request-Id', requestId)
    const path = loggedPath(req)
    res.once('close', () => {
      const ms = Math.round((performance.now() - started) * 10) / 10
      const level = res.statusCode >= 500 ? 'error' : 'debug'
      logger[level](
        {
          requestId,
          method: req.method,
          path,
          status: res.statusCode,
          ms,
          ...(res.writableFinished ? {} : { aborted: true }),
        },
        'request',
      )
    })
    withRequestId(requestId, next)
  }
