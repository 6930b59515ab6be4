import type { BasePayload, Where } from 'payload'
import { type Addresses, defaultLocale, type Locale, locales } from '../addresses'
import { dateParameter, oneOf, slugParameter, wholeNumber } from '../parameters'
import type { ListedArticle, Reference } from './article'
import { anonymous } from './findArticle'
import { behind, fromCursor, nameOf, orderBy, type Sort, sortFields, toCursor } from './keyset'
import { toReference } from './toArticle'

export const sorts = Object.keys(sortFields).flatMap((name) => [name, `-${name}`]) as Sort[]
export const urgencies = ['self-care', 'clinician', 'urgent', 'emergency'] as const

export const listParameters = {
  symptom: slugParameter,
  remedy: slugParameter,
  clinic: slugParameter,
  urgency: oneOf(...urgencies),
  locale: oneOf(...locales),
  modifiedSince: dateParameter,
  reviewedSince: dateParameter,
  sort: oneOf(...sorts),
  limit: wholeNumber(1, 100),
  cursor: (value: string) => value,
}

type Asked = { [Name in keyof typeof listParameters]?: ReturnType<(typeof listParameters)[Name]> }

export interface ArticleList {
  articles: ListedArticle[]
  /** The address of the next page; null on the last one. */
  next: string | null
}

/** A page of published articles. One row more than asked for is read, to know whether there is a next page. */
export async function listArticles(payload: BasePayload, asked: Asked, addresses: Addresses): Promise<ArticleList> {
  const { locale = defaultLocale, sort = '-modified', limit = 20 } = asked
  const conditions: Where[] = []
  if (asked.cursor !== undefined) conditions.push(behind(sort, fromCursor(asked.cursor, sort)))
  if (asked.urgency) conditions.push({ 'seekCare.urgency': { equals: asked.urgency } })
  if (asked.modifiedSince) conditions.push({ updatedAt: { greater_than_equal: asked.modifiedSince } })
  if (asked.reviewedSince) conditions.push({ reviewedOn: { greater_than_equal: asked.reviewedSince } })
  for (const [collection, slug] of [
    ['symptoms', asked.symptom],
    ['remedies', asked.remedy],
    ['clinics', asked.clinic],
  ] as const) {
    if (slug === undefined) continue
    const id = await idOf(payload, collection, slug, locale)
    if (!id) return { articles: [], next: null }
    conditions.push({ [collection]: { equals: id } })
  }

  const { docs } = await payload.find({
    collection: 'articles',
    where: { and: conditions },
    select: {
      slug: true,
      title: true,
      summary: true,
      seekCare: true,
      symptoms: true,
      remedies: true,
      reviewedOn: true,
      nextReviewDue: true,
      updatedAt: true,
      fellBack: true,
    },
    populate: { symptoms: { slug: true, name: true }, remedies: { slug: true, name: true } },
    sort: orderBy(sort),
    limit: limit + 1,
    pagination: false,
    depth: 1,
    locale,
    fallbackLocale: defaultLocale,
    overrideAccess: false,
    req: await anonymous(payload, locale),
  })
  const page = docs.slice(0, limit)
  const last = docs.length > limit ? page.at(-1) : undefined
  const position = last && { value: (last[sortFields[nameOf(sort)]] as string | null | undefined) ?? null, id: last.id }
  return {
    articles: page.map((doc): ListedArticle => {
      const references = (collection: 'symptoms' | 'remedies'): Reference[] =>
        (doc[collection] ?? []).flatMap((value) => toReference(collection, value, locale, addresses) ?? [])
      const fellBack = doc.fellBack ?? []
      return {
        id: doc.id,
        slug: doc.slug ?? '',
        href: addresses.document('articles', doc.slug ?? '', locale),
        locale,
        fellBack: fellBack.filter((name) => name === 'slug' || name === 'title' || name === 'summary'),
        title: doc.title,
        summary: doc.summary ?? null,
        urgency: doc.seekCare?.urgency ?? null,
        symptoms: references('symptoms'),
        remedies: references('remedies'),
        reviewedOn: doc.reviewedOn ?? null,
        nextReviewDue: doc.nextReviewDue ?? null,
        modified: doc.updatedAt,
      }
    }),
    next: position ? nextPage(asked, toCursor(sort, position), addresses) : null,
  }
}

/** A slug of the language asked for, or the English one that a document without that language has. */
async function idOf(
  payload: BasePayload,
  collection: 'symptoms' | 'remedies' | 'clinics',
  slug: string,
  locale: Locale,
): Promise<string | undefined> {
  for (const each of new Set([locale, defaultLocale])) {
    const { docs } = await payload.find({
      collection,
      where: { slug: { equals: slug } },
      select: { slug: true },
      sort: 'id',
      limit: 1,
      pagination: false,
      depth: 0,
      locale: each,
      overrideAccess: false,
      req: await anonymous(payload, each),
    })
    if (docs[0]) return docs[0].id
  }
  return undefined
}

function nextPage(asked: Asked, cursor: string, addresses: Addresses): string {
  const query = new URLSearchParams()
  for (const name of Object.keys(listParameters) as (keyof Asked)[]) {
    const value = name === 'cursor' ? cursor : asked[name]
    if (value !== undefined) query.set(name, String(value))
  }
  return `${addresses.base}/v1/articles?${query}`
}
