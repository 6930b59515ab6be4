import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { v7 as uuid } from 'uuid'

interface ReviewDates {
  id: string
  _status?: string | null
  reviewedOn?: string | null
  nextReviewDue?: string | null
}

// A string: Payload takes a context that has none for empty, and makes a new one.
const noted = 'reviewDatesBefore'
type Context = { [noted]?: Map<string, ReviewDates> }

/** Remembers when the article that readers have was reviewed, and was to be reviewed again. */
export const noteReviewDates: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (data._status !== 'published' || !originalDoc?.id) return data
  const row = await req.payload.db.findOne<ReviewDates>({
    collection: 'articles',
    where: { id: { equals: originalDoc.id } },
    select: { _status: true, reviewedOn: true, nextReviewDue: true },
    req,
  })
  const context = req.context as Context
  context[noted] ??= new Map()
  if (row) context[noted].set(row.id, row)
  return data
}

/** Where an article was published with a newer review, keeps that it was reviewed, and whether it was in time. */
export const keepCompletedReview: CollectionAfterChangeHook = async ({ doc, req }) => {
  const all = (req.context as Context)[noted]
  const before = all?.get(doc.id)
  all?.delete(doc.id)
  if (doc._status !== 'published' || !doc.reviewedOn) return doc
  const reviewedOn = dayOf(doc.reviewedOn)
  const shown = before?._status === 'published' ? before : undefined
  if (shown?.reviewedOn && dayOf(shown.reviewedOn) >= reviewedOn) return doc
  const due = shown?.nextReviewDue
  await req.payload.create({
    collection: 'completed-reviews',
    data: {
      id: uuid(), // a restored version is written in all languages at once, for which Payload makes no defaults
      article: doc.id,
      reviewedOn: doc.reviewedOn,
      due: due ?? null,
      onTime: !due || reviewedOn <= dayOf(due), // nobody waited for a first one
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return doc
}

const dayOf = (date: string | Date): string => new Date(date).toISOString().slice(0, 10)
