import type { ErrorRequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { loggedPath } from './loggedPath'

/** The one error body (RFC 9457 problem details). A `code` once published keeps its meaning. */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  code: ProblemCode
  detail?: string
  /** Which one, where a parameter is the fault. */
  parameter?: string
  /** By which the log can be asked. */
  requestId?: string
}

export type ProblemCode =
  | 'not-found' // no such address
  | 'cross-origin' // a browser on another site sent this with a session's cookie
  | 'bad-method' // this address does not take that method; `Allow` names those that it takes
  | 'too-large' // the body or the address is longer than it may be
  | 'bad-request' // the request could not be read
  | 'bad-parameter' // a parameter that is not offered, or a value that it does not take; `parameter` names it
  | 'bad-token' // a preview token that was not made here
  | 'expired-token' // a preview token that was good once
  | 'too-many' // more requests than one may send in a minute; `Retry-After` says when again
  | 'unauthorized' // this address wants a token that was not sent
  | 'unavailable' // the database cannot be reached, this process is going down, or the search index is not made yet; `Retry-After` says when again
  | 'busy' // others changed the same at the same time, again and again; nothing was kept, and `Retry-After` says when again
  | 'internal' // ours; the log has the cause

export function sendProblem(
  res: Response,
  status: number,
  code: ProblemCode,
  title: string,
  detail?: string,
  parameter?: string,
): void {
  // A 404 may be kept, and given to others who asked by other requests.
  const requestId = status === 404 ? undefined : res.locals.requestId
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    code,
    ...(detail ? { detail } : {}),
    ...(parameter ? { parameter } : {}),
    ...(requestId ? { requestId } : {}),
  }
  res.status(status).type('application/problem+json').send(JSON.stringify(problem))
}

export const unavailableTitle = 'The database cannot be reached; try again soon'

/** For where there is no Express: the database cannot be reached. */
export const unavailableBody = JSON.stringify({
  type: 'about:blank',
  title: unavailableTitle,
  status: 503,
  code: 'unavailable',
} satisfies Problem)

/**
 * What nobody expected: told to the log in full, to the reader in a word.
 *
 * @param away whether the database is, which would be why, and over soon. @default never
 */
export const answerUnexpected =
  (logger: Logger, away: () => Promise<boolean> = async () => false): ErrorRequestHandler =>
  async (error, req, res, next) => {
    const { status: given, isPublic, message } = error as { status?: unknown; isPublic?: boolean; message: string }
    const status = Number(given)
    if (res.headersSent) {
      next(error)
      return
    }
    if (status === 413) sendProblem(res, 413, 'too-large', 'The request is too large')
    else if (status >= 400 && status < 500) sendProblem(res, status, 'bad-request', 'The request could not be read')
    else if (status === 503 && isPublic) sendProblem(res.setHeader('Retry-After', '5'), 503, 'unavailable', message)
    else {
      logger.error({ err: error, requestId: res.locals.requestId, path: loggedPath(req) }, 'A request failed')
      if (await away()) sendProblem(res.setHeader('Retry-After', '5'), 503, 'unavailable', unavailableTitle)
      else sendProblem(res, 500, 'internal', 'Something went wrong')
    }
  }
