import type { BasePayload, PayloadRequest } from 'payload'
import {
  collectionOf,
  compileFor,
  defaultLocaleOf,
  type Entries,
  type LinkingVocabulary,
  type PublishedEntry,
} from '../vocabulary'

/** The newest ones: what editors are at work on. */
const mostEntries = 200

/**
 * The words of symptoms and remedies whose newest version is not published: entries made from an article that wait for a
 * reviewer, and drafts of known ones. Only shown to editors; nothing is linked by them.
 */
export async function readUnpublishedVocabulary(req: PayloadRequest, locale: string): Promise<LinkingVocabulary> {
  const entries: Entries = { symptom: [], remedy: [], clinic: [] }
  for (const kind of ['symptom', 'remedy'] as const) {
    const { docs } = await req.payload.db.queryDrafts<PublishedEntry>({
      collection: collectionOf[kind],
      where: { and: [{ 'version._status': { equals: 'draft' } }, { 'version.deletedAt': { exists: false } }] },
      sort: '-updatedAt',
      limit: mostEntries,
      pagination: false,
      select: { parent: true, version: { name: true, slug: true, synonyms: true, notPhrases: true } },
      req,
    })
    // whether readers get this language is not the question here
    entries[kind] = docs.map((entry) => ({ ...entry, localeStatus: { [locale]: 'ready' } }))
  }
  const written = JSON.stringify(entries)
  const before = kept.get(req.payload)?.get(locale)
  if (before?.written === written) return before.vocabulary
  const vocabulary = compileFor(entries, locale, defaultLocaleOf(req.payload))
  kept.set(req.payload, new Map([...(kept.get(req.payload) ?? []), [locale, { written, vocabulary }]]))
  return vocabulary
}

/** Compiled once for the same words: it also remembers the words of the texts that it was asked about. */
const kept = new WeakMap<BasePayload, ReadonlyMap<string, { written: string; vocabulary: LinkingVocabulary }>>()
