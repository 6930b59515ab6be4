import type { PayloadRequest } from 'payload'
import { ownLocale } from '../../access/ownLocale'
import type { Rules } from './checkArticle'

/** What the organisation asks, as it is now: a change of its settings holds for the next publication. */
export async function readRules(req: PayloadRequest): Promise<Rules> {
  const { preflight, reading } = await req.payload.findGlobal({
    slug: 'organisation',
    depth: 0,
    overrideAccess: true,
    req: ownLocale(req),
  })
  return { blocking: new Set(preflight?.blocking ?? []), target: reading, now: new Date() }
}
