import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { loggedPath } from './loggedPath'

/** One line a request: method, path without its query, status, milliseconds, and an id that the answer carries too. */
export const logRequests =
  (logger: Logger): RequestHandler =>
  (req, res, next) => {
    const started = performance.now()
    const requestId = randomUUID()
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
    next()
  }
