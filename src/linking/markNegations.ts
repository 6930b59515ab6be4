import type { Found } from './found'
import type { Language } from './language'
import { negateBehind } from './negateBehind'
import { NegatedScope } from './negatedScope'
import { type NegationRules, negationRulesOf } from './negationRules'
import { Passage } from './passage'
import type { Tokens } from './tokens'
import { Flag } from './words'

/**
 * Marks the mentions that a text says are absent, or not to be done. After NegEx (Chapman, Bridewell, Hanbury, Cooper and
 * Buchanan, J Biomed Inform 2001) and ConText (Harkema, Dowling, Thornblade and Chapman, J Biomed Inform 2009): triggers before
 * and after, pseudo-triggers, and words that end the scope; here the scope is a noun phrase and its list and not a window of words,
 * and instructions (do not use) negate remedies.
 */
export function markNegations(
  found: Found[],
  tokens: Tokens,
  form: readonly string[],
  flags: Uint8Array,
  language: Language,
): void {
  if (found.length === 0) return
  const rules = negationRulesOf(language)
  const passage = new Passage(found, tokens, form)
  const scope = new NegatedScope(passage, rules)
  for (let at = 0; at < tokens.count; at++) {
    if (!((flags[tokens.word[at] as number] as number) & Flag.trigger)) continue
    at = scope.trigger(at)
  }
  markContexts(passage, rules)
  negateBehind(passage, rules)
}

/** Whose a mention is, where it is nobody's of now. */
function markContexts(passage: Passage, rules: NegationRules): void {
  for (const each of passage.found) {
    if (each.context) continue
    if (passage.fits(rules.family, each.from, each.to)) each.context = 'family'
    else if (passage.fits(rules.history, each.from, each.to)) each.context = 'history'
  }
}
