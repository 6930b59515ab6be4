import type { Language } from './language'
import { findLoose } from './looseForms'
import { markNegations } from './negation'
import { matches } from './patterns'
import { Gap, type Tokens, tokenize } from './tokens'
import { type CompiledVocabulary, Flag, type Kind, type Term, type Words } from './vocabulary'

/** One place of a text that names an entry of the vocabulary. */
export interface Mention {
  kind: Kind
  slug: string
  name: string
  /** Offsets in UTF-16 code units of the text as given, the end exclusive. */
  start: number
  end: number
  text: string
  /** The text says that it is not there, or not to be done. */
  negated: boolean
  /** From 0 to 1. From {@link LINK_THRESHOLD} on it makes a link by itself; below, it is a suggestion. */
  confidence: number
  /** Why, for the editor. */
  reasons: string[]
  /** The name or synonym that was found. */
  term: string
  rule: 'exact' | 'inflected' | 'joined' | 'acronym' | 'loose'
  /** Said of the past, or of somebody else. */
  context?: 'history' | 'family'
  /** A symptom under a heading of when to seek help; a remedy under one of what not to do. */
  role?: 'red-flag' | 'caution'
}

/** The least confidence of a mention that links by itself. */
export const LINK_THRESHOLD = 0.5

export interface FindOptions {
  sections?: readonly { heading: string; start: number; end: number }[]
}

/** A match in tokens. */
export interface Found {
  from: number
  to: number
  term: Term
  rule: Mention['rule']
  confidence: number
  reasons: string[]
  negated: boolean
  context?: 'history' | 'family'
}

/**
 * The mentions of a text, in its order. Where two overlap the longer stands. Linear in the length of the text, and nearly
 * independent of the size of the vocabulary.
 */
export function findMentions(text: string, vocabulary: CompiledVocabulary, options: FindOptions = {}): Mention[] {
  const { words, language } = vocabulary
  words.forget()
  const tokens = tokenize(text, words.numberOf)
  const found = withoutOverlaps(matchTerms(tokens, vocabulary))
  const judged = judgeSenses(found, tokens, vocabulary, text)
  const defined = findDefined(judged, tokens, words, text)
  const all = defined.length ? [...judged, ...defined].sort((a, b) => a.from - b.from) : judged
  markNegations(all, tokens, words.form, words.flags, language)
  const loose = vocabulary.looseByKey.size ? findLoose(all, tokens, vocabulary) : []
  const mentions = [...all, ...loose].map((each) => toMention(each, tokens, text))
  if (loose.length) mentions.sort((a, b) => a.start - b.start || b.end - a.end)
  if (options.sections) giveRoles(mentions, options.sections, language)
  return mentions
}

function toMention(found: Found, tokens: Tokens, text: string): Mention {
  const { term, rule, confidence, reasons, negated } = found
  const start = tokens.start[found.from] as number
  const end = tokens.end[found.to - 1] as number
  return {
    kind: term.kind,
    slug: term.entry.slug,
    name: term.entry.name,
    start,
    end,
    text: text.slice(start, end),
    negated,
    confidence,
    reasons,
    term: term.text,
    rule,
    ...(found.context ? { context: found.context } : {}),
  }
}

/** Between the words of one term: spaces, hyphens, a line's end within a paragraph; nothing that separates. */
const within = Gap.space | Gap.hyphen | Gap.line

function matchTerms(tokens: Tokens, vocabulary: CompiledVocabulary): Found[] {
  const { words } = vocabulary
  const { flags, stem } = words
  const found: Found[] = []
  const interesting = Flag.starts | Flag.prefix
  for (let at = 0; at < tokens.count; at++) {
    const word = tokens.word[at] as number
    const flag = flags[word] as number
    if (!(flag & interesting)) continue
    const start = found.length
    if (flag & Flag.starts) walk(at, at + 1, stem[word] as number, 0, false)
    if (flag & Flag.prefix) walkJoined(at, 0, at)
    if (found.length - start > 1) keepBest(found, start)
  }
  return found

  function walk(from: number, next: number, stemNumber: number, node: number, joined: boolean): void {
    const reached = vocabulary.nodes[node]?.next.get(stemNumber)
    if (reached === undefined) return
    const { terms, next: further } = vocabulary.nodes[reached] as { terms: Term[]; next: Map<number, number> }
    for (const term of terms) {
      const match = verify(term, from, next, tokens, vocabulary, joined)
      if (match) found.push(match)
    }
    if (further.size === 0 || next >= tokens.count) return
    const gap = tokens.gap[next] as number
    if (gap & ~within || (gap & Gap.line && gap & ~(Gap.line | Gap.space))) return
    const word = tokens.word[next] as number
    const number = stem[word] as number
    if (number >= 0) walk(from, next + 1, number, reached, joined)
    if ((flags[word] as number) & Flag.prefix) walkJoined(next, reached, from)
  }

  /** Two words of the text that are one in the vocabulary: nose bleed, non steroidal. */
  function walkJoined(at: number, node: number, from: number): void {
    const next = at + 1
    if (next >= tokens.count) return
    const gap = tokens.gap[next] as number
    if (gap & ~(Gap.space | Gap.hyphen)) return
    const second = words.form[tokens.word[next] as number] as string
    if (second.length < 3) return
    const form = `${words.form[tokens.word[at] as number]}${second}`
    const number = vocabulary.stemOf(form)
    if (number >= 0) walk(from, next + 1, number, node, true)
  }
}

