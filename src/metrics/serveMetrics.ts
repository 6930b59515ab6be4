import { createHash, timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { sendProblem } from '../http/problem'
import type { Metrics } from './createMetrics'

/**
 * `/metrics`, never kept by anybody.
 *
 * @param token whoever asks has to send it as `Authorization: Bearer …`; undefined where the port alone keeps others out
 */
export const serveMetrics =
  ({ read, contentType }: Metrics, token: string | undefined): RequestHandler =>
  async (req, res) => {
    res.setHeader('Cache-Control', 'no-store')
    if (token !== undefined && !isBearer(token, req.headers.authorization)) {
      res.setHeader('WWW-Authenticate', 'Bearer')
      sendProblem(res, 401, 'unauthorized', 'This needs a token')
      return
    }
    res.setHeader('Content-Type', contentType)
    res.end(await read())
  }

/** Takes the same time whatever was sent: digests are of one length. */
function isBearer(token: string, sent = ''): boolean {
  const given = /^bearer +(.+)$/i.exec(sent)?.[1] ?? ''
  return timingSafeEqual(digest(given), digest(token))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
