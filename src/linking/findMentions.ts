import { findDefined } from './definedAcronyms'
import type { Found } from './found'
import { judgeSenses } from './judgeSenses'
import { findLoose } from './looseForms'
import { markNegations } from './markNegations'
import { matchTerms, withoutOverlaps } from './matchTerms'
import { type Tokens, tokenize } from './tokens'
import type { CompiledVocabulary, Kind } from './vocabulary'

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
  const defined = findDefined(judged, tokens, words, text, LINK_THRESHOLD)
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