/** Of several terms on the same words, the exact one, then the name, then the one that comes first. */
function keepBest(found: Found[], start: number): void {
  for (let at = found.length - 1; at > start; at--) {
    const mine = found[at] as Found
    for (let other = start; other < at; other++) {
      const theirs = found[other] as Found
      if (theirs.to !== mine.to || theirs.term.blocks !== mine.term.blocks) continue
      if (rank(mine) > rank(theirs)) found[other] = mine
      found.splice(at, 1)
      break
    }
  }
}

const rank = (found: Found): number => found.confidence * 10 + (found.term.isName ? 1 : 0)

function verify(
  term: Term,
  from: number,
  to: number,
  tokens: Tokens,
  vocabulary: CompiledVocabulary,
  joined: boolean,
): Found | undefined {
  const { words, language } = vocabulary
  const alone = term.words.length === 1
  let inflected = false
  let at = from
  for (const wanted of term.words) {
    let form = words.form[tokens.word[at] as number] as string
    if (joined && form !== wanted && wanted.startsWith(form) && at + 1 < to) {
      // The word stands in two parts.
      const both = `${form}${words.form[tokens.word[at + 1] as number]}`
      if (both === wanted || language.agrees(wanted, both, alone) !== 'no') {
        form = both
        at++
      }
    }
    const agreement = form === wanted ? 'exact' : language.agrees(wanted, form, alone)
    if (agreement === 'no') return undefined
    if (agreement === 'inflected') inflected = true
    at++
  }
  if (at !== to) return undefined
  if (!capitalsFit(term, from, to, tokens, words)) return undefined
  const isJoined = joined || term.joined
  const rule = term.acronym ? 'acronym' : isJoined ? 'joined' : inflected ? 'inflected' : 'exact'
  return {
    from,
    to,
    term,
    rule,
    confidence: rule === 'joined' ? 0.9 : inflected ? 0.95 : 1,
    reasons: [reasonOf[rule]],
    negated: false,
  }
}

const reasonOf = {
  exact: 'the words of the vocabulary',
  inflected: 'another form of the words',
  joined: 'written in one word, or in two',
  acronym: 'an acronym',
  loose: 'the same words in another order',
} as const

/** ICE is no ice, and an acronym is written in capitals; a line in capitals says nothing. */
function capitalsFit(term: Term, from: number, to: number, tokens: Tokens, words: Words): boolean {
  const inCapitals = (at: number) => ((words.flags[tokens.word[at] as number] as number) & Flag.capitals) !== 0
  if (term.acronym) return inCapitals(from)
  if (to - from > 1 || !inCapitals(from)) return true
  if ((words.form[tokens.word[from] as number] as string).length > 4) return true
  const beside = (at: number, gapAt: number) =>
    at >= 0 && at < tokens.count && !((tokens.gap[gapAt] as number) & Gap.line) && inCapitals(at)
  const alone =
    ((tokens.gap[from] as number) & Gap.line) !== 0 &&
    (to >= tokens.count || ((tokens.gap[to] as number) & Gap.line) !== 0)
  return alone || beside(from - 1, from) || beside(to, to)
}

/** The longest of those that overlap; a phrase that is not an entry takes the entry's shorter terms with it. */
function withoutOverlaps(found: Found[]): Found[] {
  const kept: Found[] = []
  let cluster: Found[] = []
  let end = -1
  const settle = () => {
    if (cluster.length === 1) {
      if (!cluster[0]?.term.blocks) kept.push(cluster[0] as Found)
    } else if (cluster.length > 1) kept.push(...settleCluster(cluster))
    cluster = []
  }
  for (const each of found) {
    if (each.from >= end) settle()
    cluster.push(each)
    end = Math.max(cluster.length === 1 ? -1 : end, each.to)
  }
  settle()
  return kept
}

function settleCluster(cluster: Found[]): Found[] {
  const chosen: Found[] = []
  const overlaps = (a: Found, b: Found) => a.from < b.to && b.from < a.to
  const blockers = cluster.filter((each) => each.term.blocks)
  const left = cluster
    .filter((each) => !each.term.blocks)
    .filter(
      (each) =>
        !blockers.some(
          (not) =>
            not.term.entry === each.term.entry && overlaps(not, each) && not.to - not.from >= each.to - each.from,
        ),
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
  for (const each of left) if (!chosen.some((other) => overlaps(each, other))) chosen.push(each)
  return chosen.sort((a, b) => a.from - b.from)
}

/** Drops what has another sense here and makes suggestions of what is doubtful. */
function judgeSenses(found: Found[], tokens: Tokens, vocabulary: CompiledVocabulary, text: string): Found[] {
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

/** Acronyms that the text itself defines: chronic venous insufficiency (CVI). */
function findDefined(found: Found[], tokens: Tokens, words: Words, text: string): Found[] {
  let defined: Map<number, Term> | undefined
  for (const { to, from, term, confidence } of found) {
    if (to >= tokens.count || to - from < 2 || confidence < LINK_THRESHOLD) continue
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

function giveRoles(
  mentions: Mention[],
  sections: NonNullable<FindOptions['sections']>,
  { redFlagHeading, cautionHeading }: CompiledVocabulary['language'],
): void {
  let next = 0
  for (const { heading, start, end } of sections) {
    const redFlags = redFlagHeading.test(heading)
    const cautions = cautionHeading.test(heading)
    while (next < mentions.length && (mentions[next] as Mention).start < start) next++
    for (; next < mentions.length && (mentions[next] as Mention).start < end; next++) {
      const mention = mentions[next] as Mention
      if (mention.kind === 'symptom' && redFlags) mention.role = 'red-flag'
      if (mention.kind === 'remedy' && cautions) mention.role = 'caution'
    }
  }
}
