import type { Found } from './found'
import type { Language, NegationWords } from './language'
import { compilePattern, matches, type Pattern } from './patterns'
import { Gap, type Tokens } from './tokens'
import { Flag } from './vocabulary'

/** How many words a negation reaches at most; a list may go on further. */
const reach = 8
const listReach = 60

interface Rules {
  determiners: Set<string>
  verbal: Set<string>
  neither: Set<string>
  nor: Set<string>
  /** By their first word. */
  phrases: Map<string, { words: string[]; remediesOnly: boolean }[]>
  pseudo: Pattern[]
  adverbs: Set<string>
  verbs: Set<string>
  protective: Set<string>
  transparent: Set<string>
  places: Set<string>
  prepositions: Set<string>
  or: Set<string>
  and: Set<string>
  enders: Set<string>
  clauses: Set<string>
  articles: Set<string>
  until: readonly string[]
  objects: Set<string>
  after: Pattern[]
  history: Pattern[]
  family: Pattern[]
}

const compiled = new WeakMap<Language, Rules>()

function rulesOf(language: Language): Rules {
  const known = compiled.get(language)
  if (known) return known
  const words: NegationWords = language.negation
  const phrases: Rules['phrases'] = new Map()
  const add = (list: readonly string[], remediesOnly: boolean) => {
    for (const phrase of list) {
      const [first, ...rest] = phrase.split(' ') as [string, ...string[]]
      phrases.set(first, [...(phrases.get(first) ?? []), { words: rest, remediesOnly }])
    }
  }
  add(words.phrases, false)
  add(words.remedyPhrases, true)
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  const rules: Rules = {
    determiners: new Set(words.determiners),
    verbal: new Set(words.verbal),
    neither: new Set(words.neither),
    nor: new Set(words.nor),
    phrases,
    pseudo: words.pseudo.flatMap(compilePattern),
    adverbs: new Set(words.adverbs),
    verbs: new Set(words.verbs),
    protective: new Set(words.protective),
    transparent: new Set(words.transparent),
    places: new Set(words.places),
    prepositions: new Set(words.prepositions),
    or: new Set(words.or),
    and: new Set(words.and),
    enders: new Set(words.enders),
    clauses: new Set(words.clauses),
    articles: new Set(words.articles),
    until: words.until,
    objects: new Set(words.objects),
    after: words.after.flatMap(compilePattern),
    history: language.history.flatMap(compilePattern),
    family: language.family.flatMap(compilePattern),
  }
  compiled.set(language, rules)
  return rules
}

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
  const rules = rulesOf(language)
  const scan = new Scan(found, tokens, form, rules)
  for (let at = 0; at < tokens.count; at++) {
    if (!((flags[tokens.word[at] as number] as number) & Flag.trigger)) continue
    at = scan.trigger(at)
  }
  scan.after()
}

class Scan {
  /** The first mention that begins at or after the trigger. */
  private ahead = 0

  constructor(
    private readonly found: Found[],
    private readonly tokens: Tokens,
    private readonly form: readonly string[],
    private readonly rules: Rules,
  ) {}

  private word(at: number): string {
    return at < this.tokens.count && at >= 0 ? (this.form[this.tokens.word[at] as number] as string) : ''
  }

  private gap(at: number): number {
    return at < this.tokens.count ? (this.tokens.gap[at] as number) : Gap.stop | Gap.line
  }

  /** The mention that begins at a token, looked up from `ahead` on. */
  private mentionAt(at: number): Found | undefined {
    let index = this.ahead
    while (index < this.found.length && (this.found[index] as Found).from < at) index++
    const each = this.found[index]
    return each?.from === at ? each : undefined
  }

  /** @returns the last token that belongs to the trigger */
  trigger(at: number): number {
    const { found, rules } = this
    while (this.ahead < found.length && (found[this.ahead] as Found).from < at) this.ahead++
    // A word of a term is no trigger: lack of energy.
    const before = found[this.ahead - 1]
    if (before && before.to > at) return at
    const next = found[this.ahead]
    if (!next) return at
    if (next.from === at) return at
    if (next.from > at + listReach) return at

    const word = this.word(at)
    if (rules.pseudo.some((pattern) => matches(pattern, this.tokens, this.form, at, at + 1))) return at
    for (const phrase of rules.phrases.get(word) ?? []) {
      if (
        !phrase.words.every(
          (each, index) => this.word(at + 1 + index) === each && !(this.gap(at + 1 + index) & ~Gap.space),
        )
      )
        continue
      const last = at + phrase.words.length
      if (this.isNegatedVerb(at)) return last
      if (phrase.remediesOnly) this.avoidance(last + 1)
      else this.nounPhrase(last + 1, false)
      return last
    }
    if (rules.determiners.has(word) && !rules.verbal.has(word)) this.nounPhrase(at + 1, false)
    else if (rules.neither.has(word) || rules.nor.has(word)) this.nounPhrase(at + 1, false)
    else if (rules.verbal.has(word)) this.verbPhrase(at + 1)
    return at
  }

