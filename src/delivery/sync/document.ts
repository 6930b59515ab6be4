import type { BasePayload } from 'payload'
import type { Addresses, Locale } from '../addresses'
import { findArticleById, readInternals } from '../articles/findArticle'
import { toArticle, wordsOf } from '../articles/toArticle'
import { describeEntry } from '../vocabulary/describeEntry'
import type { SyncedType } from './syncCursor'

/**
 * A whole document as its own address gives it, without what depends on others or on the hour (related articles, whether a
 * clinic is open): those would be stale as soon as they are kept. Undefined where readers may not see it.
 */
export async function readDocument(
  payload: BasePayload,
  type: SyncedType,
  id: string,
  locale: Locale,
  addresses: Addresses,
): Promise<object | undefined> {
  if (type !== 'articles') {
    const entry = await describeEntry(payload, type, id, { locale, addresses, now: Date.now() })
    if (!entry) return undefined
    const { open: _, articles: __, ...kept } = entry as typeof entry & { open?: unknown }
    return kept
  }
  const article = await findArticleById(payload, id, locale)
  if (!article) return undefined
  const internals = await readInternals(payload, id, wordsOf(article, locale))
  const wishes = { locale, linkMentions: 'first', include: new Set<'html' | 'text'>() } as const
  const { related: _, ...kept } = toArticle({ article, internals, related: [] }, wishes, addresses)
  return kept
}
