import type { RequestHandler } from 'express'

const methods = 'GET, HEAD, POST, PUT, PATCH, DELETE'
const headers = 'Authorization, Content-Type, Accept-Language, If-None-Match, X-Payload-HTTP-Method-Override'

/**
 * Lets the pages of these origins read what `/api` answers them (CORS). Without cookies: such a page asks with a token or a key of its own,
 * and cannot use the session of whoever looks at it.
 *
 * @param origins none: no page of another origin reads anything
 */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  const allowed = new Set(origins)
  return (req, res, next) => {
    const { origin } = req.headers
    if (allowed.size > 0) res.vary('Origin')
    if (origin === undefined || !allowed.has(origin)) return next()
    res.setHeader('Access-Control-Allow-Origin', origin)
    res.setHeader('Access-Control-Expose-Headers', 'Retry-After, X-Request-Id')
    if (req.method !== 'OPTIONS' || req.headers['access-control-request-method'] === undefined) return next()
    res.setHeader('Access-Control-Allow-Methods', methods)
    res.setHeader('Access-Control-Allow-Headers', headers)
    res.setHeader('Access-Control-Max-Age', '600')
    res.status(204).end()
  }
}
