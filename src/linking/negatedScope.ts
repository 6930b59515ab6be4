import type { Found } from './found'
import type { NegatingPhrase, NegationRules } from './negationRules'
import type { Passage } from './passage'
import { Gap } from './tokens'

/** How many words a negation reaches at most; a list may go on further. */
const reach = 8
const listReach = 60
/** How many words a list of bullets may have. */
const bulletReach = 400

/** Negates what stands behind words that negate: a noun phrase and its list. Triggers are given in the order of the text. */
export class NegatedScope {
  /** The first mention that begins at or after the trigger. */
  private ahead = 0

  constructor(
    private readonly passage: Passage,
    private readonly rules: NegationRules,
  ) {}

  /** @returns the last token that belongs to the trigger */
  trigger(at: number): number {
    const { passage, rules } = this
    const { found } = passage
    while (this.ahead < found.length && (found[this.ahead] as Found).from < at) this.ahead++
    // A word of a term is no trigger: lack of energy.
    const before = found[this.ahead - 1]
    if (before && before.to > at) return at
    const next = found[this.ahead]
    if (!next || next.from === at || next.from > at + listReach) return at
    if (passage.fits(rules.pseudo, at, at + 1)) return at

    const phrase = this.phraseAt(at)
    if (phrase) {
      const last = at + phrase.words.length
      if (this.isNegatedVerb(at)) return last
      if (phrase.remediesOnly) this.avoidance(last + 1)
      else this.nounPhrase(last + 1, false)
      return last
    }
    const word = passage.word(at)
    if (rules.determiners.has(word) && !rules.verbal.has(word)) this.nounPhrase(at + 1, false)
    else if (rules.neither.has(word) || rules.nor.has(word)) this.nounPhrase(at + 1, false)
    else if (rules.verbal.has(word)) this.verbPhrase(at + 1)
    return at
  }

  private phraseAt(at: number): NegatingPhrase | undefined {
    const { passage } = this
    const goesOn = (each: string, index: number): boolean =>
      passage.word(at + 1 + index) === each && !(passage.gap(at + 1 + index) & ~Gap.space)
    return this.rules.phrases.get(passage.word(at))?.find(({ words }) => words.every(goesOn))
  }

  /** The mention that begins at a token, looked up from `ahead` on. */
  private mentionAt(at: number): Found | undefined {
    const { found } = this.passage
    let index = this.ahead
    while (index < found.length && (found[index] as Found).from < at) index++
    const each = found[index]
    return each?.from === at ? each : undefined
  }

  /** Whether a verb of avoiding is itself negated (do not avoid), or is what something else helps to do (to avoid). */
  private isNegatedVerb(at: number): boolean {
    for (let back = 1; back <= 4; back++) {
      if (this.passage.gap(at - back + 1) & (Gap.stop | Gap.line | Gap.comma)) return false
      const word = this.passage.word(at - back)
      if (this.rules.verbal.has(word) || word === 'no') return true
    }
    return false
  }

  /** After avoid: remedies only, what is used included. */
  private avoidance(from: number): void {
    this.nounPhrase(this.isVerb(from) ? from + 1 : from, true)
  }

  private verbPhrase(from: number): void {
    const { passage, rules } = this
    let at = from
    while (rules.adverbs.has(passage.word(at)) && !(passage.gap(at) & (Gap.stop | Gap.line))) at++
    if (passage.gap(at) & (Gap.stop | Gap.line | Gap.colon | Gap.comma)) return
    const word = passage.word(at)
    if (this.mentionAt(at)) this.nounPhrase(at, false)
    else if (rules.protective.has(word)) return
    else if (rules.verbs.has(word)) this.nounPhrase(this.objectOf(at), false)
    else if (rules.articles.has(word)) this.nounPhrase(at, false)
    else if (rules.or.has(passage.word(at + 1)) && this.isVerb(at + 2)) this.nounPhrase(at + 3, false)
    // Any other verb of an instruction: do not massage, do not soak your feet in.
    else if (![rules.clauses, rules.enders, rules.prepositions, rules.places].some((words) => words.has(word)))
      this.nounPhrase(at + 1, true, 3)
  }

  /** Where the object of a verb begins. Further verbs belong to it too: do not take or give, should not be given, do not try using. */
  private objectOf(verb: number): number {
    const { passage, rules } = this
    let next = verb + 1
    for (let step = 0; step < 4; step++) {
      if (this.mentionAt(next) || passage.gap(next) & (Gap.stop | Gap.line | Gap.colon)) break
      const more = passage.word(next)
      if (this.isConjunction(next) && this.isVerb(next + 1)) next += 2
      else if (rules.verbs.has(more) || rules.adverbs.has(more) || rules.objects.has(more)) next++
      else break
    }
    return next
  }

  private isConjunction(at: number): boolean {
    const word = this.passage.word(at)
    return this.rules.or.has(word) || this.rules.and.has(word)
  }

  private isVerb(at: number): boolean {
    return this.rules.verbs.has(this.passage.word(at)) && !this.mentionAt(at)
  }

