import type { Sentence } from './readProse'

/** What every formula is made of. */
export interface TextCounts {
  sentences: number
  words: number
  syllables: number
  /** Words of three syllables and more. */
  polysyllables: number
  /** Those of them that Gunning calls hard: see `ProseWord`. */
  complexWords: number
}

export function countText(prose: readonly Sentence[]): TextCounts {
  const counts: TextCounts = { sentences: prose.length, words: 0, syllables: 0, polysyllables: 0, complexWords: 0 }
  for (const { words } of prose) {
    counts.words += words.length
    for (const { syllables, complex } of words) {
      counts.syllables += syllables
      if (syllables >= 3) counts.polysyllables++
      if (complex) counts.complexWords++
    }
  }
  return counts
}
