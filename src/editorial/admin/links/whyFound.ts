import { LINK_THRESHOLD } from '../../../linking/findMentions'
import type { StoredMention } from '../../linkArticle'

/** Why a mention was found, in sentences for an editor who never heard of stems or thresholds. */
export function whyFound(mention: StoredMention): string[] {
  const { name, term, rule, negated, role, context, confidence, reasons, status } = mention
  return [
    term === name ? `It matched the name “${term}”.` : `It matched “${term}”, another word for ${name}.`,
    howItMatched[rule],
    // the first reason is the rule again
    ...reasons.slice(1).map(toSentence),
    negated ? 'Negated: the text says that it is not there, or not to be done.' : 'Not negated.',
    ...(role ? [whatRole[role]] : []),
    ...(context ? [whatContext[context]] : []),
    `${asPercent(confidence)} sure. From ${asPercent(LINK_THRESHOLD)} on it links by itself.`,
    ...(status === 'found' ? [] : [whatWasDecided[status]]),
  ]
}

const asPercent = (share: number): string => `${Math.round(share * 100)} %`

const howItMatched = {
  exact: 'Exact: the very words of the vocabulary.',
  inflected: 'Inflected: another form of the same words.',
  joined: 'Exact but for the spelling: written in one word here and in two there.',
  acronym: 'Exact: an acronym, written in capitals.',
  loose: 'Loose: the same words in another order, or with others between them.',
} as const satisfies Record<StoredMention['rule'], string>

const whatRole = {
  'red-flag': 'It stands under a heading that says when to get help.',
  caution: 'It stands under a heading of what not to do, so it does not link by itself.',
} as const satisfies Record<NonNullable<StoredMention['role']>, string>

const whatContext = {
  history: 'Said of the past.',
  family: 'Said of somebody else in the family.',
} as const satisfies Record<NonNullable<StoredMention['context']>, string>

const whatWasDecided = {
  accepted: 'An editor accepted it.',
  dismissed: 'An editor dismissed it.',
} as const

const toSentence = (reason: string): string => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