  /**
   * Negates the head of a noun phrase and what is coordinated with it.
   *
   * @param loosest how many other words may stand before the head
   */
  private nounPhrase(from: number, remediesOnly: boolean, loosest = 4): void {
    const last = Math.min(this.passage.count, from + listReach)
    let others = 0
    let negatedAny = false
    /** Within a phrase of place that belongs to a negated head: nothing in it is negated. */
    let inPlace = false
    for (let at = from; at < last; at++) {
      if (!negatedAny && at > from + reach) return
      const border = this.borderBefore(at, from, negatedAny)
      if (border === 'end') return
      if (border === 'bullets') {
        this.bullets(at, remediesOnly)
        return
      }
      const mention = this.mentionAt(at)
      const word = mention ? 'mention' : this.roleOf(at, negatedAny)
      if (word === 'end') return
      if (border === 'member' || word === 'member' || word === 'joined') inPlace = false
      if (word === 'place') inPlace = true
      if (border === 'member' || word === 'member' || mention) others = 0
      if (word === 'other' && !inPlace && ++others > loosest) return
      if (!mention) continue
      if (!inPlace) {
        this.negate(mention, remediesOnly)
        negatedAny = true
      }
      at = mention.to - 1
    }
  }

  /** What the signs before a token are to the noun phrase that began at `from`. */
  private borderBefore(at: number, from: number, negatedAny: boolean): 'none' | 'member' | 'bullets' | 'end' {
    const gap = this.passage.gap(at)
    if (at === from && !(gap & (Gap.colon | Gap.stop | Gap.line))) return 'none'
    if (gap & Gap.colon && gap & (Gap.line | Gap.bullet)) return 'bullets'
    if (gap & (Gap.stop | Gap.line | Gap.bullet | Gap.close)) return 'end'
    if (gap & Gap.colon && at > from + 1) return 'end'
    if (!(gap & Gap.comma)) return 'none'
    return negatedAny && this.listGoesOn(at) ? 'member' : 'end'
  }

  /** What a word that is no mention is to a noun phrase. */
  private roleOf(at: number, negatedAny: boolean): 'member' | 'joined' | 'place' | 'within' | 'other' | 'end' {
    const { rules } = this
    const word = this.passage.word(at)
    if (rules.nor.has(word) || rules.or.has(word)) return 'member'
    if (rules.and.has(word)) return this.mentionNear(at + 1, 2) ? 'joined' : 'end'
    if (rules.enders.has(word) || (rules.clauses.has(word) && !rules.articles.has(word))) return 'end'
    if (rules.places.has(word) || rules.prepositions.has(word)) {
      if (this.leadsOn(at - 1)) return 'within'
      return negatedAny && rules.places.has(word) ? 'place' : 'end'
    }
    return rules.articles.has(word) || rules.transparent.has(word) ? 'within' : 'other'
  }

  /** Whether a preposition after this word belongs to it: signs of, look for. */
  private leadsOn(at: number): boolean {
    const { rules } = this
    const word = this.passage.word(at)
    return rules.transparent.has(word) || rules.verbs.has(word) || rules.objects.has(word) || this.isConjunction(at)
  }

  /** Whether a mention begins within some words that are no other clause. */
  private mentionNear(from: number, most: number): boolean {
    const { passage, rules } = this
    for (let at = from; at <= from + most; at++) {
      if (this.mentionAt(at)) return true
      const word = passage.word(at)
      if (rules.clauses.has(word) || rules.articles.has(word)) return false
      if (passage.gap(at + 1) & (Gap.comma | Gap.stop | Gap.line)) return false
    }
    return false
  }

  /** Whether the comma before a token separates members of a list, and not clauses. */
  private listGoesOn(from: number): boolean {
    const { passage, rules } = this
    let segment = 0
    let mentions = 0
    for (let at = from; at < from + 30 && at < passage.count; at++) {
      const gap = passage.gap(at)
      if (at > from && gap & (Gap.stop | Gap.line | Gap.bullet | Gap.colon | Gap.close))
        return mentions > 0 && at - from <= 3
      if (gap & Gap.comma) segment = 0
      const mention = this.mentionAt(at)
      if (mention) {
        mentions++
        at = mention.to - 1
        continue
      }
      const word = passage.word(at)
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
    const { passage } = this
    let at = from
    while (at < passage.count && at < from + bulletReach) {
      if (!(passage.gap(at) & Gap.bullet)) return
      const head = this.headOf(at)
      if (head && (!remediesOnly || head.term.kind === 'remedy')) this.negateList(head)
      do at++
      while (at < passage.count && !(passage.gap(at) & Gap.line))
    }
  }

  /** The mention that a bullet begins with, or almost. */
  private headOf(bullet: number): Found | undefined {
    for (let at = bullet; at < bullet + 5; at++) {
      const mention = this.mentionAt(at)
      if (mention) return mention
      if (at > bullet && this.passage.gap(at) & (Gap.line | Gap.stop)) return undefined
    }
    return undefined
  }

  private negate(mention: Found, remediesOnly: boolean): void {
    if (!remediesOnly || mention.term.kind === 'remedy') mention.negated = true
  }

  private negateList(first: Found): void {
    first.negated = true
    let at = first.to
    while (this.isConjunction(at)) {
      const mention = this.mentionAt(at + 1)
      if (!mention) return
      mention.negated = true
      at = mention.to
    }
  }
}