  /** Whether a verb of avoiding is itself negated (do not avoid), or is what something else helps to do (to avoid). */
  private isNegatedVerb(at: number): boolean {
    for (let back = 1; back <= 4; back++) {
      if (this.gap(at - back + 1) & (Gap.stop | Gap.line | Gap.comma)) return false
      const word = this.word(at - back)
      if (this.rules.verbal.has(word) || word === 'no') return true
    }
    return false
  }

  /** After avoid: remedies only, what is used included. */
  private avoidance(from: number): void {
    let at = from
    if (this.rules.verbs.has(this.word(at)) && !this.mentionAt(at)) at++
    this.nounPhrase(at, true)
  }

  private verbPhrase(from: number): void {
    const { rules } = this
    let at = from
    while (rules.adverbs.has(this.word(at)) && !(this.gap(at) & (Gap.stop | Gap.line))) at++
    if (this.gap(at) & (Gap.stop | Gap.line | Gap.colon | Gap.comma)) return
    const word = this.word(at)
    if (this.mentionAt(at)) {
      this.nounPhrase(at, false)
      return
    }
    if (rules.protective.has(word)) return
    if (rules.verbs.has(word)) {
      // Further verbs belong to the same object: do not take or give, should not be given, do not try using.
      let next = at + 1
      for (let step = 0; step < 4; step++) {
        if (this.mentionAt(next) || this.gap(next) & (Gap.stop | Gap.line | Gap.colon)) break
        const more = this.word(next)
        const joined = (rules.or.has(more) || rules.and.has(more)) && this.isVerb(next + 1)
        if (joined) next += 2
        else if (rules.verbs.has(more) || rules.adverbs.has(more) || rules.objects.has(more)) next++
        else break
      }
      this.nounPhrase(next, false)
      return
    }
    if (rules.articles.has(word)) this.nounPhrase(at, false)
    else if (rules.or.has(this.word(at + 1)) && this.isVerb(at + 2)) this.nounPhrase(at + 3, false)
    // Any other verb of an instruction: do not massage, do not soak your feet in.
    else if (
      !rules.clauses.has(word) &&
      !rules.enders.has(word) &&
      !rules.prepositions.has(word) &&
      !rules.places.has(word)
    )
      this.nounPhrase(at + 1, true, 3)
  }

  private isConjunction(at: number): boolean {
    const word = this.word(at)
    return this.rules.or.has(word) || this.rules.and.has(word)
  }

  private isVerb(at: number): boolean {
    return this.rules.verbs.has(this.word(at)) && !this.mentionAt(at)
  }

  /**
   * Negates the head of a noun phrase and what is coordinated with it.
   *
   * @param loosest how many other words may stand before the head
   */
  private nounPhrase(from: number, remediesOnly: boolean, loosest = 4): void {
    const { rules } = this
    let at = from
    let others = 0
    let negatedAny = false
    /** Within a phrase of place that belongs to a negated head: nothing in it is negated. */
    let inPlace = false
    const last = from + listReach
    while (at < this.tokens.count && at < last) {
      if (!negatedAny && at > from + reach) return
      const gap = this.gap(at)
      if (at > from || gap & (Gap.colon | Gap.stop | Gap.line)) {
        if (gap & Gap.colon && gap & (Gap.line | Gap.bullet)) {
          this.bullets(at, remediesOnly)
          return
        }
        if (gap & (Gap.stop | Gap.line | Gap.bullet | Gap.close)) return
        if (gap & Gap.colon && at > from + 1) return
        if (gap & Gap.comma) {
          if (!negatedAny || !this.listGoesOn(at)) return
          inPlace = false
          others = 0
        }
      }
      const mention = this.mentionAt(at)
      if (mention) {
        if (!inPlace) {
          if (!remediesOnly || mention.term.kind === 'remedy') mention.negated = true
          negatedAny = true
        }
        others = 0
        at = mention.to
        continue
      }
      const word = this.word(at)
      if (rules.nor.has(word) || rules.or.has(word)) {
        inPlace = false
        others = 0
      } else if (rules.and.has(word)) {
        if (!this.mentionNear(at + 1, 2)) return
        inPlace = false
      } else if (rules.enders.has(word) || (rules.clauses.has(word) && !rules.articles.has(word))) return
      else if (rules.places.has(word) || rules.prepositions.has(word)) {
        const open =
          rules.transparent.has(this.word(at - 1)) ||
          rules.verbs.has(this.word(at - 1)) ||
          rules.objects.has(this.word(at - 1)) ||
          this.isConjunction(at - 1)
        if (!open) {
          if (!negatedAny || !rules.places.has(word)) return
          inPlace = true
        }
      } else if (!rules.articles.has(word) && !rules.transparent.has(word) && !inPlace && ++others > loosest) return
      at++
    }
  }

