import type { Line } from './plainLines'

const MAX_LENGTH = 90
const MAX_WORDS = 14

/** Lines at the top and bottom of articles that look like headings and are none. */
const CREDIT =
  /^(?:by|por|author|autora?|written|reviewed|revisado|updated|actualizado|published|publicado|last|tel|phone|fax|e-?mail|copyright|©|https?:)\b/i

/** First lines that name a part of an article, never the whole. */
const PART =
  /^(?:overview|introduction|summary|background|about|contents|introducción|resumen|información general|contenido)$/i

/** Whether a text's first line is its title. */
export function isTitle(lines: readonly Line[]): boolean {
  const [first, second] = lines
  if (!first || !second || PART.test(first.text)) return false
  if (first.marked || (first.text.length <= 200 && /^title:\s*\S/i.test(first.text))) return true
  return !first.mark && hasHeadingForm(first.text) && !second.mark
}

/**
 * Whether a line is a heading: short, without the period of a sentence, and over something. What decides beyond that is
 * its look (underlined, title case, capitals, a question) or a paragraph below that is plainly longer.
 *
 * @param under asks for a line below a heading, which needs more than another heading below it
 */
export function isHeading(lines: readonly Line[], index: number, under = false): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  if (!line || line.rule) return false
  if (line.marked) return true
  if (!next || next.rule || !hasHeadingForm(line.text) || line.mark === 'bullet') return false
  if (line.mark === 'number') return !next.mark && isLonger(next, line) && isSentence(next.text)
  if (line.text.endsWith(':')) return !next.mark && wordsOf(line.text).length <= 5 && isLonger(next, line)
  if (isTitleCase(line.text) || isCapitals(line.text) || line.text.endsWith('?')) {
    return next.mark !== undefined || isLonger(next, line) || (!under && isHeading(lines, index + 1, true))
  }
  if (next.mark) return line.blankBefore
  return (
    (isLonger(next, line) && isSentence(next.text)) || (line.blankBefore && line.blankAfter && isSentence(next.text))
  )
}

function hasHeadingForm(text: string): boolean {
  if (text.length > MAX_LENGTH || wordsOf(text).length > MAX_WORDS || !/\p{L}/u.test(text)) return false
  if (/[.,;!…]["'”’)\]]*$/.test(text) || CREDIT.test(text)) return false
  if (/[.!?]["'”’)]*\s+\p{Lu}/u.test(text.replace(/\b(?:vs|Dr|Dra|St|No)\./g, ''))) return false // two sentences
  return /^[#¿¡"'“‘(]*(?:\p{Lu}|\p{Lo}|\p{N}|\p{Ll}\p{Lu})/u.test(text)
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []
}

function isLonger(next: Line, line: Line): boolean {
  return next.text.length >= Math.max(40, line.text.length * 1.3)
}

function isSentence(text: string): boolean {
  return /[.!?:…]["'”’)\]]*$/.test(text.slice(-8))
}

function isTitleCase(text: string): boolean {
  const long = wordsOf(text).filter((word) => word.length > 3)
  if (long.length === 0) return false
  return long.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length / long.length >= 0.7
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && text === text.toUpperCase()
}
