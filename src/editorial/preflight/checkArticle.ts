import type { ReadingTarget } from '../../readability/compareWithTarget'
import type { StoredMention } from '../linkArticle'
import type { ReviewState } from '../review/reviewState'
import { checkAlternativeText } from './checks/checkAlternativeText'
import { checkApproval } from './checks/checkApproval'
import { checkCautions } from './checks/checkCautions'
import { checkClaims } from './checks/checkClaims'
import { checkEmergencyAdvice } from './checks/checkEmergencyAdvice'
import { checkLinked } from './checks/checkLinked'
import { checkReading } from './checks/checkReading'
import { checkReferences } from './checks/checkReferences'
import { checkReview } from './checks/checkReview'
import { checkSeekCare } from './checks/checkSeekCare'
import { checkSuggestions } from './checks/checkSuggestions'
import { checkSummary } from './checks/checkSummary'
import { checkTranslation } from './checks/checkTranslation'
import { type FindingCode, findingKinds } from './findingCodes'

/** Offsets in the body's plain text, as `toText` gives it. */
export interface Place {
  start: number
  end: number
}

/** Something that an editor should look at before readers see the article. */
export interface Finding {
  code: FindingCode
  /** Nothing is published while it stands. */
  blocking: boolean
  /** One sentence for the editor. */
  message: string
  /** Where to mend it: the path of a field. */
  field: string
  /** The language that it is about; absent where it is about what all languages share. */
  locale?: string
  /** Where in the body. */
  place?: Place
  /** Which symptom, remedy, document or other thing it is about. */
  about?: string
}

/** What a check says; which findings block, and in which language they stand, is added for all alike. */
export type Complaint = Omit<Finding, 'blocking' | 'locale'>

/** What an article has in one language. */
export interface TextToCheck {
  locale: string
  summary: string
  /** The body's plain text. */
  text: string
  sections: readonly { heading: string; start: number; end: number }[]
  keyPoints: readonly string[]
  seekCareText: string
  mentions: readonly StoredMention[]
  /** Symptoms and remedies that are mentioned, by id, in the words of this language. */
  symptoms: ReadonlyMap<string, SymptomToCheck>
  remedies: ReadonlyMap<string, RemedyToCheck>
  /** What the article shows, in order; the picture beside the title first. */
  pictures: readonly PictureToCheck[]
  /** Documents that the body links. */
  bodyLinks: readonly LinkToCheck[]
  /** Passages of the body that lead to a web page. */
  webLinks: readonly Place[]
  /** It was last changed before its source was. */
  isStale: boolean
  /** Where its review stands; absent where it is published by the server itself, which asks nobody. */
  reviewState?: ReviewState
}

export interface SymptomToCheck {
  slug: string
  name: string
  urgency?: string
  hasRedFlags: boolean
}

export interface RemedyToCheck {
  slug: string
  name: string
  cautions: string
}

export interface PictureToCheck {
  field: 'hero' | 'body'
  filename: string
  alt: string
}

export interface LinkToCheck {
  field: string
  /** The collection's name for people: symptom, article. */
  kind: string
  slug: string
  name: string
  isPublished: boolean
  place?: Place
}

/** What the languages of an article share. */
export interface ArticleToCheck {
  urgency?: string
  references: readonly { citation: string; url: string; doi: string; pmid: string }[]
  hasReviewer: boolean
  reviewedOn?: string
  nextReviewDue?: string
  /** Symptoms, remedies and clinics that the article is linked to. */
  links: readonly LinkToCheck[]
}

export interface Rules {
  blocking: ReadonlySet<string>
  target: ReadingTarget
  now: Date
}

export type TextCheck = (text: TextToCheck, article: ArticleToCheck, rules: Rules) => Complaint[]
export type SharedCheck = (article: ArticleToCheck, rules: Rules) => Complaint[]

/** What is looked at in each language. */
const textChecks: readonly TextCheck[] = [
  checkEmergencyAdvice,
  checkSeekCare,
  checkAlternativeText,
  checkLinked.inBody,
  checkApproval,
  checkCautions,
  checkClaims,
  checkSummary,
  checkReading,
  checkSuggestions,
  checkTranslation,
]

/** What is looked at once. */
const sharedChecks: readonly SharedCheck[] = [checkReferences, checkLinked.byRelation, checkReview]

/**
 * Everything that stands between an article and its readers, what blocks first. It looks at values alone, and does not throw.
 *
 * @param texts the article in each language that readers would get
 */
export function checkArticle(article: ArticleToCheck, texts: readonly TextToCheck[], rules: Rules): Finding[] {
  const shared = sharedChecks.flatMap((check) => check(article, rules).map((complaint) => judged(complaint, rules)))
  const own = texts.flatMap((text) =>
    textChecks.flatMap((check) =>
      check(text, article, rules).map((complaint) => ({ ...judged(complaint, rules), locale: text.locale })),
    ),
  )
  const order = new Map(findingKinds.map(({ code }, index) => [code, index]))
  const rank = ({ blocking, code }: Finding) => (blocking ? 0 : findingKinds.length) + (order.get(code) ?? 0)
  return [...own, ...shared].sort((a, b) => rank(a) - rank(b))
}

const judged = (complaint: Complaint, { blocking }: Rules): Finding => ({
  ...complaint,
  blocking: blocking.has(complaint.code),
})
