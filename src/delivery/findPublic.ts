import type { BasePayload, PopulateType, SelectType, Where } from 'payload'
import type { Config } from '../payload-types'
import { defaultLocale, type Locale } from './addresses'
import { anonymous } from './articles/findArticle'

export type PublicCollection = 'articles' | 'symptoms' | 'remedies' | 'clinics' | 'redirects'

interface Question {
  where?: Where
  select: SelectType
  populate?: PopulateType
  sort?: string | string[]
  /** @default 100, the most that a stranger gets at once */
  limit?: number
  /** @default 0 */
  depth?: number
}

export const most = 100

/** Reads as nobody in particular: access rules and the readiness of languages decide what comes, here as on every road. */
export async function findPublic<Collection extends PublicCollection>(
  payload: BasePayload,
  collection: Collection,
  locale: Locale,
  { where = {}, select, populate, sort = 'id', limit = most, depth = 0 }: Question,
): Promise<Config['collections'][Collection][]> {
  const { docs } = await payload.find({
    collection: collection as 'symptoms',
    where,
    select,
    ...(populate ? { populate } : {}),
    sort,
    limit,
    pagination: false,
    joins: false,
    depth,
    locale,
    fallbackLocale: defaultLocale,
    overrideAccess: false,
    req: await anonymous(payload, locale),
  })
  return docs as unknown as Config['collections'][Collection][]
}

/** These documents, as far as readers may see them, in this order. */
export async function findPublicByIds<Collection extends PublicCollection>(
  payload: BasePayload,
  collection: Collection,
  locale: Locale,
  ids: readonly string[],
  question: Pick<Question, 'select' | 'populate' | 'depth'>,
): Promise<Config['collections'][Collection][]> {
  const found = new Map<string, Config['collections'][Collection]>()
  for (let start = 0; start < ids.length; start += most) {
    const where: Where = { id: { in: ids.slice(start, start + most) } }
    for (const doc of await findPublic(payload, collection, locale, { ...question, where })) found.set(doc.id, doc)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** All of them, page by page in the order of their ids, so that none is missed when others come or go meanwhile. */
export async function* everyPublic<Collection extends PublicCollection>(
  payload: BasePayload,
  collection: Collection,
  locale: Locale,
  question: Pick<Question, 'where' | 'select' | 'populate' | 'depth'>,
): AsyncGenerator<Config['collections'][Collection][]> {
  let last: string | undefined
  for (;;) {
    const where: Where = {
      and: [question.where ?? {}, ...(last === undefined ? [] : [{ id: { greater_than: last } }])],
    }
    const docs = await findPublic(payload, collection, locale, { ...question, where })
    if (docs.length > 0) yield docs
    if (docs.length < most) return
    last = docs.at(-1)?.id
  }
}

/** Changes whenever something that readers see of the collection does: how many there are, and when the last one changed. */
export async function stampOf(payload: BasePayload, collection: PublicCollection): Promise<string> {
  const { docs, totalDocs } = await payload.find({
    collection: collection as 'symptoms',
    select: { updatedAt: true },
    sort: ['-updatedAt', 'id'],
    limit: 1,
    joins: false,
    depth: 0,
    overrideAccess: false,
    req: await anonymous(payload, defaultLocale),
  })
  return `${totalDocs}@${docs[0]?.id ?? ''}@${(docs[0] as { updatedAt?: string } | undefined)?.updatedAt ?? ''}`
}
