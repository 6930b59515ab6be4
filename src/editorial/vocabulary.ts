import type { BasePayload, CollectionSlug, PayloadRequest } from 'payload'
import { isPublished } from '../access/rules'
import {
  type CompiledVocabulary,
  compileVocabulary,
  type Kind,
  type Vocabulary,
  type VocabularyEntry,
} from '../linking/vocabulary'

/** The words that articles are linked by, in one locale, and which document stands behind each. */
export interface LinkingVocabulary {
  compiled: CompiledVocabulary
  /** What it was compiled from. */
  words: Required<Vocabulary>
  /** The document's id by kind and slug, as `symptom:leg-cramps`. */
  ids: ReadonlyMap<string, string>
  /** Its slug and name, by kind and id, as `symptom:0190…`. */
  entries: ReadonlyMap<string, { slug: string; name: string }>
}

export const collectionOf: Readonly<Record<Kind, CollectionSlug>> = {
  symptom: 'symptoms',
  remedy: 'remedies',
  clinic: 'clinics',
}
export const kinds: readonly Kind[] = ['symptom', 'remedy', 'clinic']

type Localized<T> = Record<string, T | null | undefined>
/** An entry as it is published, every locale side by side. */
export interface PublishedEntry {
  id: string
  name?: Localized<string>
  slug?: Localized<string>
  synonyms?: Localized<string[]>
  notPhrases?: Localized<string[]>
  localeStatus?: Localized<string>
  address?: { city?: string | null }
  updatedAt: string
}
export type Entries = Record<Kind, PublishedEntry[]>

interface Kept {
  checkedAt: number
  stamp: string
  entries: Entries
  byLocale: Map<string, LinkingVocabulary>
}

/** How old a look at the database may be, in milliseconds, before it is asked again whether the vocabulary changed. */
const freshFor = 250
const kept = new WeakMap<BasePayload, Kept>()
/** How long after a change of our own the database is asked every time, in milliseconds: it is not known when the change commits. */
const watchFor = 2_000
const watchedUntil = new WeakMap<BasePayload, number>()

/** Called where this process changes a term: from now on nobody gets the vocabulary as it was. */
export function noteTermChange(payload: BasePayload): void {
  watchedUntil.set(payload, performance.now() + watchFor)
}

/**
 * The published vocabulary of a locale, compiled once and again only when it changed. Other processes write to the same
 * database, so what is kept is compared with it: how many entries are published, and when the last one changed.
 */
export async function readVocabulary(req: PayloadRequest, locale: string): Promise<LinkingVocabulary> {
  const { payload } = req
  let current = kept.get(payload)
  const now = performance.now()
  if (!current || now - current.checkedAt > freshFor || now < (watchedUntil.get(payload) ?? 0)) {
    const stamp = await stampOf(req)
    if (current?.stamp !== stamp)
      current = { checkedAt: 0, stamp, entries: await readEntries(req), byLocale: new Map() }
    current.checkedAt = performance.now()
    kept.set(payload, current)
  }
  const known = current.byLocale.get(locale)
  if (known) return known
  const compiled = compileFor(current.entries, locale, defaultLocaleOf(payload))
  current.byLocale.set(locale, compiled)
  return compiled
}

export const defaultLocaleOf = (payload: BasePayload): string =>
  payload.config.localization ? payload.config.localization.defaultLocale : 'en'

export const localesOf = ({ config: { localization } }: BasePayload): string[] =>
  localization ? localization.localeCodes : ['en']

let looks = 0

async function stampOf(req: PayloadRequest): Promise<string> {
  const parts: string[] = []
  for (const kind of kinds) {
    const { docs, totalDocs } = await req.payload.db.find<PublishedEntry>({
      collection: collectionOf[kind],
      where: isPublished,
      sort: '-updatedAt',
      limit: 1,
      page: 1,
      pagination: true,
      select: { updatedAt: true },
      req,
    })
    const newest = docs[0]?.updatedAt ?? ''
    // Where the clock was set back, a change made now is not the newest: then every look counts as a change.
    const ahead = Date.parse(newest) > Date.now()
    parts.push(`${totalDocs}@${newest}${ahead ? `#${++looks}` : ''}`)
  }
  return parts.join(' ')
}

async function readEntries(req: PayloadRequest): Promise<Entries> {
  const entries: Entries = { symptom: [], remedy: [], clinic: [] }
  for (const kind of kinds) {
    const { docs } = await req.payload.db.find<PublishedEntry>({
      collection: collectionOf[kind],
      where: isPublished,
      sort: 'id',
      limit: 0,
      pagination: false,
      select: {
        name: true,
        slug: true,
        synonyms: true,
        notPhrases: true,
        localeStatus: true,
        address: true,
        updatedAt: true,
      },
      req,
    })
    entries[kind] = docs
  }
  return entries
}

export function compileFor(entries: Entries, locale: string, defaultLocale: string): LinkingVocabulary {
  const ids = new Map<string, string>()
  const named = new Map<string, { slug: string; name: string }>()
  const terms: Record<Kind, VocabularyEntry[]> = { symptom: [], remedy: [], clinic: [] }
  for (const kind of kinds) {
    for (const entry of entries[kind]) {
      const found = entryIn(entry, locale, defaultLocale)
      if (!found) continue
      ids.set(`${kind}:${found.slug}`, entry.id)
      named.set(`${kind}:${entry.id}`, { slug: found.slug, name: found.name })
      terms[kind].push(found)
    }
  }
  const words = { symptoms: terms.symptom, remedies: terms.remedy, clinics: terms.clinic }
  return { compiled: compileVocabulary(words, locale), words, ids, entries: named }
}

/** The entry's words in a locale, or undefined where it has none that readers get. A clinic keeps its name in every language. */
export function entryIn(entry: PublishedEntry, locale: string, defaultLocale: string): VocabularyEntry | undefined {
  const ready = locale === defaultLocale || entry.localeStatus?.[locale] === 'ready'
  const city = entry.address?.city
  const isClinic = entry.address !== undefined
  const name = (ready ? entry.name?.[locale] : undefined) ?? (isClinic ? entry.name?.[defaultLocale] : undefined)
  if (!name) return undefined
  const slug = (ready ? entry.slug?.[locale] : undefined) ?? entry.slug?.[defaultLocale] ?? entry.id
  return {
    slug,
    name,
    synonyms: isClinic ? (city ? [city] : []) : (entry.synonyms?.[locale] ?? []),
    notPhrases: entry.notPhrases?.[locale] ?? [],
  }
}
