import type { Mention } from './findMentions'

type Placed = Pick<Mention, 'start' | 'confidence' | 'role'>

/** As much as so many mentions at the very start of the text. */
const titleWeight = 3
const startWeight = 1.5
/** A sign to look out for is not what the article is about. */
const redFlagWeight = 0.5

/**
 * How much a text is about an entry: each mention counts, the earlier the more, and the title counts most (position and
 * frequency, as Edmundson, J ACM 1969, weighs sentences). Only the order of these numbers means something.
 *
 * @param mentions the entry's own, in one text
 * @param length the text's, in the units of `start`
 */
export function salienceOf(mentions: readonly Placed[], length: number, inTitle: boolean): number {
  let score = inTitle ? titleWeight : 0
  for (const { start, confidence, role } of mentions) {
    const early = 1 - Math.min(1, start / Math.max(1, length))
    score += confidence * (1 + (startWeight - 1) * early) * (role === 'red-flag' ? redFlagWeight : 1)
  }
  return score
}
