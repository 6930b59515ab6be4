import type { PayloadRequest } from 'payload'
import { ownLocale } from '../../access/ownLocale'
import { type ArticleValues, articleIn, contentDigest } from './clinicalContent'
import { type ReviewEvent, type ReviewState, reviewStateOf, standingApproval } from './reviewState'

/** A row of `reviews`. */
export interface StoredEvent extends ReviewEvent {
  id: string
  byName: string
  note?: string | null
  versionKey?: string | null
}

export interface ArticleReview {
  /** The newest version in this language, drafts included. */
  article: ArticleValues
  digest: string
  state: ReviewState
  /** Newest first. */
  events: StoredEvent[]
  approval: StoredEvent | undefined
}

/** Where an article stands in one language; undefined where there is no such article, or it is in the trash. */
export async function readReview(id: string, locale: string, req: PayloadRequest): Promise<ArticleReview | undefined> {
  const all = await readNewest(id, req)
  if (!all || all.deletedAt) return undefined
  const article = articleIn(all, locale)
  const digest = contentDigest(article)
  const events = await readEvents(id, locale, req)
  return { article, digest, events, state: reviewStateOf(events, digest), approval: standingApproval(events) }
}

/** The newest version of an article with all its languages, relationships as ids. */
export const readNewest = async (id: string, req: PayloadRequest): Promise<ArticleValues | null> =>
  (await req.payload.findByID({
    collection: 'articles',
    id,
    draft: true,
    locale: 'all',
    depth: 0,
    disableErrors: true,
    trash: true,
    showHiddenFields: true,
    overrideAccess: true,
    req: ownLocale(req),
  })) as unknown as ArticleValues | null

/** The newest first, and no more than anybody reads. */
export async function readEvents(article: string, locale: string, req: PayloadRequest): Promise<StoredEvent[]> {
  const { docs } = await req.payload.db.find<StoredEvent>({
    collection: 'reviews',
    where: { and: [{ article: { equals: article } }, { locale: { equals: locale } }] },
    select: { event: true, digest: true, at: true, by: true, byName: true, note: true, versionKey: true },
    sort: '-id',
    limit: 100,
    pagination: false,
    req,
  })
  return docs
}
