import type { RequestHandler } from 'express'
import { sendProblem } from './problem'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what a page on another site sends with this site's session cookie (cross-site request forgery). Browsers say in
 * `Sec-Fetch-Site` and `Origin` where a request comes from; it must be the host that was asked, or the public address.
 * Requests without a cookie, those of apps with an API key among them, have no session to misuse.
 */
export const sameOrigin =
  (serverUrl: string | undefined): RequestHandler =>
  (req, res, next) => {
    if (safe.has(req.method) || !req.headers.cookie) return next()
    const { origin, host } = req.headers
    const site = req.headers['sec-fetch-site']
    const known = origin === undefined || origin === serverUrl || hostOf(origin) === host
    if (known && site !== 'cross-site') return next()
    sendProblem(res, 403, 'cross-origin', 'This request came from another site')
  }

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
