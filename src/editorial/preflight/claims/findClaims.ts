import { sentencesIn } from '../sentences'
import { english } from './english'
import { spanish } from './spanish'

/** A passage that speaks of a study, or gives a figure about people, and so should have a source. */
export interface Claim {
  kind: 'study' | 'figure'
  start: number
  end: number
  sentence: { start: number; end: number }
}

/** What speaks of studies, and what gives figures about people. The first match of a sentence is told. */
export interface ClaimPatterns {
  studies: readonly RegExp[]
  figures: readonly RegExp[]
}

/**
 * Claims that a careful editor would want a source for. Careful means: a dose, a strength, a time, a date, a phone number or how often
 * to do something is none, and neither is a score that a reader gives. At most one of each kind is told for a sentence.
 */
export function findClaims(text: string, locale: string): Claim[] {
  const { studies, figures } = locale.startsWith('es') ? spanish : english
  const claims: Claim[] = []
  for (const { start: from, end: to, words } of sentencesIn(text)) {
    const sentence = { start: from, end: to }
    for (const [kind, patterns] of [
      ['study', studies],
      ['figure', figures],
    ] as const) {
      const match = firstMatch(words, patterns)
      if (match) claims.push({ kind, start: from + match.index, end: from + match.index + match[0].length, sentence })
    }
  }
  return claims
}

function firstMatch(words: string, patterns: readonly RegExp[]): RegExpExecArray | undefined {
  return patterns
    .map((pattern) => pattern.exec(words))
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index || b[0].length - a[0].length)[0]
}
