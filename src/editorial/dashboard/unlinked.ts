import type { PayloadRequest, Where } from 'payload'
import { isPublished } from '../../access/rules'

/**
 * The published entries of the vocabulary that no published article links, by name. Which ones are linked is read in one question,
 * and which ones there are in another: neither database can take one from the other through Payload.
 */
export async function unlinkedIds(collection: 'symptoms' | 'remedies', req: PayloadRequest): Promise<string[]> {
  const { db } = req.payload
  const published: Where = isPublished
  const [linked, entries] = await Promise.all([
    db.findDistinct({ collection: 'articles', field: collection, where: published, req }),
    db.find<{ id: string }>({
      collection,
      where: published,
      select: { id: true, name: true },
      sort: 'name',
      locale: 'en',
      pagination: false,
      req,
    }),
  ])
  const used = new Set(linked.values.map((value) => value[collection]))
  return entries.docs.filter(({ id }) => !used.has(id)).map(({ id }) => id)
}
