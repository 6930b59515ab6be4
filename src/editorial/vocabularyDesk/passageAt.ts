/** Some words of a text with what stands around them. */
export interface Passage {
  before: string
  text: string
  after: string
}

const longestSide = 70

/** The words from `start` to `end` within their line, and as much on each side as a reader needs to judge them; cut at words. */
export function passageAt(text: string, start: number, end: number): Passage {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', end)
  const lineEnd = newline < 0 ? text.length : newline
  let from = Math.max(lineStart, start - longestSide)
  if (from > lineStart) {
    const space = text.indexOf(' ', from)
    if (space >= 0 && space < start) from = space + 1
  }
  let to = Math.min(lineEnd, end + longestSide)
  if (to < lineEnd) {
    const space = text.lastIndexOf(' ', to)
    if (space >= end) to = space
  }
  return {
    before: (from > lineStart ? '… ' : '') + text.slice(from, start),
    text: text.slice(start, end),
    after: text.slice(end, to) + (to < lineEnd ? ' …' : ''),
  }
}
