import type { Span } from '../../../readability/splitSentences'
import { sentencesIn } from '../sentences'
import { english } from './english'
import { spanish } from './spanish'

/** A passage that speaks of a study, or gives a figure about people, and so should have a source. */
export interface Claim {
  kind: 'study' | 'figure'
  start: number
  end: number
  sentence: Span
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
  for (const sentence of sentencesIn(text, locale)) {
    const words = text.slice(sentence.start, sentence.end)
    for (const [kind, patterns] of [
      ['study', studies],
      ['figure', figures],
    ] as const) {
      const match = firstMatch(words, patterns)
      if (!match) continue
      const start = sentence.start + match.index
      claims.push({ kind, start, end: start + match[0].length, sentence })
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
