import { indexTerms } from '../../../linking/termIndex'
import type { Row } from '../../keptRows'

type Localized<T> = Record<string, T | null | undefined>

export interface Code {
  id?: string
  system: string
  code: string
  display?: string | null
}

/** What an entry gives to the one that takes its place. */
export interface Given {
  /** By locale; without those that a third entry has. */
  terms: Localized<string[]>
  notPhrases: Localized<string[]>
  codes: Code[]
  /** Of a symptom: the remedies that relieve it. */
  relievedBy: string[]
}

/** What is different in the entry that stays once it has taken what the other one gives; undefined where it has all of it. */
export function unite(row: Row, given: Given, newId: () => string): Partial<Row> | undefined {
  const names = (row.name ?? {}) as Localized<string>
  const synonyms = { ...(row.synonyms as Localized<string[]> | null | undefined) }
  const notPhrases = { ...(row.notPhrases as Localized<string[]> | null | undefined) }
  const changes: Partial<Row> = {}
  for (const locale of new Set([...Object.keys(given.terms), ...Object.keys(given.notPhrases)])) {
    const had = synonyms[locale] ?? []
    const more = termsBeyond([names[locale] ?? '', ...had], given.terms[locale] ?? [], locale)
    if (more.length > 0) {
      synonyms[locale] = [...had, ...more]
      changes.synonyms = synonyms
    }
    const terms = [names[locale] ?? '', ...(synonyms[locale] ?? [])]
    const before = notPhrases[locale] ?? []
    // A word of its own is no longer something else.
    const phrases = termsBeyond(terms, [...before, ...(given.notPhrases[locale] ?? [])], locale)
    if (phrases.length !== before.length || phrases.some((phrase, at) => phrase !== before[at])) {
      notPhrases[locale] = phrases
      changes.notPhrases = notPhrases
    }
  }
  const codes = (row.codes ?? []) as Code[]
  const moreCodes = given.codes.filter((code) => !codes.some((each) => isSameCode(each, code)))
  // Rows have ids of their own in their table, and the one that goes keeps its rows.
  if (moreCodes.length > 0) changes.codes = [...codes, ...moreCodes.map((code) => ({ ...code, id: newId() }))]
  const relieved = (row.relievedBy ?? []) as string[]
  const moreRelieved = given.relievedBy.filter((id) => !relieved.includes(id) && id !== row.id)
  if (moreRelieved.length > 0) changes.relievedBy = [...relieved, ...moreRelieved]
  return Object.keys(changes).length > 0 ? changes : undefined
}

/** Those of the terms that are none of the known ones, as the engine compares words. */
export function termsBeyond(known: readonly string[], terms: readonly string[], locale: string): string[] {
  const index = indexTerms({ symptoms: [{ slug: 'known', name: '', synonyms: [...known] }], remedies: [] }, locale)
  return [...new Set(terms)].filter((term) => index.ownersOf(term).length === 0)
}

export const isSameCode = (one: Code, other: Code): boolean => one.system === other.system && one.code === other.code
