import type { CollectionSlug, FieldHook, PayloadRequest, Where } from 'payload'
import { ownLocale } from '../access/ownLocale'

const longest = 80

/** Words to a slug: Unicode letters and digits, accents off Latin letters, single hyphens; at most 80 characters, cut at a word. */
export function toSlug(words: string): string {
  const parts = words
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu)
  let slug = ''
  for (const part of parts ?? []) {
    if (slug && slug.length + 1 + part.length > longest) break
    slug = slug ? `${slug}-${part}` : part.slice(0, longest)
  }
  return slug
}

/**
 * The slug follows the title or name while nothing was published under it and nobody wrote another one by hand; after that it
 * changes only where it is set. One that is taken gets a number behind it, so that two editors with one title do not collide.
 */
export const deriveSlug =
  (source: 'title' | 'name'): FieldHook =>
  async ({ value, data, originalDoc, collection, req, operation }) => {
    if (operation !== 'create' && operation !== 'update') return value
    if (req.locale === 'all') return value // side by side: there is no title to make it from
    const given = typeof value === 'string' ? toSlug(value) : undefined
    const before = originalDoc as Record<string, unknown> | undefined
    const kept = before?.slug as string | undefined
    const words = (data?.[source] ?? before?.[source]) as string | undefined
    const byHand = given !== undefined && given !== '' && given !== kept
    if (byHand) return free(given, req, collection?.slug, before?.id)
    const followsTitle =
      !kept || (before?._status !== 'published' && isMadeFrom(kept, before?.[source] as string | undefined))
    if (!followsTitle) return kept
    const made = toSlug(words ?? '')
    if (!made) return kept
    if (kept && isMadeFrom(kept, words)) return kept
    if (kept && (await wasPublished(req, collection?.slug, before?.id))) return kept
    return free(made, req, collection?.slug, before?.id)
  }

const isMadeFrom = (slug: string, words: string | undefined): boolean => {
  const made = toSlug(words ?? '')
  return made !== '' && (slug === made || (slug.startsWith(`${made}-`) && /^\d+$/.test(slug.slice(made.length + 1))))
}

/** A document with a newer draft says `draft`; whether readers have its address stands in the published row. */
async function wasPublished(req: PayloadRequest, collection: string | undefined, id: unknown): Promise<boolean> {
  if (!collection || !id) return false
  const { totalDocs } = await req.payload.count({
    collection: collection as CollectionSlug,
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    trash: true,
    overrideAccess: true,
    req: ownLocale(req),
  })
  return totalDocs > 0
}

async function free(slug: string, req: PayloadRequest, collection: string | undefined, id: unknown): Promise<string> {
  if (!collection) return slug
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`
    const where: Where = { slug: { equals: candidate } }
    const { totalDocs } = await req.payload.count({
      collection: collection as CollectionSlug,
      where: id ? { and: [where, { id: { not_equals: id } }] } : where,
      trash: true,
      overrideAccess: true,
      req: ownLocale(req),
    })
    if (totalDocs === 0) return candidate
  }
}
