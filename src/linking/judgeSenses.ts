import type { Found } from './found'
import type { Language } from './language'
import { matches } from './patterns'
import { Gap, type Tokens } from './tokens'
import type { CompiledVocabulary } from './vocabulary'
import { Flag, type Words } from './words'

/** Drops what has another sense here and makes suggestions of what is doubtful. */
export function judgeSenses(found: Found[], tokens: Tokens, vocabulary: CompiledVocabulary, text: string): Found[] {
  const { words, language } = vocabulary
  const heads = diseaseHeadsOf(language.diseaseHeads)
  const kept: Found[] = []
  for (const [index, each] of found.entries()) {
    const { term, from, to } = each
    const last = term.words.at(-1)
    const next =
      to < tokens.count && !((tokens.gap[to] as number) & ~(Gap.space | Gap.hyphen))
        ? (words.form[tokens.word[to] as number] as string)
        : ''
    if (term.kind !== 'clinic' && heads.has(next)) continue
    if (term.kind !== 'clinic' && isPartOfName(each, tokens, words, text)) continue
    if (term.kind === 'clinic' && !term.isName) {
      each.confidence = 0.4
      each.reasons.push('the clinic’s city')
    }
    let doubtful = false
    let other = false
    for (const sense of term.senses) {
      if (sense.not.some((pattern) => matches(pattern, tokens, words.form, from, to, last))) {
        other = true
        break
      }
      if (sense.needs.length === 0) continue
      const fits = sense.needs.some((pattern) =>
        pattern.list
          ? inList(found, index, tokens, words.form, language.negation)
          : pattern.item
            ? isItem(each, tokens)
            : matches(pattern, tokens, words.form, from, to, last) &&
              (!pattern.head || isHead(each, tokens, words.form, language)),
      )
      if (fits) {
        each.confidence = Math.min(each.confidence, 0.8)
        each.reasons.push('the words around it speak for this sense')
      } else doubtful = true
    }
    if (other) continue
    if (doubtful) {
      each.confidence = 0.4
      each.reasons.push('an everyday word: nothing around it says that this is meant')
    }
    kept.push(each)
  }
  return kept
}

const headSets = new WeakMap<readonly string[], Set<string>>()
function diseaseHeadsOf(heads: readonly string[]): Set<string> {
  let set = headSets.get(heads)
  if (!set) {
    set = new Set(heads)
    headSets.set(heads, set)
  }
  return set
}

/** A capitalized word beside another one in the middle of a sentence: the National Headache Foundation. */
function isPartOfName(found: Found, tokens: Tokens, words: Words, text: string): boolean {
  const { from, to } = found
  const capital = (at: number) => ((words.flags[tokens.word[at] as number] as number) & Flag.capital) !== 0
  if (!capital(from) || found.term.acronym || (tokens.gap[from] as number) & ~(Gap.space | Gap.hyphen)) return false
  const beside = (at: number, gapAt: number) =>
    at >= 0 &&
    at < tokens.count &&
    !((tokens.gap[gapAt] as number) & ~(Gap.space | Gap.hyphen)) &&
    capital(at) &&
    !((words.flags[tokens.word[at] as number] as number) & Flag.capitals)
  // The word before may be capitalized because it begins the sentence.
  const starts = from > 0 && ((tokens.gap[from - 1] as number) & ~(Gap.space | Gap.hyphen | Gap.comma)) !== 0
  if ((starts || !beside(from - 1, from)) && !beside(to, to)) return false
  return !isTitle(text, tokens.start[from] as number)
}

/** A line in which every longer word is capitalized, as headings are. */
function isTitle(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', at) + 1, at - 120)
  const newline = text.indexOf('\n', at)
  const end = Math.min(newline < 0 ? text.length : newline, at + 120)
  const long = text.slice(start, end).match(/[\p{L}][\p{L}'’]{3,}/gu) ?? []
  const small = long.filter((word) => /^\p{Ll}/u.test(word)).length
  return small <= long.length / 4
}

/** Whether it is coordinated with another mention of its kind. */
function inList(
  found: Found[],
  index: number,
  tokens: Tokens,
  form: readonly string[],
  { or, and }: { or: readonly string[]; and: readonly string[] },
): boolean {
  const each = found[index] as Found
  const joins = (a: Found | undefined, b: Found | undefined): boolean => {
    if (!a || !b || a.term.kind !== b.term.kind || a.term.entry === b.term.entry) return false
    const between = b.from - a.to
    if (between === 0) return ((tokens.gap[b.from] as number) & (Gap.comma | Gap.other)) !== 0
    const word = form[tokens.word[a.to] as number] as string
    return between <= 2 && (or.includes(word) || and.includes(word) || ((tokens.gap[a.to] as number) & Gap.comma) !== 0)
  }
  return joins(found[index - 1], each) || joins(each, found[index + 1])
}

/** Whether what follows is no noun that the term belongs to: a cold, and not a cold injection. */
function isHead({ to }: Found, tokens: Tokens, form: readonly string[], language: Language): boolean {
  if (to >= tokens.count || (tokens.gap[to] as number) & ~(Gap.space | Gap.hyphen)) return true
  const next = form[tokens.word[to] as number] as string
  return followers(language).has(next) || /(?:s|ed)$/.test(next)
}

const followerSets = new WeakMap<Language, Set<string>>()

/** Words that may follow a whole noun phrase. */
function followers(language: Language): Set<string> {
  let set = followerSets.get(language)
  if (!set) {
    const { places, prepositions, or, and, enders, clauses, adverbs, verbal } = language.negation
    set = new Set([places, prepositions, or, and, enders, clauses, adverbs, verbal].flat())
    followerSets.set(language, set)
  }
  return set
}

/** Alone on its line or behind a bullet, but for what follows a colon, a dash or a bracket. */
function isItem({ from, to }: Found, tokens: Tokens): boolean {
  const before = tokens.gap[from] as number
  if (!(before & (Gap.line | Gap.bullet))) return false
  return (
    to >= tokens.count ||
    ((tokens.gap[to] as number) & (Gap.line | Gap.stop | Gap.colon | Gap.open | Gap.bullet | Gap.comma)) !== 0
  )
}
