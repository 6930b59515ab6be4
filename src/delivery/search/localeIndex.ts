import MiniSearch from 'minisearch'
import type { BasePayload } from 'payload'
import { nextTurn } from '../../database/nextTurn'
import type { Locale } from '../addresses'
import { type Changes, Mirror, type Mirrored } from '../mirror'
import { oneAtATime } from '../oneAtATime'
import { searched, searchedFields, toSearchable } from './searchable'
import { formsOf, tokenize } from './words'

/** Where a document stands in the index. */
export interface Match {
  collection: Mirrored
  id: string
  score: number
  /** The forms of words by which it was found. */
  forms: ReadonlySet<string>
}

interface Row {
  id: string
  name: string
  synonyms: string
  short: string
  long: string
}

const weights = { name: 4, synonyms: 3, short: 2 }

/** The index of one language. It holds words and ids; what a reader gets is read again, by the rules for strangers. */
export class LocaleIndex {
  private readonly documents: MiniSearch<Row>
  /** Words as they are written, since a stem is nothing to suggest. */
  private readonly terms: MiniSearch<Row>
  private readonly mirrors: Mirror<Mirrored>[]
  private last: Promise<unknown> = Promise.resolve()
  private begun: Promise<void> | undefined

  constructor(payload: BasePayload, locale: Locale) {
    this.mirrors = searched.map((collection) => new Mirror(payload, collection, locale, searchedFields[collection]))
    const forms = remembered(formsOf(locale))
    this.documents = new MiniSearch({
      fields: ['name', 'synonyms', 'short', 'long'],
      tokenize,
      // Of a long text the stems alone: its words as they are written would take as much memory again.
      processTerm: (word, field) => (field === 'long' ? (forms(word)[0] ?? null) : forms(word)),
      searchOptions: { boost: weights },
    })
    this.terms = new MiniSearch({ fields: ['name', 'synonyms'], tokenize, processTerm: (term) => term.toLowerCase() })
  }

  /** Takes over what changed, one at a time. */
  readonly refresh = oneAtATime(() =>
    this.alone(async () => {
      for (const mirror of this.mirrors) await mirror.changes((changes) => this.take(mirror.collection, changes))
    }),
  )

  /** Builds it where it is not there yet; afterwards it is kept by {@link reread}. */
  build(): Promise<void> {
    this.begun ??= this.refresh().catch((error) => {
      this.begun = undefined
      throw error
    })
    return this.begun
  }

  reread(ids: ReadonlyMap<string, ReadonlySet<string>>): Promise<void> {
    // What comes while it is being built waits for that: a document may have been read before it changed.
    if (!this.begun) return Promise.resolve()
    return this.alone(async () => {
      for (const mirror of this.mirrors) {
        const changed = ids.get(mirror.collection)
        if (changed) await this.take(mirror.collection, await mirror.reread([...changed]))
      }
    })
  }

  search(query: string, strict: boolean): Match[] {
    const loosely = { fuzzy: fuzziness, prefix: (term: string) => term.length > 2 }
    return this.documents.search(query, strict ? { combineWith: 'AND' } : loosely).map(({ id, score, terms }) => {
      const [collection, own] = String(id).split('/') as [Mirrored, string]
      return { collection, id: own, score, forms: new Set(terms) }
    })
  }

  suggest(query: string, limit: number): string[] {
    const found = this.terms.autoSuggest(query, { fuzzy: fuzziness })
    return found.slice(0, limit).map(({ suggestion }) => suggestion)
  }

  private async take(collection: Mirrored, { read, gone }: Changes<{ id: string }>): Promise<void> {
    for (const doc of read) {
      await nextTurn()
      const { name, synonyms, short, long } = toSearchable(collection, doc)
      const row = { id: `${collection}/${doc.id}`, name, synonyms: synonyms.join('\n'), short: short.join('\n'), long }
      for (const index of [this.documents, this.terms]) {
        if (index.has(row.id)) index.replace(row)
        else index.add(row)
      }
    }
    for (const id of gone)
      for (const index of [this.documents, this.terms])
        if (index.has(`${collection}/${id}`)) index.discard(`${collection}/${id}`)
  }

  private alone(work: () => Promise<void>): Promise<void> {
    const done = this.last.then(work)
    this.last = done.catch(() => undefined)
    return done
  }
}

/** A text has few words that the texts before it had not. */
function remembered(formsOf: (word: string) => string[]): (word: string) => string[] {
  const known = new Map<string, string[]>()
  return (word) => {
    let forms = known.get(word)
    if (!forms) {
      if (known.size >= mostRemembered) known.clear()
      forms = formsOf(word)
      known.set(word, forms)
    }
    return forms
  }
}
const mostRemembered = 20_000

/** One wrong letter in five; short words are another word then. */
const fuzziness = (term: string): number | false => (term.length > 3 ? 0.2 : false)
