import { type CompiledSense, compiledSenses } from './compiledSenses'
import { type Language, languageOf } from './language'
import { stemOf } from './stemOf'
import { type Node, TermTree } from './termTree'
import { createWords, type Words } from './words'
import { wordsOf } from './wordsOf'

export type Kind = 'symptom' | 'remedy' | 'clinic'

export interface VocabularyEntry {
  slug: string
  name: string
  /** Other words for it. A clinic's are its city, which is only ever a suggestion. */
  synonyms?: string[]
  /** Phrases that hold its words and mean something else. */
  notPhrases?: string[]
}

export interface Vocabulary {
  symptoms: VocabularyEntry[]
  remedies: VocabularyEntry[]
  clinics?: VocabularyEntry[]
}

/** One name or synonym. */
export interface Term {
  kind: Kind
  entry: VocabularyEntry
  text: string
  /** Its words, normalized. */
  words: string[]
  isName: boolean
  /** Written in capitals, as NSAID: the text must do so too. */
  acronym: boolean
  /** The words stand apart in the term and together here, or the other way round. */
  joined: boolean
  /** A phrase that is not the entry. */
  blocks: boolean
  senses: CompiledSense[]
}

export interface CompiledVocabulary {
  locale: string
  language: Language
  nodes: Node[]
  words: Words
  stemOf: (form: string) => number
  /** Remedies' terms by the stems of their content words, for loose forms. */
  looseByKey: Map<number, LooseTerm[]>
  looseKeyOf: (form: string) => number
}

export interface LooseTerm {
  term: Term
  /** Numbers of stems, equivalent ones being the same. */
  keys: number[]
}

/** Terms of more words are none: nobody writes them so in a text. */
const longestTerm = 12

/** Makes the tree of stems that texts are read with. Entries without words are left out. */
export function compileVocabulary(vocabulary: Vocabulary, locale: string): CompiledVocabulary {
  const language = languageOf(locale)
  const tree = new TermTree(language)
  const terms = termsOf(vocabulary, language)
  for (const term of terms) {
    tree.add(term.words, term)
    if (!term.blocks) for (const words of joinedWords(term)) tree.add(words, { ...term, words, joined: true })
  }
  const looseKeys = looseKeysOf(language)
  const loose = looseTerms(terms, language, looseKeys)
  const looseByKey = new Map<number, LooseTerm[]>()
  for (const each of loose) for (const key of each.keys) looseByKey.set(key, [...(looseByKey.get(key) ?? []), each])
  const looseKeyOf = (form: string) => looseKeys(form, false)
  return {
    locale,
    language,
    nodes: tree.nodes,
    words: createWords(language, tree, (form) => looseByKey.has(looseKeyOf(form))),
    stemOf: (form) => tree.stemNumber(form),
    looseByKey,
    looseKeyOf,
  }
}

function termsOf(vocabulary: Vocabulary, language: Language): Term[] {
  const senses = compiledSenses(language)
  const terms: Term[] = []
  const kinds: [Kind, VocabularyEntry[]][] = [
    ['symptom', vocabulary.symptoms],
    ['remedy', vocabulary.remedies],
    ['clinic', vocabulary.clinics ?? []],
  ]
  for (const [kind, entries] of kinds) {
    for (const entry of entries) {
      const add = (text: string, { isName = false, blocks = false }) => {
        const words = wordsOf(text, language)
        if (words.length === 0 || words.length > longestTerm) return
        const applying = (senses.get(words.join(' ')) ?? []).filter((rule) => !rule.kind || rule.kind === kind)
        const acronym = words.length === 1 && isAcronym(text)
        terms.push({ kind, entry, text, words, isName, acronym, joined: false, blocks, senses: blocks ? [] : applying })
      }
      add(entry.name, { isName: true })
      for (const synonym of entry.synonyms ?? []) add(synonym, {})
      for (const phrase of entry.notPhrases ?? []) add(phrase, { blocks: true })
    }
  }
  return terms
}

/** A term with two of its words in one: head ache, anti-inflammatory. */
function joinedWords({ words, text }: Term): string[][] {
  if (words.length !== 2 && !text.includes('-')) return []
  return words.slice(1).map((word, at) => [...words.slice(0, at), `${words[at]}${word}`, ...words.slice(at + 2)])
}

/** Remedies whose content words may stand in any order. */
function looseTerms(
  terms: readonly Term[],
  language: Language,
  keyOf: (form: string, make: boolean) => number,
): LooseTerm[] {
  return terms
    .filter(({ kind, blocks, words }) => kind === 'remedy' && !blocks && words.length > 1)
    .map((term) => {
      const content = term.words.filter((word) => !language.functionWords.includes(word))
      return { term, keys: [...new Set(content.map((word) => keyOf(word, true)))] }
    })
    .filter(({ keys }) => keys.length > 1)
}

/** Written in capitals, as NSAID. */
export const isAcronym = (text: string): boolean => /^\p{Lu}[\p{Lu}\d]+s?$/u.test(text.trim())

/** Numbers for content words; equivalent words have the same. */
function looseKeysOf(language: Language): (form: string, make: boolean) => number {
  const numbers = new Map<string, number>()
  for (const [index, group] of language.equivalents.entries())
    for (const word of group) numbers.set(stemOf(language, language.normalize(word)), index)
  let next = language.equivalents.length
  return (form, make) => {
    const stem = stemOf(language, form)
    const known = numbers.get(stem)
    if (known !== undefined) return known
    if (!make) return -1
    numbers.set(stem, next)
    return next++
  }
}
