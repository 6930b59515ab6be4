import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionSlug,
  PayloadRequest,
  Where,
} from 'payload'
import { ownLocale } from '../access/ownLocale'
import { logged } from '../publishing/logChanges'

type PublicCollection = 'articles' | 'symptoms' | 'remedies' | 'clinics'
type Row = { slug?: Record<string, string | null> | string | null; _status?: string; deletedAt?: string | null }

/**
 * What keeps old addresses alive. `noteAddresses` remembers, before a save, the slugs that readers know; `keepAddresses` writes a
 * redirect for each that the save changed, and takes redirects out of sight while their document is not published.
 */
export const noteAddresses: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  if (operation !== 'update') return data
  const row = await readRow(collection.slug, originalDoc?.id, req)
  addressesOf(req).set(
    `${collection.slug}:${originalDoc?.id}`,
    row?._status === 'published' && !row.deletedAt ? slugsOf(row) : {},
  )
  return data
}

export const keepAddresses: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  const before = operation === 'create' ? {} : addressesOf(req).get(`${collection.slug}:${doc.id}`)
  if (!before) return doc
  addressesOf(req).delete(`${collection.slug}:${doc.id}`)
  const row = await readRow(collection.slug, doc.id, req)
  if (!row) return doc
  const published = row._status === 'published' && !row.deletedAt
  const now = slugsOf(row)
  for (const [locale, from] of Object.entries(before)) {
    if (published && now[locale] && now[locale] !== from)
      await writeRedirect(collection.slug as PublicCollection, doc.id, locale, from, req)
  }
  // Where a document stands, no redirect may stand before it: not from another one that moved away, not from itself come back.
  if (published) await removeRedirects(collection.slug, now, req)
  await showRedirects(collection.slug, doc.id, published, req)
  return doc
}

/** Before and not after: SQLite takes what a redirect points to out of it together with the document. */
export const dropAddresses: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  await deleteRedirects(pointingTo(collection.slug, id), req)
}

/**
 * Leads the addresses of one document, present and former, to another one that takes its place. The first one may go afterwards.
 */
export async function moveAddresses(
  collection: PublicCollection,
  from: string,
  into: string,
  req: PayloadRequest,
): Promise<void> {
  const published = (await readRow(collection, into, req))?._status === 'published'
  for (const { locale, from: slug } of await findRedirects(pointingTo(collection, from), req))
    await writeRedirect(collection, into, locale, slug, req, published)
  const row = await readRow(collection, from, req)
  if (row?._status !== 'published') return
  for (const [locale, slug] of Object.entries(slugsOf(row)))
    await writeRedirect(collection, into, locale, slug, req, published)
}

/**
 * Leads addresses that an article had elsewhere, before it came here, to it. One that something else here has, or had, stays with that.
 */
export async function addFormerAddresses(
  id: string,
  locale: string,
  slugs: readonly string[],
  req: PayloadRequest,
): Promise<void> {
  const row = await readRow('articles', id, req)
  if (!row) return
  for (const slug of new Set(slugs)) {
    const standing = await req.payload.count({
      collection: 'articles',
      where: { slug: { equals: slug } },
      locale: locale as 'en' | 'es',
      overrideAccess: true,
      req: ownLocale(req),
    })
    const known = await findRedirects({ key: { equals: `articles:${locale}:${slug}` } }, req)
    if (standing.totalDocs > 0 || known.length > 0) continue
    await writeRedirect('articles', id, locale, slug, req, row._status === 'published' && !row.deletedAt)
  }
}

/** Carried from before the save to after it on the request's context, which Payload shares between the hooks of one operation. */
function addressesOf(req: PayloadRequest): Map<string, Record<string, string>> {
  req.context.addressesBefore ??= new Map()
  return req.context.addressesBefore as Map<string, Record<string, string>>
}

async function readRow(collection: string, id: unknown, req: PayloadRequest): Promise<Row | null> {
  if (!id) return null
  return req.payload.db.findOne<Row & { id: string }>({
    collection: collection as CollectionSlug,
    where: { id: { equals: id } },
    select: { slug: true, _status: true, deletedAt: true },
    req,
  })
}

function slugsOf(row: Row): Record<string, string> {
  const slugs = typeof row.slug === 'object' && row.slug !== null ? row.slug : {}
  return Object.fromEntries(Object.entries(slugs).filter((entry): entry is [string, string] => Boolean(entry[1])))
}

async function writeRedirect(
  collection: PublicCollection,
  id: string,
  locale: string,
  from: string,
  req: PayloadRequest,
  published = true,
): Promise<void> {
  const key = `${collection}:${locale}:${from}`
  await deleteRedirects({ key: { equals: key } }, req)
  await req.payload.create({
    collection: 'redirects',
    data: { from, collection, locale, key, document: { relationTo: collection, value: id }, published },
    depth: 0,
    overrideAccess: true,
    req: ownLocale(req),
  })
}

async function removeRedirects(collection: string, slugs: Record<string, string>, req: PayloadRequest): Promise<void> {
  const keys = Object.entries(slugs).map(([locale, slug]) => `${collection}:${locale}:${slug}`)
  if (keys.length > 0) await deleteRedirects({ key: { in: keys } }, req)
}

type Redirect = { id: string; from: string; locale: string }

async function findRedirects(where: Where, req: PayloadRequest): Promise<Redirect[]> {
  const { docs } = await req.payload.db.find<Redirect>({
    collection: 'redirects',
    where,
    select: { from: true, locale: true },
    sort: 'id',
    limit: 0,
    pagination: false,
    req,
  })
  return docs
}

async function deleteRedirects(where: Where, req: PayloadRequest): Promise<void> {
  const ids = (await findRedirects(where, req)).map(({ id }) => id)
  if (ids.length === 0) return
  await logged('redirects', ids, req, () => req.payload.db.deleteMany({ collection: 'redirects', where, req }))
}

async function showRedirects(collection: string, id: string, published: boolean, req: PayloadRequest): Promise<void> {
  const wrong: Where = { and: [pointingTo(collection, id), { published: { not_equals: published } }] }
  for (const redirect of await findRedirects(wrong, req)) {
    await logged('redirects', [redirect.id], req, () =>
      req.payload.db.updateOne({ collection: 'redirects', id: redirect.id, data: { published }, req }),
    )
  }
}

const pointingTo = (collection: string, id: unknown): Where => ({
  and: [{ 'document.relationTo': { equals: collection } } as Where, { 'document.value': { equals: id } }],
})
