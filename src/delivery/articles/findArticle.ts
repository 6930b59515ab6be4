import { type BasePayload, createLocalReq, type PayloadRequest } from 'payload'
import { readMentions, type StoredMention } from '../../editorial/linkArticle'
import type { Article } from '../../payload-types'
import { defaultLocale, type Locale, locales } from '../addresses'
import { publicIds } from '../publicIds'

/** What a reader's answer is made from; nothing else is read. */
const select = {
  slug: true,
  title: true,
  summary: true,
  hero: true,
  body: true,
  keyPoints: true,
  seekCare: true,
  symptoms: true,
  remedies: true,
  clinics: true,
  references: true,
  byline: true,
  reviewedOn: true,
  nextReviewDue: true,
  readability: true,
  license: true,
  attribution: true,
  recall: true,
  firstPublished: true,
  createdAt: true,
  updatedAt: true,
  fellBack: true,
} as const

const term = { slug: true, name: true } as const
const populate = {
  symptoms: term,
  remedies: term,
  clinics: term,
  articles: { slug: true, title: true },
  media: {
    alt: true,
    caption: true,
    credit: true,
    url: true,
    filename: true, // the address is made from it
    mimeType: true,
    width: true,
    height: true,
    sizes: true,
    fellBack: true,
  },
} as const

export { populate as articlePopulate, select as articleSelect }

/** How an article is read for what is made of it. */
export const shownArticle = { select, populate, depth: 1, payloadAPI: 'local' } as const

export type ShownArticle = Pick<Article, keyof typeof select | 'id'>

/** A request of nobody: what it reads goes through every rule for strangers. */
export const anonymous = (payload: BasePayload, locale: Locale): Promise<PayloadRequest> =>
  createLocalReq({ locale, fallbackLocale: defaultLocale }, payload)

/**
 * Which published article is at an address. In another language than English an English slug is an address too: it is the one that an
 * article without that language has, and an app that changes its language may keep it.
 */
export async function articleAt(payload: BasePayload, slug: string, locale: Locale): Promise<string | undefined> {
  for (const each of new Set([locale, defaultLocale])) {
    const req = await anonymous(payload, each)
    const where = { slug: { equals: slug } }
    const { ids } = await publicIds(req, 'articles', { where, sort: 'id', limit: 1, pagination: false })
    if (ids[0]) return ids[0]
  }
  return undefined
}

/** The published article with this id. */
export async function findArticleById(
  payload: BasePayload,
  id: string,
  locale: Locale,
): Promise<ShownArticle | undefined> {
  const { docs } = await payload.find({
    collection: 'articles',
    where: { id: { equals: id } },
    select,
    populate,
    limit: 1,
    pagination: false,
    depth: 1,
    locale,
    fallbackLocale: defaultLocale,
    overrideAccess: false,
    req: await anonymous(payload, locale),
  })
  return docs[0] as ShownArticle | undefined
}

/** What only the server reads of an article that was shown: where its mentions stand, and in which languages it is there. */
export interface ArticleInternals {
  mentions: StoredMention[]
  slugs: { locale: Locale; slug: string }[]
}

/** From the published row, never from a draft; `words` is the language that the body came in. */
export async function readInternals(payload: BasePayload, id: string, words: Locale): Promise<ArticleInternals> {
  const { docs } = await payload.find({
    collection: 'articles',
    where: { id: { equals: id } },
    select: { mentions: true, slug: true, localeStatus: true, _status: true },
    draft: false,
    limit: 1,
    pagination: false,
    depth: 0,
    locale: 'all',
    overrideAccess: true,
    req: await createLocalReq({ locale: 'all' }, payload),
  })
  // Withdrawn since it was read as a stranger reads it: there is nothing to say of it.
  const row = (docs[0]?._status === 'published' ? docs[0] : {}) as unknown as Record<
    'mentions' | 'slug' | 'localeStatus',
    Record<string, unknown> | null
  >
  return { mentions: readMentions(row.mentions?.[words]), slugs: readySlugs(row) }
}

/** The languages that an article is ready in, with its address in each; of its fields in every language side by side. */
export function readySlugs(row: {
  slug: Record<string, unknown> | null
  localeStatus: Record<string, unknown> | null
}): ArticleInternals['slugs'] {
  return locales.flatMap((locale) => {
    const isThere = locale === defaultLocale || row.localeStatus?.[locale] === 'ready'
    const slug = row.slug?.[locale] ?? row.slug?.[defaultLocale]
    return isThere && typeof slug === 'string' ? [{ locale, slug }] : []
  })
}

/** Where the article went that once had this address; undefined where none did that readers may see. */
export async function movedTo(payload: BasePayload, slug: string, locale: Locale): Promise<string | undefined> {
  const req = await anonymous(payload, locale)
  const { docs } = await payload.find({
    collection: 'redirects',
    where: {
      and: [
        { from: { equals: slug } },
        { collection: { equals: 'articles' } },
        { locale: { in: [...new Set([locale, defaultLocale])] } },
      ],
    },
    select: { document: true, locale: true },
    sort: 'id',
    limit: locales.length,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  const redirect = docs.find((each) => each.locale === locale) ?? docs[0]
  const target = redirect?.document?.value
  if (!target) return undefined
  const id = typeof target === 'object' ? target.id : target
  const article = await payload.find({
    collection: 'articles',
    where: { id: { equals: id } },
    select: { slug: true },
    limit: 1,
    pagination: false,
    depth: 0,
    locale,
    fallbackLocale: defaultLocale,
    overrideAccess: false,
    req: await anonymous(payload, locale),
  })
  return article.docs[0]?.slug ?? undefined
}
