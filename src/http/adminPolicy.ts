import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

interface AdminPolicy {
  /** Where a draft may be shown beside its editor. */
  websiteUrl: string | undefined
  /** Next's development mode evaluates what it reloads. */
  development: boolean
}

/**
 * The headers of the admin's pages. A script runs if it is one of our files, or if Next wrote it into the page: it marks those with the
 * nonce that it finds in the policy of the request. Styles may stand in the page: the components of Payload set them as attributes, and
 * what they are built on (react-select) writes `<style>` elements without a nonce. A style runs nothing.
 */
export function adminHeaders(policy: AdminPolicy): RequestHandler {
  const others = helmet({ contentSecurityPolicy: false, crossOriginEmbedderPolicy: false })
  return (req, res, next) => {
    const value = adminPolicy(policy, randomBytes(16).toString('base64'))
    req.headers['content-security-policy'] = value
    res.setHeader('Content-Security-Policy', value)
    others(req, res, next)
  }
}

export function adminPolicy({ websiteUrl, development }: AdminPolicy, nonce: string): string {
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, ...(development ? ["'unsafe-eval'"] : [])],
    'script-src-attr': ["'none'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...(development ? ['ws:'] : [])],
    'frame-src': ["'self'", ...(websiteUrl ? [new URL(websiteUrl).origin] : [])],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}
