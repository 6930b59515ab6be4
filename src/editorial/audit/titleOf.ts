import type { CollectionSlug, PayloadRequest } from 'payload'

type Names = Record<string, string | null> | null

/** What a document with a title or a name is called now: in this language, or in another where it has none. */
export async function titleOf(
  collection: string,
  id: string,
  locale: string | null | undefined,
  req: PayloadRequest,
): Promise<string | undefined> {
  const found = await req.payload.db.findOne<{ id: string; title?: Names; name?: Names }>({
    collection: collection as CollectionSlug,
    where: { id: { equals: id } },
    req,
  })
  const names = found?.title ?? found?.name ?? {}
  return names[locale ?? 'en'] ?? Object.values(names).find(Boolean) ?? undefined
}
