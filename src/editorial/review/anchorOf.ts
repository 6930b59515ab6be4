/** Words in an article's plain text, with where they stood when somebody spoke of them. */
export interface Quote {
  quote: string
  start: number
  end: number
}

/**
 * Where quoted words stand now: where they stood, or the nearest place that has them; undefined where they are gone. Spaces count as
 * one another, since a paragraph may have been split or joined.
 */
export function anchorOf(text: string, { quote, start }: Quote): { start: number; end: number } | undefined {
  if (quote === '') return undefined
  if (text.startsWith(quote, start)) return { start, end: start + quote.length }
  const words = quote.trim().split(/\s+/).map(escaped).join('\\s+')
  let nearest: { start: number; end: number } | undefined
  for (const match of text.matchAll(new RegExp(words, 'gu'))) {
    const at = match.index
    if (nearest && Math.abs(at - start) >= Math.abs(nearest.start - start)) break // they only get farther
    nearest = { start: at, end: at + match[0].length }
  }
  return nearest
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
