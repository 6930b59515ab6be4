import { compileTerms, findTerms } from '../../linking/findTerms'
import type { CompiledVocabulary } from '../../linking/vocabulary'
import { wordsOf } from '../../linking/wordsOf'

/** A word that patients may not know, and a plainer one for it. */
export interface JargonEntry {
  term: string
  plainer: string
}

export interface FoundJargon extends JargonEntry {
  /** UTF-16 offsets in the text, the end exclusive. */
  start: number
  end: number
  /** As it stands in the text. */
  text: string
  /** It stands there in another form than in the list, so that the plainer word may need another one too. */
  inflected: boolean
}

/** The list in one language, made ready to be looked for. */
export interface CompiledJargon {
  entries: readonly JargonEntry[]
  vocabulary: CompiledVocabulary
}

export const compileJargon = (entries: readonly JargonEntry[], locale: string): CompiledJargon => ({
  entries,
  vocabulary: compileTerms(
    entries.map(({ term }) => term),
    locale,
  ),
})

/** The jargon of a text in its order, but for what is explained where it stands: hypertension (high blood pressure), or the other way round. */
export function findJargon(text: string, { entries, vocabulary }: CompiledJargon): FoundJargon[] {
  return findTerms(text, vocabulary).flatMap(({ index, start, end, inflected }) => {
    const entry = entries[index]
    if (!entry || isExplained(text, start, end, stemsOf(entry.plainer, vocabulary), vocabulary)) return []
    return [{ ...entry, start, end, text: text.slice(start, end), inflected }]
  })
}

/** So far from the word a bracket may reach, in characters. */
const reach = 200

function isExplained(
  text: string,
  start: number,
  end: number,
  plainer: readonly string[],
  vocabulary: CompiledVocabulary,
): boolean {
  const inBrackets = /^["”’»]? ?[([]([^()[\]\n]*)[)\]]/.exec(text.slice(end, end + reach))?.[1]
  if (inBrackets !== undefined && holds(stemsOf(inBrackets, vocabulary), plainer)) return true
  const beforeBracket = /([^()[\]\n]*)[([][^()[\]\n]*$/.exec(text.slice(Math.max(0, start - reach), start))?.[1]
  return beforeBracket !== undefined && holds(stemsOf(beforeBracket, vocabulary).slice(-plainer.length), plainer)
}

const stemsOf = (text: string, { language }: CompiledVocabulary): string[] =>
  wordsOf(text, language).map((word) => language.stem(word))

const holds = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length > 0 && words.some((_, at) => wanted.every((word, index) => words[at + index] === word))
