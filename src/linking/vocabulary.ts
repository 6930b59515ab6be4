import { type Language, languageOf } from './language'
import { compilePattern, type Pattern } from './patterns'
import { fold, tokenize } from './tokens'

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

export interface CompiledSense {
  not: Pattern[]
  needs: Pattern[]
}

/** A node of the tree of stems: where each next stem leads, and the terms that end here. */
export interface Node {
  next: Map<number, number>
  terms: Term[]
}

/** What is known of a word, by its number. */
export interface Words {
  numberOf: (surface: string) => number
  /** Called between texts, never within one: makes room where too many words are known. */
  forget: () => void
  /** Normalized; empty for one too long to be looked at. */
  form: string[]
  /** The number of its stem in the vocabulary, or -1. */
  stem: Int32Array
  flags: Uint8Array
}

export const Flag = {
  capital: 1,
  /** Two capitals at least and no small letter but a plural's. */
  capitals: 2,
  /** The first part of a word of the vocabulary: with the next word it may be that word. */
  prefix: 4,
  /** May begin or be a word of negation. */
  trigger: 8,
  /** Leads somewhere from the root. */
  starts: 16,
  /** A word of a loose form. */
  loose: 32,
} as const

export interface CompiledVocabulary {
  locale: string
  language: Language
  nodes: Node[]
  words: Words
  stemOf: (form: string) => number
  /** Remedies' terms by the stems of their content words, for loose forms. */
  loose: LooseTerm[]
  looseByKey: Map<number, LooseTerm[]>
  looseKeyOf: (form: string) => number
}

export interface LooseTerm {
  term: Term
  /** Numbers of stems, equivalent ones being the same. */
  keys: number[]
}

/** More words than this are forgotten and looked at anew: a text of nothing but different words must not fill the memory. */
const mostWords = 1 << 17

/** Makes the tree of stems that texts are read with. Entries without words are left out. */
export function compileVocabulary(vocabulary: Vocabulary, locale: string): CompiledVocabulary {
  const language = languageOf(locale)
  const stems = new Map<string, number>()
  const nodes: Node[] = [{ next: new Map(), terms: [] }]
  const prefixes = new Set<string>()
  const senses = compiledSenses(language)
  const loose: LooseTerm[] = []

  const stemOf = (form: string) => stems.get(stemCached(language, form)) ?? -1
  const addWords = (words: string[], term: Term) => {
    let at = 0
    for (const word of words) {
      const stem = stemCached(language, word)
      let number = stems.get(stem)
      if (number === undefined) {
        number = stems.size
        stems.set(stem, number)
      }
      let next = nodes[at]?.next.get(number)
      if (next === undefined) {
        next = nodes.length
        nodes.push({ next: new Map(), terms: [] })
        nodes[at]?.next.set(number, next)
      }
      at = next
      for (let length = 3; length < word.length; length++) prefixes.add(word.slice(0, length))
    }
    nodes[at]?.terms.push(term)
  }

  const kinds: [Kind, VocabularyEntry[]][] = [
    ['symptom', vocabulary.symptoms],
    ['remedy', vocabulary.remedies],
    ['clinic', vocabulary.clinics ?? []],
  ]
  for (const [kind, entries] of kinds) {
    for (const entry of entries) {
      const add = (text: string, isName: boolean, blocks = false) => {
        const words = wordsOf(text, language)
        if (words.length === 0 || words.length > 12) return
        const key = words.join(' ')
        const applying = blocks ? [] : (senses.get(key) ?? []).filter((rule) => !rule.kind || rule.kind === kind)
        const acronym = words.length === 1 && isAcronym(text)
        const term: Term = { kind, entry, text, words, isName, acronym, joined: false, blocks, senses: applying }
        addWords(words, term)
        for (let at = 0; at + 1 < words.length && !blocks; at++) {
          const joined = [...words.slice(0, at), `${words[at]}${words[at + 1]}`, ...words.slice(at + 2)]
          if (joined.length === 1 || text.includes('-')) addWords(joined, { ...term, words: joined, joined: true })
        }
        if (kind === 'remedy' && !blocks && words.length > 1) loose.push({ term, keys: [] })
      }
      add(entry.name, true)
      for (const synonym of entry.synonyms ?? []) add(synonym, false)
      for (const phrase of entry.notPhrases ?? []) add(phrase, false, true)
    }
  }

  const looseKeys = looseKeysOf(language)
  const looseByKey = new Map<number, LooseTerm[]>()
  for (const each of loose) {
    const content = each.term.words.filter((word) => !language.functionWords.includes(word))
    each.keys = [...new Set(content.map((word) => looseKeys(word, true)))]
    if (each.keys.length < 2) continue
    for (const key of each.keys) looseByKey.set(key, [...(looseByKey.get(key) ?? []), each])
  }

  const words = createWords(language, stems, prefixes, nodes[0] as Node, (form) =>
    looseByKey.has(looseKeys(form, false)),
  )
  return {
    locale,
    language,
    nodes,
    words,
    stemOf,
    loose,
    looseByKey,
    looseKeyOf: (form) => looseKeys(form, false),
  }
}

