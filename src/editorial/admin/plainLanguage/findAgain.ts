import type { Span } from '../body/placeInBody'

/** So many characters on both sides must be the same, for the words to be the same ones. */
const context = 12

/**
 * Where words of a text stand in what it has become: something was typed before or behind them since. Others like them are not meant,
 * so that pressing a button twice before the panel has caught up does not change another place.
 *
 * @returns where they start; undefined where they, or what stood around them, are not there any more
 */
export function findAgain(now: string, before: string, { start, end }: Span): number | undefined {
  const from = Math.max(0, start - context)
  const around = before.slice(from, end + context)
  const moved = from + now.length - before.length
  for (const at of [from, moved]) if (at >= 0 && now.startsWith(around, at)) return at + start - from
  return undefined
}
