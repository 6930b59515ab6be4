/** How many characters of a line are shown on each side of the words. */
const margin = 36

/** The words of a place with what stands around them in their line, cut between words. */
export function passageAround(
  text: string,
  { start, end }: { start: number; end: number },
): { before: string; words: string; after: string } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end)
  let from = Math.max(lineStart, start - margin)
  let to = Math.min(lineEnd, end + margin)
  if (from > lineStart) {
    const space = text.indexOf(' ', from)
    from = space < 0 || space >= start ? start : space + 1
  }
  if (to < lineEnd) {
    const space = text.lastIndexOf(' ', to)
    to = space <= end ? end : space
  }
  return {
    before: `${from > lineStart ? '… ' : ''}${text.slice(from, start)}`,
    words: text.slice(start, end),
    after: `${text.slice(end, to)}${to < lineEnd ? ' …' : ''}`,
  }
}
