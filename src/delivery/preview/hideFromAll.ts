import type { ServerResponse } from 'node:http'

/** What shows a draft is kept by nobody on its way, found by no search engine, and named to no other site. */
export function hideFromAll(res: ServerResponse): void {
  res.setHeader('Cache-Control', 'private, no-store')
  res.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive')
  res.setHeader('Referrer-Policy', 'no-referrer')
}
