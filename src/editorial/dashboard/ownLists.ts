import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { canPublish } from '../../access/roles'
import { newest } from './countNewest'
import { type Month, toMonth } from './months'
import { unlinkedIds } from './unlinked'

/** Lists that a filter of Payload's cannot say. */
export const ownLists = ['waiting-for-me', 'symptoms-without-article', 'remedies-without-article', 'published'] as const
export type OwnList = (typeof ownLists)[number]

export const ownListAddress = (admin: string, list: OwnList, query = ''): string => `${admin}/desk/${list}${query}`

export interface ListedDocument {
  collection: CollectionSlug
  id: string
  title: string
  /** When what the list is about happened, ISO 8601; none where it is about no moment. */
  at?: string
}

export interface ListPage {
  title: string
  /** What the moment is, as the head of its column. */
  atLabel?: string
  docs: ListedDocument[]
  total: number
  page: number
  pages: number
}

const pageSize = 25

/** A page of one of our lists, for staff; undefined where there is no such list. */
export async function readOwnList(
  list: string,
  { page = 1, month }: { page?: number; month?: string },
  req: PayloadRequest,
): Promise<ListPage | undefined> {
  if (list === 'published') {
    const asked = toMonth(month)
    return asked ? readPublished(asked, page, req) : undefined
  }
  if (list === 'waiting-for-me') {
    const waiting = await findWaiting(req)
    return { title: 'Waiting for my review', atLabel: 'Submitted', ...paged(waiting, page) }
  }
  const collection = list === 'symptoms-without-article' ? 'symptoms' : 'remedies'
  if (list !== `${collection}-without-article`) return undefined
  const ids = await unlinkedIds(collection, req)
  const shown = paged(ids, page)
  const names = await namesOf(collection, 'name', shown.docs, req)
  const title = collection === 'symptoms' ? 'Symptoms without an article' : 'Remedies without an article'
  return { title, ...shown, docs: shown.docs.map((id) => ({ collection, id, title: names.get(id) ?? id })) }
}

const mostWaiting = 1000

/** Articles that were submitted for review and that this person may review: named as their reviewer, or where nobody is named. */
export async function findWaiting(req: PayloadRequest): Promise<ListedDocument[]> {
  if (!canPublish(req.user)) return []
  const me = String(req.user?.id)
  const { docs: steps } = await req.payload.db.find<{ id: string; article: string; at: string }>({
    collection: 'reviews',
    where: {
      and: [{ latest: { equals: true } }, { event: { equals: 'submitted' } }, { by: { not_equals: me } }],
    },
    sort: 'id',
    limit: mostWaiting,
    pagination: false,
    req,
  })
  const submitted = new Map<string, string>()
  for (const { article, at } of steps) if (!submitted.has(article)) submitted.set(article, at)
  const { docs } = await req.payload.db.findVersions<{ id: string; title?: Record<string, string> | string }>({
    collection: 'articles',
    where: newest({
      and: [
        { id: { in: [...submitted.keys()] } },
        { or: [{ reviewer: { equals: me } }, { reviewer: { exists: false } }] },
      ],
    }),
    select: { parent: true, version: { title: true } },
    pagination: false,
    req,
  })
  return docs
    .map(({ parent, version }) => ({
      collection: 'articles' as const,
      id: String(parent),
      title: wordsOf(version.title) || String(parent),
      at: submitted.get(String(parent)) ?? '',
    }))
    .toSorted((a, b) => a.at.localeCompare(b.at))
}

/** When articles were published, or published again, in a month: one of a document for each time. */
export const publishedIn = ({ from, until }: Month): Where => ({
  and: [
    { 'version._status': { equals: 'published' } },
    { createdAt: { greater_than_equal: from } },
    { createdAt: { less_than: until } },
  ],
})

async function readPublished(month: Month, page: number, req: PayloadRequest): Promise<ListPage> {
  const found = await req.payload.db.findVersions<{ id: string; title?: Record<string, string> | string }>({
    collection: 'articles',
    where: publishedIn(month),
    select: { parent: true, createdAt: true, version: { title: true } },
    sort: '-createdAt',
    limit: pageSize,
    page,
    req,
  })
  const name = new Date(month.from).toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    title: `Published in ${name}`,
    atLabel: 'Published',
    docs: found.docs.map(({ parent, createdAt, version }) => ({
      collection: 'articles',
      id: String(parent),
      title: wordsOf(version.title) || String(parent),
      at: String(createdAt),
    })),
    total: found.totalDocs,
    page: found.page ?? 1,
    pages: Math.max(1, found.totalPages),
  }
}

function paged<Row>(rows: readonly Row[], page: number) {
  const pages = Math.max(1, Math.ceil(rows.length / pageSize))
  const at = Math.min(Math.max(1, page), pages)
  return { docs: rows.slice((at - 1) * pageSize, at * pageSize), total: rows.length, page: at, pages }
}

async function namesOf(
  collection: CollectionSlug,
  field: string,
  ids: readonly string[],
  req: PayloadRequest,
): Promise<Map<string, string>> {
  const { docs } = await req.payload.db.find<{ id: string; [field: string]: unknown }>({
    collection,
    where: { id: { in: [...ids] } },
    select: { id: true, [field]: true },
    sort: 'id',
    pagination: false,
    req,
  })
  return new Map(docs.map((doc) => [doc.id, wordsOf(doc[field])]))
}

/** English where it has it, else what there is: an editor knows a document by either. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value
  const words = (value ?? {}) as Record<string, string | null>
  return words.en || Object.values(words).find(Boolean) || ''
}
