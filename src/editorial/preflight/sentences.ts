import { readingLanguageOf } from '../../readability/language'
import { type Span, splitSentences } from '../../readability/splitSentences'

/** The sentences of a text in a locale; a language that is not known is parted as English is. */
export const sentencesIn = (text: string, locale: string): Span[] =>
  splitSentences(text, readingLanguageOf(locale) ?? 'en')

/** The sentence that stands at an offset, with those before and after it in the same line. */
export function sentencesAround(text: string, sentences: readonly Span[], offset: number): string[] {
  const at = sentences.findIndex(({ start, end }) => offset >= start && offset < end)
  if (at === -1) return []
  const lineStart = text.lastIndexOf('\n', offset) + 1
  const next = text.indexOf('\n', offset)
  const lineEnd = next === -1 ? text.length : next
  return sentences
    .slice(Math.max(0, at - 1), at + 2)
    .filter(({ start, end }) => end > lineStart && start < lineEnd)
    .map(({ start, end }) => text.slice(start, end))
}
