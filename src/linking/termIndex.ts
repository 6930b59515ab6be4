import { type Language, languageOf } from './language'
import { isAcronym, type Kind, type Vocabulary } from './vocabulary'
import { wordsOf } from './wordsOf'

/** Whose name or synonym a term is. */
export interface TermOwner {
  kind: Kind
  slug: string
  name: string
  /** As it is written there. */
  term: string
}

/** The names and synonyms of symptoms and remedies, found as the engine compares words. */
export interface TermIndex {
  /** The entries that have this term: in other letters, spacing or inflection too, where no text could tell the two apart. */
  ownersOf(term: string): TermOwner[]
}

/**
 * Says whether a term is taken. Two terms are the same where each is found wherever the other one stands; so sore and sores, or
 * ICE and ice, are two. Phrases that mean something else (`notPhrases`) belong to nobody, and clinics share their cities.
 */
export function indexTerms(
  { symptoms, remedies }: Pick<Vocabulary, 'symptoms' | 'remedies'>,
  locale: string,
): TermIndex {
  const language = languageOf(locale)
  const byStems = new Map<string, Known[]>()
  const byLetters = new Map<string, Known[]>()
  const add = (index: Map<string, Known[]>, key: string, known: Known) => {
    const there = index.get(key)
    if (there) there.push(known)
    else index.set(key, [known])
  }
  const kinds = [['symptom', symptoms] as const, ['remedy', remedies] as const]
  for (const [kind, entries] of kinds)
    for (const { slug, name, synonyms = [] } of entries)
      for (const term of [name, ...synonyms]) {
        const read = readTerm(term, language)
        if (read.words.length === 0) continue
        const known: Known = { ...read, owner: { kind, slug, name, term } }
        add(byStems, stemsOf(read.words, language), known)
        add(byLetters, read.words.join(''), known)
      }
  return {
    ownersOf(term) {
      const read = readTerm(term, language)
      if (read.words.length === 0) return []
      const near = [
        ...(byStems.get(stemsOf(read.words, language)) ?? []),
        ...(byLetters.get(read.words.join('')) ?? []),
      ]
      const owners = new Map<string, TermOwner>()
      for (const known of near) {
        const { kind, slug } = known.owner
        if (!owners.has(`${kind}:${slug}`) && isSame(read, known, language)) owners.set(`${kind}:${slug}`, known.owner)
      }
      return [...owners.values()]
    },
  }
}

/** A term as it is compared. */
interface ReadTerm {
  words: string[]
  acronym: boolean
}
type Known = ReadTerm & { owner: TermOwner }

function readTerm(term: string, language: Language): ReadTerm {
  const words = wordsOf(term, language)
  return { words, acronym: words.length === 1 && isAcronym(term) }
}

const stemsOf = (words: readonly string[], { stem }: Language): string => words.map((word) => stem(word)).join(' ')

function isSame(one: ReadTerm, other: ReadTerm, { agrees }: Language): boolean {
  if (one.acronym !== other.acronym) return false
  if (one.words.join('') === other.words.join('')) return true
  if (one.words.length !== other.words.length) return false
  const alone = one.words.length === 1
  return one.words.every((word, at) => {
    const there = other.words[at] as string
    return word === there || (agrees(word, there, alone) !== 'no' && agrees(there, word, alone) !== 'no')
  })
}
