import type { BasePayload } from 'payload'
import { findBySource } from '../importArticle'

/** An article that a file was imported into before. */
export interface KnownArticle {
  id: string
  title: string
  /**
   * `same`: these very bytes are in it; `changed`: another state of this file is; `other-language`: the file was imported in another
   * language only, and this would be its translation.
   */
  state: 'same' | 'changed' | 'other-language'
}

/** The article that came from this source, or else one that came from the same bytes under another name. */
export async function findImported(
  payload: BasePayload,
  { source, hash }: { source: string; hash: string },
  locale: 'en' | 'es',
): Promise<KnownArticle | undefined> {
  const bySource = await findBySource(payload, source, locale, true)
  if (bySource) {
    const there = bySource.origin?.hash
    const state = there === hash ? 'same' : there ? 'changed' : 'other-language'
    return { id: bySource.id, title: await titleOf(payload, bySource.id, bySource.title, locale), state }
  }
  const { docs } = await payload.find({
    collection: 'articles',
    where: { 'origin.hash': { equals: hash } },
    locale,
    fallbackLocale: false,
    draft: true,
    limit: 1,
    pagination: false,
    depth: 0,
    select: { title: true },
    overrideAccess: true,
  })
  const [known] = docs
  return known && { id: known.id, title: known.title, state: 'same' }
}

/** In the other language where it has none in this one. */
async function titleOf(payload: BasePayload, id: string, title: string | null | undefined, locale: 'en' | 'es') {
  if (title) return title
  const doc = await payload.findByID({
    collection: 'articles',
    id,
    locale: locale === 'en' ? 'es' : 'en',
    draft: true,
    depth: 0,
    select: { title: true },
    disableErrors: true,
    overrideAccess: true,
  })
  return doc?.title ?? ''
}
