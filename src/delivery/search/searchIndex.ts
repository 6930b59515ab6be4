import { setTimeout } from 'node:timers/promises'
import type { BasePayload } from 'payload'
import { noteList } from '../../cache/reads'
import type { LogEntry } from '../../publishing/logEntry'
import type { Addresses, Locale } from '../addresses'
import { findPublicByIds } from '../findPublic'
import type { Mirrored } from '../mirror'
import { LocaleIndex, type Match } from './localeIndex'
import { SearchNotReady } from './SearchNotReady'
import { searched, searchedFields, toSearchable } from './searchable'
import { snippetOf } from './snippet'
import { formsOf } from './words'

export type Kind = 'article' | 'symptom' | 'remedy' | 'clinic'

export interface SearchResult {
  kind: Kind
  slug: string
  name: string
  href: string
  /** For comparing results of one answer. */
  score: number
  /** HTML: escaped words, those that were found in `<mark>`. */
  snippet: string
  modified: string
  /** The fields that came in English, because they are not ready in the language that was asked for. */
  fellBack: string[]
}

interface Wish {
  locale: Locale
  limit: number
  addresses: Addresses
  /** All words, as they are written or inflected, and none that only look like them. */
  strict?: boolean
}

export interface SearchIndexOptions {
  /**
   * Where the publish log is followed by {@link SearchIndex.apply}: resolves once all that it holds now was given to it. Without it each
   * question first compares what is indexed with the database, which costs two small queries a collection.
   */
  caughtUp?: () => Promise<void>
  /** How long a question waits for an index that is being made, which takes a minute or so of ten thousand articles. @default 10000 */
  longestWaitMs?: number
}

const kinds: Record<Mirrored, Kind> = {
  articles: 'article',
  symptoms: 'symptom',
  remedies: 'remedy',
  clinics: 'clinic',
}

/** A search index that is kept in step by the log. `follow` as `followLog` is called. */
export async function followedSearch(
  payload: BasePayload,
  follow: (
    apply: (entries: LogEntry[]) => Promise<void>,
  ) => Promise<{ caughtUp: () => Promise<void>; stop: () => Promise<void> }>,
): Promise<{ search: SearchIndex; stop: () => Promise<void> }> {
  const options: SearchIndexOptions = {}
  const search = new SearchIndex(payload, options)
  const following = await follow((entries) => search.apply(entries))
  options.caughtUp = () => following.caughtUp()
  return { search, stop: () => following.stop() }
}

/**
 * Full text search over what readers see, by language, in memory. Built when it is first asked, in turns with all else.
 *
 * @throws SearchNotReady while that takes too long to wait for
 */
export class SearchIndex {
  private readonly locales = new Map<Locale, LocaleIndex>()

  constructor(
    private readonly payload: BasePayload,
    private readonly options: SearchIndexOptions = {},
  ) {}

  async search(query: string, { locale, limit, addresses, strict = false }: Wish): Promise<SearchResult[]> {
    const index = await this.ready(locale)
    const matches = index.search(query, strict).slice(0, limit)
    const docs = await this.read(matches, locale)
    const forms = formsOf(locale)
    return matches.flatMap((match): SearchResult[] => {
      const doc = docs.get(`${match.collection}/${match.id}`)
      if (!doc?.slug) return []
      const { name, synonyms, short, long } = toSearchable(match.collection, doc)
      const texts = [...short, long, synonyms.join(', ')]
      return [
        {
          kind: kinds[match.collection],
          slug: doc.slug,
          name,
          href: addresses.document(match.collection, doc.slug, locale),
          score: Math.round(match.score * 1000) / 1000,
          snippet: snippetOf(texts, (word) => forms(word).some((form) => match.forms.has(form))),
          modified: doc.updatedAt,
          fellBack: doc.fellBack ?? [],
        },
      ]
    })
  }

  /** What somebody may have meant to type. */
  async suggest(query: string, locale: Locale, limit = 5): Promise<string[]> {
    return (await this.ready(locale)).suggest(query, limit)
  }

  /** Reads again what changed, whatever the change was; it may be called twice for the same. */
  async apply(entries: readonly LogEntry[]): Promise<void> {
    const ids = new Map<string, Set<string>>()
    for (const { collection, document } of entries)
      ids.set(collection, (ids.get(collection) ?? new Set()).add(document))
    await Promise.all([...this.locales.values()].map((index) => index.reread(ids)))
  }

  private async ready(locale: Locale): Promise<LocaleIndex> {
    for (const collection of searched) noteList(collection)
    const index = this.locales.get(locale) ?? new LocaleIndex(this.payload, locale)
    this.locales.set(locale, index)
    const { caughtUp, longestWaitMs = 10_000 } = this.options
    const inStep = caughtUp ? index.build().then(caughtUp) : index.refresh()
    if (await isLate(inStep, longestWaitMs)) throw new SearchNotReady()
    return index
  }

  private async read(matches: readonly Match[], locale: Locale) {
    const found = new Map<string, { slug?: string | null; fellBack?: string[] | null; updatedAt: string }>()
    for (const collection of new Set(matches.map((match) => match.collection))) {
      const ids = matches.filter((match) => match.collection === collection).map(({ id }) => id)
      const select = { ...searchedFields[collection], updatedAt: true } as const
      for (const doc of await findPublicByIds(this.payload, collection, locale, ids, { select }))
        found.set(`${collection}/${doc.id}`, doc)
    }
    return found
  }
}

async function isLate(work: Promise<void>, afterMs: number): Promise<boolean> {
  const waiting = new AbortController()
  try {
    return await Promise.race([work.then(() => false), setTimeout(afterMs, true, { signal: waiting.signal })])
  } finally {
    waiting.abort()
    // Whoever asks next hears of it, where it fails later.
    work.catch(() => undefined)
  }
}
