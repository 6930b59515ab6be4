import { matchTerms, withoutOverlaps } from './matchTerms'
import { tokenize } from './tokens'
import { type CompiledVocabulary, compileVocabulary } from './vocabulary'

/** A place where a term of a list stands. */
export interface FoundTerm {
  /** Which one of the list. */
  index: number
  /** Offsets in UTF-16 code units of the text as given, the end exclusive. */
  start: number
  end: number
  /** Whether it is another form of the term's words. */
  inflected: boolean
}

/** A list of terms that are looked for as words, and not as something that a text is about: see {@link findTerms}. */
export const compileTerms = (terms: readonly string[], locale: string): CompiledVocabulary =>
  compileVocabulary({ symptoms: terms.map((name, index) => ({ slug: String(index), name })), remedies: [] }, locale)

/**
 * Where the terms stand, in any of their forms, the longest of those that overlap; whatever the text says of them: other senses and
 * negation are for `findMentions`. A term does not go on from one line to the next, which is another block.
 */
export function findTerms(text: string, { words, ...vocabulary }: CompiledVocabulary): FoundTerm[] {
  words.forget()
  const tokens = tokenize(text, words.numberOf)
  const placed = matchTerms(tokens, { words, ...vocabulary }).flatMap((found) => {
    const start = tokens.start[found.from] as number
    const end = tokens.end[found.to - 1] as number
    return /[\n\r]/.test(text.slice(start, end)) ? [] : [found]
  })
  return withoutOverlaps(placed).map(({ from, to, term, rule }) => ({
    index: Number(term.entry.slug),
    start: tokens.start[from] as number,
    end: tokens.end[to - 1] as number,
    inflected: rule === 'inflected',
  }))
}
