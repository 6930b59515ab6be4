import type { Language, NegationWords } from './language'
import { compilePattern, type Pattern } from './patterns'

/** The words of a language by which negation is told, ready to be asked for each word of a text. */
export interface NegationRules {
  determiners: Set<string>
  verbal: Set<string>
  neither: Set<string>
  nor: Set<string>
  /** By their first word. */
  phrases: Map<string, NegatingPhrase[]>
  pseudo: Pattern[]
  adverbs: Set<string>
  verbs: Set<string>
  protective: Set<string>
  transparent: Set<string>
  places: Set<string>
  prepositions: Set<string>
  or: Set<string>
  and: Set<string>
  enders: Set<string>
  clauses: Set<string>
  articles: Set<string>
  until: readonly string[]
  objects: Set<string>
  after: Pattern[]
  history: Pattern[]
  family: Pattern[]
}

/** The longest of those that begin alike comes first. */
export interface NegatingPhrase {
  /** Without the first. */
  words: string[]
  remediesOnly: boolean
}

const compiled = new WeakMap<Language, NegationRules>()

export function negationRulesOf(language: Language): NegationRules {
  const known = compiled.get(language)
  if (known) return known
  const words: NegationWords = language.negation
  const phrases: NegationRules['phrases'] = new Map()
  const add = (list: readonly string[], remediesOnly: boolean) => {
    for (const phrase of list) {
      const [first, ...rest] = phrase.split(' ') as [string, ...string[]]
      phrases.set(first, [...(phrases.get(first) ?? []), { words: rest, remediesOnly }])
    }
  }
  add(words.phrases, false)
  add(words.remedyPhrases, true)
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  const rules: NegationRules = {
    determiners: new Set(words.determiners),
    verbal: new Set(words.verbal),
    neither: new Set(words.neither),
    nor: new Set(words.nor),
    phrases,
    pseudo: words.pseudo.flatMap(compilePattern),
    adverbs: new Set(words.adverbs),
    verbs: new Set(words.verbs),
    protective: new Set(words.protective),
    transparent: new Set(words.transparent),
    places: new Set(words.places),
    prepositions: new Set(words.prepositions),
    or: new Set(words.or),
    and: new Set(words.and),
    enders: new Set(words.enders),
    clauses: new Set(words.clauses),
    articles: new Set(words.articles),
    until: words.until,
    objects: new Set(words.objects),
    after: words.after.flatMap(compilePattern),
    history: language.history.flatMap(compilePattern),
    family: language.family.flatMap(compilePattern),
  }
  compiled.set(language, rules)
  return rules
}
