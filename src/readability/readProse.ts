import { type ReadingLanguage, readings } from './language'
import { type Span, splitSentences } from './splitSentences'

export interface ProseWord extends Span {
  syllables: number
  /**
   * Hard in the sense of Gunning: three syllables or more, and neither a name, nor joined of shorter words, nor three only by the
   * ending of a verb or a plural.
   */
  complex: boolean
}

export interface Sentence extends Span {
  words: ProseWord[]
}

/** A text as readability sees it: sentences of words of syllables, with their places in the text. */
export function readProse(text: string, language: ReadingLanguage): Sentence[] {
  return splitSentences(text, language).flatMap((span) => {
    const words = wordsOf(text, span, language)
    return words.length ? [{ ...span, words }] : []
  })
}

/** An address stands for one word; else letters and figures, with what joins them: don’t, long-term, 2.5. */
const word =
  /(?:https?:\/\/|www\.)[^\s]+|[^\s@]{1,64}@[^\s@]{1,255}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,\u2010\u2011-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu
const address = /^(?:https?:\/\/|www\.)|@/

function wordsOf(text: string, { start, end }: Span, language: ReadingLanguage): ProseWord[] {
  const sentence = text.slice(start, end)
  const words: ProseWord[] = []
  for (const match of sentence.matchAll(word)) {
    const spelled = match[0]
    const syllables = syllablesOf(spelled, language)
    words.push({
      start: start + match.index,
      end: start + match.index + spelled.length,
      syllables,
      complex: syllables >= 3 && isComplex(spelled, words.length === 0, syllables, language),
    })
  }
  return words
}

/** The syllables of what stands between two spaces. A figure or an address counts as one, however it would be read aloud. */
function syllablesOf(spelled: string, language: ReadingLanguage): number {
  if (address.test(spelled)) return 1
  let syllables = 0
  for (const part of spelled.split(/[.,\u2010\u2011-]/)) {
    if (/\p{L}/u.test(part)) syllables += kept(part, language)
  }
  return Math.max(1, syllables)
}

function isComplex(spelled: string, first: boolean, syllables: number, language: ReadingLanguage): boolean {
  if (/[-\u2010\u2011]/.test(spelled)) return false
  if (!first && /^\p{Lu}/u.test(spelled)) return false
  const base =
    language === 'en' && syllables === 3 ? /^(.{3,})(?:es|ed|ing)$/.exec(spelled.toLowerCase())?.[1] : undefined
  return !base || kept(base, language) >= 3
}

const known: Record<ReadingLanguage, Map<string, number>> = { en: new Map(), es: new Map() }
/** More words than this are forgotten: a text of nothing but different words must not fill the memory. */
const most = 20_000
/** No word is longer; a longer run of letters costs no more than this to look at. */
const longestWord = 60

function kept(part: string, language: ReadingLanguage): number {
  const words = known[language]
  const spelled = part.slice(0, longestWord)
  let syllables = words.get(spelled)
  if (syllables === undefined) {
    if (words.size >= most) words.clear()
    syllables = readings[language].countSyllables(spelled)
    words.set(spelled, syllables)
  }
  return syllables
}
