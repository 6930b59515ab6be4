import { escapeHtml } from '../../richtext/escapeHtml'
import { type Word, wordsIn } from './words'

const usualLength = 200

/**
 * The piece of a text that says most of what was looked for, as HTML: escaped, with the words found in `<mark>` and an ellipsis where
 * it was cut. Of several texts the first that holds a word is taken; where none does, the first one's beginning.
 */
export function snippetOf(texts: readonly string[], isFound: (word: string) => boolean, length = usualLength): string {
  for (const text of texts) {
    const found = [...wordsIn(text)].filter((word) => isFound(word.text))
    if (found.length > 0) return marked(text, found, bestStart(found, length), length)
  }
  const text = texts.find((each) => each.trim() !== '') ?? ''
  return marked(text, [], 0, length)
}

/** Where a window holds the most different words; the first of those that hold as many. */
function bestStart(found: readonly Word[], length: number): number {
  let best = 0
  let most = 0
  for (const [index, { start }] of found.entries()) {
    const within = new Set<string>()
    for (let at = index; at < found.length; at++) {
      const word = found[at] as Word
      if (word.end - start > length) break
      within.add(word.text.toLowerCase())
    }
    if (within.size > most) {
      most = within.size
      best = start
    }
  }
  return Math.max(0, best - Math.floor(length / 5))
}

function marked(text: string, found: readonly Word[], from: number, length: number): string {
  const start = from === 0 ? 0 : wordStart(text, from)
  const end = start + length >= text.length ? text.length : wordEnd(text, start + length, start)
  let html = start > 0 ? '…' : ''
  let at = start
  for (const word of found) {
    if (word.start < start || word.end > end) continue
    html += `${escaped(text.slice(at, word.start))}<mark>${escaped(text.slice(word.start, word.end))}</mark>`
    at = word.end
  }
  html += escaped(text.slice(at, end))
  return end < text.length ? `${html.trimEnd()}…` : html
}

/** The first word's beginning at or behind a place: nothing is cut in two. */
function wordStart(text: string, from: number): number {
  const space = text.slice(from, from + 40).search(/\s/)
  return space < 0 ? whole(text, from) : from + space + 1
}

function wordEnd(text: string, end: number, start: number): number {
  const space = text.lastIndexOf(' ', end)
  return space > start && end - space < 40 ? space : whole(text, end)
}

/** Not between the two halves of a character. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at)

const escaped = (text: string): string => escapeHtml(text.replace(/\s+/g, ' '))
