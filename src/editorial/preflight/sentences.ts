import { readingLanguageOf } from '../../readability/language'
import { type Span, splitSentences } from '../../readability/splitSentences'

/** The sentences of a text in a locale; a language that is not known is parted as English is. */
export const sentencesIn = (text: string, locale: string): Span[] =>
  splitSentences(text, readingLanguageOf(locale) ?? 'en')

/** The sentence that stands at an offset, with those before and after it in the same line. */
export function sentencesAround(text: string, sentences: readonly Span[], offset: number): string[] {
  const at = placeAt(sentences, offset)
  if (at === -1) return []
  const lineStart = text.lastIndexOf('\n', offset) + 1
  const next = text.indexOf('\n', offset)
  const lineEnd = next === -1 ? text.length : next
  return sentences
    .slice(Math.max(0, at - 1), at + 2)
    .filter(({ start, end }) => end > lineStart && start < lineEnd)
    .map(({ start, end }) => text.slice(start, end))
}

/** Which of the spans, which stand in their order, holds an offset. By halves: a long text has as many mentions as sentences. */
function placeAt(spans: readonly Span[], offset: number): number {
  let from = 0
  let to = spans.length
  while (from < to) {
    const middle = (from + to) >> 1
    const { start, end } = spans[middle] as Span
    if (offset < start) to = middle
    else if (offset >= end) from = middle + 1
    else return middle
  }
  return -1
}