  /** Whether a mention begins within some words that are no other clause. */
  private mentionNear(from: number, most: number): boolean {
    for (let at = from; at <= from + most; at++) {
      if (this.mentionAt(at)) return true
      const word = this.word(at)
      if (
        this.rules.clauses.has(word) ||
        this.rules.articles.has(word) ||
        this.gap(at + 1) & (Gap.comma | Gap.stop | Gap.line)
      )
        return false
    }
    return false
  }

  /** Whether the comma before a token separates members of a list, and not clauses. */
  private listGoesOn(from: number): boolean {
    const { rules } = this
    let segment = 0
    let mentions = 0
    for (let at = from; at < from + 30 && at < this.tokens.count; at++) {
      const gap = this.gap(at)
      if (at > from && gap & (Gap.stop | Gap.line | Gap.bullet | Gap.colon | Gap.close))
        return mentions > 0 && at - from <= 3
      if (gap & Gap.comma) segment = 0
      const mention = this.mentionAt(at)
      if (mention) {
        mentions++
        at = mention.to - 1
        continue
      }
      const word = this.word(at)
      if (rules.or.has(word) || rules.nor.has(word)) return true
      if (rules.and.has(word)) return this.mentionNear(at + 1, 2)
      if (rules.enders.has(word) || rules.clauses.has(word) || rules.verbal.has(word)) return false
      if (rules.determiners.has(word)) return false
      if (++segment > 5) return false
    }
    return false
  }

  /** Do not use: and a list of bullets. The head of each is negated. */
  private bullets(from: number, remediesOnly: boolean): void {
    let at = from
    while (at < this.tokens.count && at < from + 400) {
      if (!(this.gap(at) & Gap.bullet)) return
      for (let step = at; step < at + 5; step++) {
        const mention = this.mentionAt(step)
        if (mention) {
          if (!remediesOnly || mention.term.kind === 'remedy') this.negateList(mention)
          break
        }
        if (step > at && this.gap(step) & (Gap.line | Gap.stop)) break
      }
      do at++
      while (at < this.tokens.count && !(this.gap(at) & Gap.line))
    }
  }

  private negateList(first: Found): void {
    first.negated = true
    let at = first.to
    while (this.rules.or.has(this.word(at)) || this.rules.and.has(this.word(at))) {
      const mention = this.mentionAt(at + 1)
      if (!mention) return
      mention.negated = true
      at = mention.to
    }
  }

  /** What follows a mention and negates it, back through the list that it ends. */
  after(): void {
    const { found, rules } = this
    for (const [index, each] of found.entries()) {
      if (!each.context) {
        if (rules.family.some((pattern) => matches(pattern, this.tokens, this.form, each.from, each.to)))
          each.context = 'family'
        else if (rules.history.some((pattern) => matches(pattern, this.tokens, this.form, each.from, each.to)))
          each.context = 'history'
      }
      if (each.negated) continue
      if (!rules.after.some((pattern) => matches(pattern, this.tokens, this.form, each.from, each.to))) continue
      if (this.isFreeOf(each) || this.isForATime(each)) continue
      each.negated = true
      for (let back = index - 1; back >= 0; back--) {
        const earlier = found[back] as Found
        const later = found[back + 1] as Found
        if (!this.coordinated(earlier, later)) break
        earlier.negated = true
      }
    }
  }

  /** `pain free of charge` is another matter than `pain-free`. */
  private isFreeOf({ to }: Found): boolean {
    return this.word(to) === 'free' && !!this.gap(to) && (this.word(to + 1) === 'of' || this.word(to + 1) === 'from')
  }

  private isForATime({ to }: Found): boolean {
    if (this.gap(to) & Gap.hyphen) return false
    for (let at = to; at < to + 7 && !(this.gap(at) & (Gap.stop | Gap.line)); at++)
      if (this.rules.until.includes(this.word(at))) return true
    return false
  }

  private coordinated(a: Found, b: Found): boolean {
    const between = b.from - a.to
    const gap = this.gap(a.to)
    if (gap & (Gap.stop | Gap.line | Gap.bullet)) return false
    if (between === 0) return (gap & Gap.comma) !== 0
    const word = this.word(a.to)
    return between === 1 && (this.rules.or.has(word) || this.rules.and.has(word))
  }
}
