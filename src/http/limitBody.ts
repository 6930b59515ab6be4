import { type Readable, Transform } from 'node:stream'
import type { Request, RequestHandler } from 'express'
import { sendProblem } from './problem'

/**
 * The longest body that is read, in bytes: the largest upload and its fields. Payload reads a JSON body whole, whoever sends
 * it, before it looks at who that is.
 */
export const longestBody = 22 * 1024 * 1024

/** The longest body that stands for an address: what the admin asks for a field with a thousand choices fits into it. */
const longestQuestion = 64 * 1024

/** By these headers Payload takes a POST for a GET, and its body for the query. */
const overriding = ['x-payload-http-method-override', 'x-http-method-override'] as const

const longestOf = ({ headers }: Request): number =>
  overriding.some((name) => headers[name] === 'GET') ? longestQuestion : longestBody

/** Refuses a body by its announced length, before any of it is read. */
export const limitBody: RequestHandler = (req, res, next) => {
  if (Number(req.headers['content-length'] ?? 0) <= longestOf(req)) return next()
  sendProblem(res, 413, 'too-large', 'The request is too large')
}

/** The body of a request; one that announced no length fails with a `status` of 413 where it grows too long. */
export function limitedBody(req: Request): Readable {
  const longest = longestOf(req)
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > longest) done(Object.assign(new Error('The request is too large'), { status: 413 }))
      else done(null, chunk)
    },
  })
  req.once('error', (error) => counted.destroy(error))
  // What is left unread is thrown away: a client that is still sending would not see its answer.
  counted.once('close', () => req.resume())
  return req.pipe(counted)
}
