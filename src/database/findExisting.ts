import type { CollectionSlug, PayloadRequest } from 'payload'

/** Which of these ids are of documents that exist, drafts and the trash included. */
export async function findExisting(
  collection: CollectionSlug,
  ids: readonly string[],
  req: PayloadRequest,
): Promise<ReadonlySet<string>> {
  const there = new Set<string>()
  for (let at = 0; at < ids.length; at += atOnce) {
    const { docs } = await req.payload.db.find<{ id: string }>({
      collection,
      where: { id: { in: ids.slice(at, at + atOnce) } },
      select: {},
      sort: 'id', // the fields that these are sorted by otherwise may come one to a language
      pagination: false,
      req,
    })
    for (const { id } of docs) there.add(id)
  }
  return there
}

/** SQLite takes so many values in a statement, and more than these. */
const atOnce = 500
