import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { logged } from '../publishing/logChanges'

type Row = { images?: string[]; _status?: string; deletedAt?: string | null }

/** Pictures are public exactly while something published shows them: after each change, those that it could touch are looked at again. */
export const showMedia: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const row = await req.payload.db.findOne<Row & { id: string }>({
    collection: 'articles',
    where: { id: { equals: doc.id } },
    select: { images: true },
    req,
  })
  await setShown([...(row?.images ?? []), ...idsOf(doc.images), ...idsOf(previousDoc?.images)], req)
  return doc
}

export const hideMedia: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await setShown(idsOf(doc.images), req)
}

const idsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.map((each) => (typeof each === 'object' && each !== null ? (each as { id: string }).id : String(each)))
    : []

async function setShown(ids: string[], req: PayloadRequest): Promise<void> {
  for (const id of new Set(ids)) {
    const { totalDocs } = await req.payload.db.count({
      collection: 'articles',
      where: {
        and: [{ images: { in: [id] } }, { _status: { equals: 'published' } }, { deletedAt: { exists: false } }],
      },
      req,
    })
    const published = totalDocs > 0
    const media = await req.payload.db.findOne<{ id: string; published?: boolean }>({
      collection: 'media',
      where: { id: { equals: id } },
      select: { published: true },
      req,
    })
    if (media && Boolean(media.published) !== published) {
      await logged('media', [id], req, () =>
        req.payload.db.updateOne({ collection: 'media', id, data: { published }, req }),
      )
    }
  }
}
