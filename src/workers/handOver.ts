import { createServer, type IncomingMessage, type RequestListener, request, type Server } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { RequestHandler } from 'express'
import { sendProblem } from '../http/problem'
import { withRequestId } from '../requestId'

/** What is said of one connection alone: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const ofTheConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade'])

/**
 * Answers requests for the admin in a worker that has none: what the worker that has it answers, by a socket that only this user may open.
 * Headers that were set before stay.
 */
export const handOver =
  (socketPath: string): RequestHandler =>
  (req, res) => {
    const { connection: _, ...said } = req.headers
    const headers = { ...said, 'x-request-id': res.locals.requestId }
    const onward = request({ socketPath, agent: false, method: req.method, path: req.originalUrl, headers })
    onward.once('response', (answer: IncomingMessage) => {
      res.status(answer.statusCode ?? 502)
      for (const [name, value] of Object.entries(answer.headers))
        if (value !== undefined && !ofTheConnection.has(name)) res.setHeader(name, value)
      // Whoever went away, at either end: there is nobody left to answer.
      pipeline(answer, res).catch(() => res.destroy())
    })
    onward.once('error', () => {
      if (res.headersSent || res.destroyed) return void res.destroy()
      res.setHeader('Retry-After', '5')
      sendProblem(res, 503, 'unavailable', 'The admin is being started; try again in a moment')
    })
    res.once('close', () => onward.destroy())
    req.pipe(onward)
  }

/** The other end, in the worker that has the admin. It has no road but this one, so what stands before the admin has been passed there. */
export function createHandedOver(admin: RequestListener): Server {
  return createServer((req, res) =>
    withRequestId(String(req.headers['x-request-id'] ?? ''), () => void admin(req, res)),
  )
}
