import type {
  BasePayload,
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionSlug,
  PayloadRequest,
  TaskConfig,
} from 'payload'
import { type StemQuery, stemIndexOf } from '../database/stemIndex'
import { candidatesFor } from '../linking/candidates'
import type { VocabularyEntry } from '../linking/vocabulary'
import { gradeText, type Readability } from '../readability/gradeText'
import { toText } from '../richtext/toText'
import { findDeleted, targetsDecided, withoutTargets } from './findDeleted'
import { fillStemIndex } from './indexStems'
import { inTurns } from './inTurns'
import { resumable } from './interruption'
import { type Row, rewriteKeptRows } from './keptRows'
import {
  linksFrom,
  mentionsOf,
  readDecisions,
  readMentions,
  relationOf,
  type StoredMention,
  titleTargets,
  toStoredLinks,
} from './linkArticle'
import { measureLinking } from './measureLinking'
import { retries } from './retries'
import {
  defaultLocaleOf,
  entryIn,
  type LinkingVocabulary,
  localesOf,
  noteTermChange,
  type PublishedEntry,
  readVocabulary,
} from './vocabulary'

type Localized<T> = Record<string, T | null | undefined>

/** Words that came to mean an entry, or no longer do, in one locale. */
export interface TermChange {
  locale: string
  terms: string[]
}

/** Queued when published terms changed: links again the articles whose texts hold them. */
export const relinkTask: TaskConfig = {
  slug: 'relink',
  label: 'Link articles again after a change of the vocabulary',
  retries,
  inputSchema: [{ name: 'changes', type: 'json', required: true }],
  outputSchema: [{ name: 'relinked', type: 'number' }],
  handler: resumable(async ({ input, job, req }) => {
    const { payload } = req
    const progress = async (done: number, of: number) => {
      await payload.update({
        collection: 'payload-jobs',
        id: job.id,
        data: { progress: { done, of } } as never,
        depth: 0,
        overrideAccess: true,
        disableTransaction: true,
      })
    }
    const changes = (input as { changes: TermChange[] }).changes
    return { output: { relinked: await relinkArticles(payload, changes, progress) } }
  }),
}

// A string: Payload takes a context that has none for empty, and makes a new one.
const before = 'termsBefore'
type Context = { [before]?: Map<string, Words> }
/** The words of an entry that readers get, by locale. */
type Words = Map<string, VocabularyEntry>

/** Remembers the words that an entry has until now: what an editor saved as a draft in between is not them. */
export const noteTermsBeforeChange: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (originalDoc?.id) await noteTerms(collection.slug, originalDoc.id, req)
  return data
}

export const noteTermsBeforeDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  await noteTerms(collection.slug, String(id), req)
}

async function noteTerms(collection: CollectionSlug, id: string, req: PayloadRequest): Promise<void> {
  const context = req.context as Context
  context[before] ??= new Map()
  context[before].set(id, await wordsOf(collection, id, req))
}

/** Queues the relinking that a change asks for, in its transaction. */
export const relinkOnChange: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  await queueRelinking(doc.id, await wordsOf(collection.slug, doc.id, req), req)
  return doc
}

export const relinkOnDelete: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await queueRelinking(doc.id, new Map(), req)
}

/** For a write that goes to the database without Payload's hooks: queues the relinking that it asks for. */
export async function relinkedAfter(
  collection: CollectionSlug,
  id: string,
  req: PayloadRequest,
  write: () => Promise<unknown>,
): Promise<void> {
  await noteTerms(collection, id, req)
  await write()
  await queueRelinking(id, await wordsOf(collection, id, req), req)
}

async function queueRelinking(id: string, after: Words, req: PayloadRequest): Promise<void> {
  const had = (req.context as Context)[before]?.get(id) ?? new Map()
  const changes = localesOf(req.payload)
    .map((locale) => ({ locale, terms: changedTerms(had.get(locale), after.get(locale)) }))
    .filter(({ terms }) => terms.length > 0)
  if (changes.length === 0) return
  noteTermChange(req.payload)
  if (req.context.withoutRelinking) return
  await req.payload.jobs.queue({ task: 'relink', input: { changes }, req, overrideAccess: true })
}

/** What mentions hold of an entry is its name and its slug: where these changed, every term of it did. */
function changedTerms(had: VocabularyEntry | undefined, has: VocabularyEntry | undefined): string[] {
  const earlier = new Set(termsOf(had))
  const later = new Set(termsOf(has))
  const all = [...new Set([...earlier, ...later])]
  if (had?.name !== has?.name || had?.slug !== has?.slug) return all
  return all.filter((term) => earlier.has(term) !== later.has(term))
}

const termsOf = (entry: VocabularyEntry | undefined): string[] =>
  entry ? [entry.name, ...(entry.synonyms ?? []), ...(entry.notPhrases ?? [])] : []

