import type { Found } from './found'
import type { NegationRules } from './negationRules'
import type { Passage } from './passage'
import { Gap } from './tokens'

/** Negates the mentions that something behind them negates, back through the list that they end. */
export function negateBehind(passage: Passage, rules: NegationRules): void {
  const { found } = passage
  for (const [index, each] of found.entries()) {
    if (each.negated || !passage.fits(rules.after, each.from, each.to)) continue
    if (isFreeOf(passage, each) || isForATime(passage, rules, each)) continue
    each.negated = true
    for (let back = index - 1; back >= 0; back--) {
      const earlier = found[back] as Found
      if (!areCoordinated(passage, rules, earlier, found[back + 1] as Found)) break
      earlier.negated = true
    }
  }
}

/** `pain free of charge` is another matter than `pain-free`. */
function isFreeOf(passage: Passage, { to }: Found): boolean {
  const next = passage.word(to + 1)
  return passage.word(to) === 'free' && !!passage.gap(to) && (next === 'of' || next === 'from')
}

function isForATime(passage: Passage, rules: NegationRules, { to }: Found): boolean {
  if (passage.gap(to) & Gap.hyphen) return false
  for (let at = to; at < to + 7 && !(passage.gap(at) & (Gap.stop | Gap.line)); at++)
    if (rules.until.includes(passage.word(at))) return true
  return false
}

function areCoordinated(passage: Passage, rules: NegationRules, earlier: Found, later: Found): boolean {
  const between = later.from - earlier.to
  const gap = passage.gap(earlier.to)
  if (gap & (Gap.stop | Gap.line | Gap.bullet)) return false
  if (between === 0) return (gap & Gap.comma) !== 0
  const word = passage.word(earlier.to)
  return between === 1 && (rules.or.has(word) || rules.and.has(word))
}
