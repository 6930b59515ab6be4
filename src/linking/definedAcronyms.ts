import type { Found } from './found'
import { Gap, type Tokens } from './tokens'
import type { Term } from './vocabulary'
import { Flag, type Words } from './words'

/** Acronyms that the text itself defines: chronic venous insufficiency (CVI). */
export function findDefined(found: Found[], tokens: Tokens, words: Words, text: string, least: number): Found[] {
  let defined: Map<number, Term> | undefined
  for (const { to, from, term, confidence } of found) {
    if (to >= tokens.count || to - from < 2 || confidence < least) continue
    if (!((tokens.gap[to] as number) & Gap.open)) continue
    const word = tokens.word[to] as number
    if (!((words.flags[word] as number) & Flag.capitals)) continue
    const closes = to + 1 >= tokens.count || ((tokens.gap[to + 1] as number) & Gap.close) !== 0
    const letters = text.slice(tokens.start[to] as number, tokens.end[to] as number).replace(/['’]?s$/, '')
    let initials = ''
    for (let at = from; at < to; at++) initials += text[tokens.start[at] as number]
    if (!closes || initials.toUpperCase() !== letters) continue
    defined ??= new Map()
    defined.set(word, term)
  }
  if (!defined) return []
  const taken = new Set<number>()
  for (const { from, to } of found) for (let at = from; at < to; at++) taken.add(at)
  const more: Found[] = []
  for (let at = 0; at < tokens.count; at++) {
    const term = defined.get(tokens.word[at] as number)
    if (term && !taken.has(at))
      more.push({
        from: at,
        to: at + 1,
        term,
        rule: 'acronym',
        confidence: 0.85,
        reasons: ['an acronym that the text defines'],
        negated: false,
      })
  }
  return more
}
