import type { PayloadRequest, Where } from 'payload'
import { ownLocale } from '../access/ownLocale'
import { defaultLocale, type Locale } from '../delivery/addresses'
import { isSlug } from '../delivery/parameters'
import { publicDocuments } from '../delivery/publicDocuments'
import { publicIds } from '../delivery/publicIds'
import type { Config } from '../payload-types'
import { shapeOf } from './strangersReads'
import { localeOf } from './websiteReads'

type Collection = 'articles' | 'symptoms' | 'remedies' | 'clinics'
type Document<Name extends Collection> = Config['collections'][Name]

/**
 * The document at an address, as whoever asks may see it. An English slug is an address in every language: it is the one that a
 * document without that language has.
 */
export async function findBySlug<Name extends Collection>(
  req: PayloadRequest,
  collection: Name,
  slug: string,
): Promise<Document<Name> | null> {
  if (!isSlug(slug)) return null
  const locale = localeOf(req)
  const [found] = await findAs(req, collection, { slug: { equals: slug } }, locale)
  if (found || locale === defaultLocale) return found ?? null
  const [english] = await findAs(req, collection, { slug: { equals: slug } }, defaultLocale)
  if (!english) return null
  const [translated] = await findAs(req, collection, { id: { equals: english.id } }, locale)
  return translated ?? null
}

/** Reads as Payload's own fields do: by the rules for whoever asks, and without what is below, which has resolvers of its own. */
export async function findAs<Name extends Collection>(
  req: PayloadRequest,
  collection: Name,
  where: Where,
  locale: Locale,
  limit = 1,
): Promise<Document<Name>[]> {
  if (!req.user) {
    const own = ownLocale(req)
    own.locale = locale
    const { ids } = await publicIds(own, collection, { where, sort: 'id', limit, pagination: false })
    const found = await publicDocuments(req.payload, collection, ids, { ...shapeOf(own), joins: false })
    return ids.flatMap((id) => (found.has(id) ? (JSON.parse(found.get(id) ?? '') as Document<Name>) : []))
  }
  const { docs } = await req.payload.find({
    collection: collection as 'symptoms',
    where,
    sort: 'id',
    limit,
    pagination: false,
    joins: false,
    depth: 0,
    locale,
    fallbackLocale: req.fallbackLocale ?? defaultLocale,
    overrideAccess: false,
    req: ownLocale(req),
  })
  return docs as unknown as Document<Name>[]
}
