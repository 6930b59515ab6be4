import type { Found } from './found'
import { Gap, type Tokens } from './tokens'
import type { CompiledVocabulary, LooseTerm } from './vocabulary'
import { Flag } from './words'

/** How many words a loose form may span for each word of the term. */
const spread = 2
const mostPerText = 200

/**
 * Remedies in other words: the content words of a term, or words that say the same, in any order and with a few between ("raise
 * your legs above your heart", "legs raised" for leg elevation). Suggestions only.
 */
export function findLoose(found: readonly Found[], tokens: Tokens, vocabulary: CompiledVocabulary): Found[] {
  const { words, looseByKey, looseKeyOf } = vocabulary
  const loose: Found[] = []
  const named = new Set(found.map(({ term }) => term.entry))
  let next = 0
  for (let at = 0; at < tokens.count && loose.length < mostPerText; at++) {
    while (next < found.length && (found[next]?.to ?? 0) <= at) next++
    const number = tokens.word[at] as number
    if (!((words.flags[number] as number) & Flag.loose)) continue
    if ((found[next]?.from ?? Number.POSITIVE_INFINITY) <= at) continue
    const limit = found[next]?.from ?? tokens.count
    for (const candidate of looseByKey.get(looseKeyOf(words.form[number] as string)) ?? []) {
      if (named.has(candidate.term.entry)) continue
      const to = spanOf(candidate, at, limit)
      if (to === 0) continue
      loose.push({
        from: at,
        to,
        term: candidate.term,
        rule: 'loose',
        confidence: 0.3,
        reasons: ['the same words in another order, or others between them'],
        negated: false,
      })
      named.add(candidate.term.entry)
      at = to - 1
      break
    }
  }
  return loose

  /** Where the span ends that holds all content words of the term, or 0. */
  function spanOf({ keys }: LooseTerm, from: number, limit: number): number {
    const missing = new Set(keys)
    const last = Math.min(limit, from + keys.length * spread + 2)
    for (let at = from; at < last; at++) {
      if (at > from && (tokens.gap[at] as number) & ~(Gap.space | Gap.hyphen)) return 0
      missing.delete(looseKeyOf(words.form[tokens.word[at] as number] as string))
      if (missing.size === 0) return at + 1
    }
    return 0
  }
}
