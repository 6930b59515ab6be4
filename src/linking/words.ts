import type { Language } from './language'
import { mostWords } from './mostWords'
import type { TermTree } from './termTree'
import { fold } from './tokens'

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

/** Learns words as texts bring them. */
export function createWords(language: Language, tree: TermTree, isLoose: (form: string) => boolean): Words {
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
    const stem = tree.stemNumber(form)
    words.form.push(form)
    words.stem[number] = stem
    words.flags[number] =
      (/^\p{Lu}/u.test(surface) ? Flag.capital : 0) |
      (/^[\p{Lu}\d]*\p{Lu}[\p{Lu}\d]*\p{Lu}[\p{Lu}\d]*(?:['’]?s)?$/u.test(surface) ? Flag.capitals : 0) |
      (tree.prefixes.has(form) ? Flag.prefix : 0) |
      (triggers.has(form) ? Flag.trigger : 0) |
      (stem >= 0 && tree.root.next.has(stem) ? Flag.starts : 0) |
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
