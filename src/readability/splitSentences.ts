import { type ReadingLanguage, readings } from './language'

/** A place in the text: UTF-16 offsets, the end exclusive. */
export interface Span {
  start: number
  end: number
}

/** What stands before the words of a list item in the plain text of a body. */
const listMark = /^\s*(?:[-*•–—▪●]|\d{1,3}[.)])\s+/
const lastAbbreviation = /(?:^|[\s([“"«¿¡])([\p{L}º.]+)\.$/u
/** No abbreviation is longer, with what stands before it. */
const longest = 10
const hasWord = /[\p{L}\p{N}]/u

/**
 * The sentences of a text, without the spaces and list marks around them. Every line ends one, since a heading and a list item
 * are lines of their own and seldom have a full stop; so does every cell of a table. Within a line Unicode's rules (UAX #29) part
 * them, and an abbreviation does not.
 */
export function splitSentences(text: string, language: ReadingLanguage): Span[] {
  const sentences: Span[] = []
  for (const match of text.matchAll(/[^\n\r\t\u2028\u2029]+/g)) {
    const line = match[0]
    const mark = listMark.exec(line)?.[0].length ?? 0
    for (const { start, end } of sentencesOf(line.slice(mark), language))
      sentences.push({ start: match.index + mark + start, end: match.index + mark + end })
  }
  return sentences
}

const segmenters = {
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
  es: new Intl.Segmenter('es', { granularity: 'sentence' }),
}

function sentencesOf(line: string, language: ReadingLanguage): Span[] {
  const found: Span[] = []
  let start = 0
  for (const { segment, end } of segmentsOf(line, language)) {
    if (end < line.length && goesOn(segment, line.slice(end, end + 2), language)) continue
    const trimmed = trim(line, start, end)
    if (hasWord.test(line.slice(trimmed.start, trimmed.end))) found.push(trimmed)
    start = end
  }
  return found
}

/** So much of a line is segmented at once: Node's segmenter takes time with the square of the length. */
const window = 4_000

function* segmentsOf(line: string, language: ReadingLanguage): Generator<{ segment: string; end: number }> {
  let at = 0
  while (at < line.length) {
    const segments = [...segmenters[language].segment(line.slice(at, at + window))].map(({ segment }) => segment)
    // the last one may go on behind the window
    if (at + window < line.length && segments.length > 1) segments.pop()
    for (const segment of segments) {
      at += segment.length
      yield { segment, end: at }
    }
  }
}

/** Whether a sentence that seems to end with `segment` does not, since an abbreviation stands there. */
function goesOn(segment: string, next: string, language: ReadingLanguage): boolean {
  const { within, perhapsWithin } = readings[language]
  const abbreviation = lastAbbreviation.exec(segment.trimEnd().slice(-longest))?.[1]?.toLowerCase()
  if (abbreviation === undefined) return false
  if (within.has(abbreviation) || (abbreviation === 'ee' && next === 'UU')) return true
  return perhapsWithin.has(abbreviation) && /^[\p{Ll}\p{N}]/u.test(next)
}

function trim(line: string, start: number, end: number): Span {
  while (start < end && /\s/.test(line.charAt(start))) start++
  while (end > start && /\s/.test(line.charAt(end - 1))) end--
  return { start, end }
}