/** The words of a term as the engine compares them. */
export function wordsOf(text: string, language: Language): string[] {
  const words: string[] = []
  tokenize(text, (surface) => words.push(language.normalize(fold(surface))))
  return words.filter((word) => word !== '')
}

const stemCaches = new WeakMap<Language, Map<string, string>>()

function stemCached(language: Language, form: string): string {
  let cache = stemCaches.get(language)
  if (!cache) {
    cache = new Map()
    stemCaches.set(language, cache)
  }
  let stem = cache.get(form)
  if (stem === undefined) {
    if (cache.size >= mostWords) cache.clear()
    stem = language.stem(form)
    cache.set(form, stem)
  }
  return stem
}

/** Written in capitals, as NSAID. */
export const isAcronym = (text: string): boolean => /^\p{Lu}[\p{Lu}\d]+s?$/u.test(text.trim())

const senseCaches = new WeakMap<Language, Map<string, (CompiledSense & { kind?: Kind })[]>>()

function compiledSenses(language: Language): Map<string, (CompiledSense & { kind?: Kind })[]> {
  const known = senseCaches.get(language)
  if (known) return known
  const byTerm = new Map<string, (CompiledSense & { kind?: Kind })[]>()
  for (const rule of language.senses) {
    const compiled = {
      not: (rule.not ?? []).flatMap(compilePattern),
      needs: (rule.needs ?? []).flatMap(compilePattern),
      ...(rule.kind ? { kind: rule.kind } : {}),
    }
    for (const term of rule.terms) {
      const key = wordsOf(term, language).join(' ')
      byTerm.set(key, [...(byTerm.get(key) ?? []), compiled])
    }
  }
  senseCaches.set(language, byTerm)
  return byTerm
}

/** Numbers for content words; equivalent words have the same. */
function looseKeysOf(language: Language): (form: string, make: boolean) => number {
  const numbers = new Map<string, number>()
  for (const [index, group] of language.equivalents.entries())
    for (const word of group) numbers.set(stemCached(language, language.normalize(word)), index)
  let next = language.equivalents.length
  return (form, make) => {
    const stem = stemCached(language, form)
    const known = numbers.get(stem)
    if (known !== undefined) return known
    if (!make) return -1
    numbers.set(stem, next)
    return next++
  }
}

const triggerCaches = new WeakMap<Language, Set<string>>()

function triggersOf(language: Language): Set<string> {
  let triggers = triggerCaches.get(language)
  if (!triggers) {
    const { negation } = language
    const phrases = [...negation.phrases, ...negation.remedyPhrases].map((phrase) => phrase.split(' ')[0] as string)
    triggers = new Set([...negation.determiners, ...negation.verbal, ...negation.neither, ...negation.nor, ...phrases])
    triggerCaches.set(language, triggers)
  }
  return triggers
}

function createWords(
  language: Language,
  stems: Map<string, number>,
  prefixes: Set<string>,
  root: Node,
  isLoose: (form: string) => boolean,
): Words {
  const triggers = triggersOf(language)
  let numbers = new Map<string, number>()
  const words: Words = {
    numberOf,
    forget,
    form: [''],
    stem: new Int32Array(1 << 12).fill(-1),
    flags: new Uint8Array(1 << 12),
  }
  function numberOf(surface: string): number {
    const known = numbers.get(surface)
    if (known !== undefined) return known
    if (surface === '') return 0
    return learn(surface)
  }
  function learn(surface: string): number {
    const number = words.form.length
    if (number >= words.stem.length) {
      const stem = new Int32Array(words.stem.length * 2).fill(-1)
      stem.set(words.stem)
      words.stem = stem
      const flags = new Uint8Array(words.flags.length * 2)
      flags.set(words.flags)
      words.flags = flags
    }
    const form = language.normalize(fold(surface))
    const stem = stems.get(stemCached(language, form)) ?? -1
    words.form.push(form)
    words.stem[number] = stem
    words.flags[number] =
      (/^\p{Lu}/u.test(surface) ? Flag.capital : 0) |
      (/^[\p{Lu}\d]*\p{Lu}[\p{Lu}\d]*\p{Lu}[\p{Lu}\d]*(?:['’]?s)?$/u.test(surface) ? Flag.capitals : 0) |
      (prefixes.has(form) ? Flag.prefix : 0) |
      (triggers.has(form) ? Flag.trigger : 0) |
      (stem >= 0 && root.next.has(stem) ? Flag.starts : 0) |
      (isLoose(form) ? Flag.loose : 0)
    numbers.set(surface, number)
    return number
  }
  function forget(): void {
    if (words.form.length < mostWords) return
    numbers = new Map()
    words.form = ['']
    words.stem = new Int32Array(1 << 12).fill(-1)
    words.flags = new Uint8Array(1 << 12)
  }
  return words
}