/** The words of an entry as readers get it: none where it is a draft or in the trash. */
async function wordsOf(collection: CollectionSlug, id: string, req: PayloadRequest): Promise<Words> {
  const entry = await req.payload.db.findOne<PublishedEntry & { _status?: string; deletedAt?: string | null }>({
    collection,
    where: { id: { equals: id } },
    req,
  })
  const words: Words = new Map()
  if (entry?._status !== 'published' || entry.deletedAt) return words
  for (const locale of localesOf(req.payload)) {
    const found = entryIn(entry, locale, defaultLocaleOf(req.payload))
    if (found) words.set(locale, found)
  }
  return words
}

/**
 * Links again the articles whose texts hold what changed: the index of stems says which these can be, and no other is read.
 * The published document and its newest version are each linked by their own words, without a new version: what an editor
 * wrote has not changed. An interrupted run leaves each article linked wholly or not yet, and the next run finds the first
 * ones done.
 *
 * @returns how many rows were changed
 */
export async function relinkArticles(
  payload: BasePayload,
  changes: readonly TermChange[],
  progress?: (done: number, of: number) => Promise<void>,
): Promise<number> {
  await fillStemIndex(payload)
  const ids = await articlesToRelink(payload, changes)
  const begin = async (req: PayloadRequest) => {
    const vocabularies = await vocabulariesOf(req)
    return (id: string) => rewriteKeptRows('articles', id, (row) => relink(row, vocabularies, req), req)
  }
  return inTurns(payload, ids, begin, progress)
}

/** The articles that hold a changed term, whatever version of theirs does. */
export async function articlesToRelink(payload: BasePayload, changes: readonly TermChange[]): Promise<string[]> {
  const index = stemIndexOf(payload)
  const ids = new Set<string>()
  for (const { locale, terms } of changes) {
    const query: StemQuery = terms.flatMap((term) => candidatesFor(term, locale))
    // A question of so many alternatives at most: FTS5 reads it as one expression.
    for (let at = 0; at < query.length; at += 200)
      for (const id of await index.find(query.slice(at, at + 200), locale)) ids.add(id)
  }
  return [...ids].sort()
}

async function vocabulariesOf(req: PayloadRequest): Promise<Map<string, LinkingVocabulary>> {
  const known = new Map<string, LinkingVocabulary>()
  for (const locale of localesOf(req.payload)) known.set(locale, await readVocabulary(req, locale))
  return known
}

/**
 * The article's mentions and links by the present vocabulary, and how hard it is to read (which an article that was saved before there
 * was such a thing has not yet), or undefined where they are what they were.
 */
async function relink(
  row: Row,
  vocabularies: Map<string, LinkingVocabulary>,
  req: PayloadRequest,
): Promise<Partial<Row> | undefined> {
  const decided = readDecisions(row.linkDecisions)
  const deleted = await findDeleted(targetsDecided(decided), [...vocabularies.values()], req)
  const decisions = withoutTargets(decided, deleted)
  const mentions: Localized<StoredMention[]> = {}
  const readability: Localized<Readability> = {}
  const bodies = row.body as Localized<unknown> | undefined
  const before = row.mentions as Localized<unknown> | undefined
  const graded = row.readability as Localized<unknown> | undefined
  for (const [locale, vocabulary] of vocabularies) {
    const body = bodies?.[locale]
    if (!body) continue
    const { text, sections } = toText(body as Parameters<typeof toText>[0])
    const decided = readMentions(before?.[locale])
    mentions[locale] = measureLinking(() => mentionsOf(text, sections, vocabulary, decided, decisions))
    readability[locale] = gradeText(text, locale)
  }
  const first = defaultLocaleOf(req.payload)
  const ordered = Object.keys(mentions).sort((a, b) => Number(b === first) - Number(a === first))
  const links = linksFrom(
    ordered.map((locale) => {
      const vocabulary = vocabularies.get(locale)
      const inTitle = vocabulary && titleTargets((row.title as Localized<string>)?.[locale], vocabulary)
      return { mentions: mentions[locale] ?? [], ...(inTitle ? { inTitle } : {}) }
    }),
    decisions,
  )
  const sameLinks = Object.values(relationOf).every(
    (field) => JSON.stringify(links[field]) === JSON.stringify(row[field] ?? []),
  )
  const sameMentions = ordered.every(
    (locale) => JSON.stringify(mentions[locale]) === JSON.stringify(before?.[locale] ?? []),
  )
  const sameReadability = ordered.every(
    (locale) => JSON.stringify(readability[locale]) === JSON.stringify(graded?.[locale] ?? null),
  )
  if (sameLinks && sameMentions && sameReadability && deleted.size === 0) return undefined
  return {
    mentions: { ...before, ...mentions },
    readability: { ...graded, ...readability },
    linkDecisions: decisions,
    ...toStoredLinks(links),
  }
}
