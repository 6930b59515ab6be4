import type { BasePayload, Where } from 'payload'
import { createLocalReq } from 'payload'
import { publicStateOf } from '../../publishing/publicState'
import type { SyncedType } from './syncCursor'

/** What the manifest says of a document. */
export interface Served {
  type: SyncedType
  id: string
  locales: string[]
  slugs: Record<string, string>
  modified: string
  reviewed: string | null
  nextReview: string | null
  recall: 'corrected' | 'recalled' | null
}

interface Row {
  id: string
  slug?: Record<string, string | null> | null
  localeStatus?: Record<string, string | null> | null
  _status?: string
  deletedAt?: string | null
  updatedAt: string
  reviewedOn?: string | null
  nextReviewDue?: string | null
  recall?: { kind?: 'corrected' | 'recalled' | null } | null
}

/** The documents of one type that readers see, in the order of their ids, after one of them. */
export async function readServed(
  payload: BasePayload,
  type: SyncedType,
  after: string,
  limit: number,
): Promise<Served[]> {
  const { docs } = await payload.db.find<Row>({
    collection: type,
    where: servedAfter(after),
    select: {
      slug: true,
      localeStatus: true,
      _status: true,
      deletedAt: true,
      updatedAt: true,
      ...(type === 'articles' ? { reviewedOn: true, nextReviewDue: true, recall: true } : {}),
    },
    sort: 'id',
    limit,
    pagination: false,
    req: await createLocalReq({}, payload),
  })
  return docs.flatMap((row) => {
    const state = publicStateOf(type, row, payload)
    if (!state) return []
    const { locales, slugs, updatedAt: modified } = state
    const { reviewedOn: reviewed = null, nextReviewDue: nextReview = null } = row
    return [{ type, id: row.id, locales, slugs, modified, reviewed, nextReview, recall: state.recall ?? null }]
  })
}

/** How many there are of one type after a document of it. */
export async function countServed(payload: BasePayload, type: SyncedType, after: string): Promise<number> {
  const req = await createLocalReq({}, payload)
  return (await payload.db.count({ collection: type, where: servedAfter(after), req })).totalDocs
}

const servedAfter = (id: string): Where => ({
  and: [
    { _status: { equals: 'published' } },
    { deletedAt: { exists: false } },
    ...(id ? [{ id: { greater_than: id } }] : []),
  ],
})
