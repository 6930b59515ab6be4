import type { RequestHandler } from 'express'
import { sendProblem } from './problem'

const minute = 60_000
/** So many askers are remembered; beyond, the minute of all begins anew. */
const mostAskers = 10_000

/**
 * Answers each asker (by network address; behind a proxy that hides it, all together) so many times a minute and no more.
 *
 * @param most requests a minute
 */
export function limitRate(most: number): RequestHandler {
  const counts = new Map<string, number>()
  let began = performance.now() // which nobody sets back
  return (req, res, next) => {
    const now = performance.now()
    if (now - began >= minute || counts.size > mostAskers) {
      counts.clear()
      began = now
    }
    const asker = req.socket.remoteAddress ?? ''
    const count = (counts.get(asker) ?? 0) + 1
    counts.set(asker, count)
    if (count <= most) return next()
    res.setHeader('Retry-After', String(Math.ceil((began + minute - now) / 1000)))
    sendProblem(res, 429, 'too-many', 'There are too many requests; try again in a minute')
  }
}
