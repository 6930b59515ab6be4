import type { CollectionSlug, PayloadRequest } from 'payload'
import { findIds } from './findIds'

/** The ids among these of no document, drafts and the trash included; it stops looking once it has `most` of them. */
export async function findMissing(
  collection: CollectionSlug,
  ids: readonly string[],
  req: PayloadRequest,
  most = Number.POSITIVE_INFINITY,
): Promise<ReadonlySet<string>> {
  const missing = new Set<string>()
  for (let at = 0; at < ids.length && missing.size < most; at += atOnce) {
    const asked = ids.slice(at, at + atOnce)
    // by their ids, since the fields that these are sorted by otherwise may come one to a language
    const question = { collection, where: { id: { in: asked } }, sort: 'id', pagination: false, req }
    const there = new Set((await findIds(req.payload, question)).ids)
    for (const id of asked) if (!there.has(id)) missing.add(id)
  }
  return missing
}

/** SQLite takes so many values in a statement, and more than these. */
const atOnce = 500
