import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { askerHeader, askerOf } from './askerOf'
import { limitedBody } from './limitBody'
import { sendProblem } from './problem'

export type FetchHandler = (request: Request) => Promise<Response> | Response

/**
 * Express in front, a Fetch handler behind: Payload's REST and GraphQL both speak Request and Response. A URL resolves dots and turns
 * backslashes, Express does not: what was limited by its address there must not become another address here.
 */
export const serveFetch =
  (handler: FetchHandler) =>
  async (req: ExpressRequest, res: ExpressResponse): Promise<void> => {
    const url = new URL(req.originalUrl, `${req.protocol}://${req.headers.host ?? 'localhost'}`)
    if (url.pathname !== req.baseUrl + req.path)
      return sendProblem(res, 400, 'bad-request', 'The address is not in its plain form')
    await sendResponse(await handler(toRequest(url, req, res)), req, res)
  }

function toRequest(url: URL, req: ExpressRequest, res: ExpressResponse): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (name.startsWith(':') || value === undefined) continue
    if (Array.isArray(value)) for (const each of value) headers.append(name, each)
    else headers.set(name, value)
  }
  headers.set(askerHeader, askerOf(req))
  const gone = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  const bodiless = req.method === 'GET' || req.method === 'HEAD'
  return new Request(url, {
    method: req.method,
    headers,
    signal: gone.signal,
    ...(bodiless ? {} : { body: Readable.toWeb(limitedBody(req)) as unknown as ReadableStream, duplex: 'half' }),
  } as RequestInit)
}

async function sendResponse(response: Response, req: ExpressRequest, res: ExpressResponse): Promise<void> {
  res.status(response.status)
  for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('set-cookie', cookies)
  if (!response.body || req.method === 'HEAD') {
    await response.body?.cancel()
    res.end()
    return
  }
  try {
    await pipeline(Readable.fromWeb(response.body as unknown as NodeReadableStream), res)
  } catch (error) {
    // The reader went away in the middle: there is nobody left to answer.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}
