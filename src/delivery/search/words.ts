import { type Language, languageOf } from '../../linking/language'

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu

export interface Word {
  text: string
  start: number
  end: number
}

/** The words of a text, with their places in it. */
export function* wordsIn(text: string): Generator<Word> {
  for (const { 0: found, index } of text.matchAll(word)) {
    const trimmed = found.replace(/['’]+$/, '')
    yield { text: trimmed, start: index, end: index + trimmed.length }
  }
}

export const tokenize = (text: string): string[] => [...wordsIn(text)].map(({ text }) => text)

/** What a word is found by: its stem, and itself, since what is being typed is the beginning of a word and not of its stem. */
export function formsOf(locale: string): (word: string) => string[] {
  const language: Language = languageOf(locale)
  const ignored = new Set(language.functionWords)
  return (word) => {
    const plain = word.toLowerCase().replaceAll('’', "'")
    if (ignored.has(plain) || plain.length > 64) return []
    const normal = language.normalize(plain)
    const stem = language.stem(normal)
    return stem === normal ? [normal] : [stem, normal]
  }
}
