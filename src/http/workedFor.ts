import type { Request } from 'express'
import { askerOf } from './askerOf'
import { isMediaFile } from './mediaFile'

/** What the response cache may leave to us, and is more work than reading one document. */
export const workedFor = [
  '/api',
  '/v1/search',
  '/v1/lookup',
  '/v1/infobutton',
  '/v1/manifest',
  '/v1/sync',
  '/v1/bundle',
  '/v1/preview',
  '/preview',
]

/** Who asks for work; a page shows many pictures, and they are none. */
export const askerOfWork = (req: Request): string | undefined => (isMediaFile(req) ? undefined : askerOf(req))

/** The key or session that a request shows: one that was stolen is used from many addresses. Words before it are left out. */
export function credentialOf(req: Request): string | undefined {
  if (isMediaFile(req)) return undefined
  const { authorization, cookie = '' } = req.headers
  return authorization?.split(' ').at(-1) ?? /(?:^|;\s*)payload-token=([^;]+)/.exec(cookie)?.[1]
}
