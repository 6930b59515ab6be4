import { findMentions, LINK_THRESHOLD } from '../../src/linking/findMentions'
import { compileVocabulary, type Vocabulary } from '../../src/linking/vocabulary'
import type { Locale } from './readPassages'
import type { Prediction } from './scorePassages'

/** What links by itself or is negated in each passage, as the scorers take it. */
export function predict(
  locale: Locale,
  vocabulary: Vocabulary,
  passages: readonly { id: string; text: string }[],
): Prediction[] {
  const compiled = compileVocabulary(vocabulary, locale)
  return passages.map(({ id, text }) => ({
    id,
    mentions: findMentions(text, compiled)
      .filter(({ confidence }) => confidence >= LINK_THRESHOLD)
      .map(({ kind, slug, start, end, negated }) => ({
        kind: kind as 'symptom' | 'remedy',
        slug,
        start,
        end,
        negated,
      })),
  }))
}
