import { type Readable, Transform } from 'node:stream'
import type { Request, RequestHandler } from 'express'
import { sendProblem } from './problem'

/**
 * The longest body that is read, in bytes: the largest upload and its fields. Payload reads a JSON body whole, whoever sends
 * it, before it looks at who that is.
 */
export const longestBody = 22 * 1024 * 1024

/** Refuses a body by its announced length, before any of it is read. */
export const limitBody: RequestHandler = (req, res, next) => {
  if (Number(req.headers['content-length'] ?? 0) <= longestBody) return next()
  sendProblem(res, 413, 'too-large', 'The request is too large')
}

/** The body of a request; one that announced no length fails with a `status` of 413 where it grows too long. */
export function limitedBody(req: Request): Readable {
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > longestBody) done(Object.assign(new Error('The request is too large'), { status: 413 }))
      else done(null, chunk)
    },
  })
  req.once('error', (error) => counted.destroy(error))
  // What is left unread is thrown away: a client that is still sending would not see its answer.
  counted.once('close', () => req.resume())
  return req.pipe(counted)
}
