import type { Language } from './language'
import { compilePattern, type Pattern } from './patterns'
import type { Kind } from './vocabulary'
import { wordsOf } from './wordsOf'

export interface CompiledSense {
  not: Pattern[]
  needs: Pattern[]
}

type Rule = CompiledSense & { kind?: Kind }

const caches = new WeakMap<Language, Map<string, Rule[]>>()

/** The senses that words of a language have as terms, by the words. */
export function compiledSenses(language: Language): Map<string, Rule[]> {
  const known = caches.get(language)
  if (known) return known
  const byTerm = new Map<string, Rule[]>()
  for (const rule of language.senses) {
    const compiled = {
      not: (rule.not ?? []).flatMap(compilePattern),
      needs: (rule.needs ?? []).flatMap(compilePattern),
      ...(rule.kind ? { kind: rule.kind } : {}),
    }
    for (const term of rule.terms) {
      const key = wordsOf(term, language).join(' ')
      byTerm.set(key, [...(byTerm.get(key) ?? []), compiled])
    }
  }
  caches.set(language, byTerm)
  return byTerm
}
