/** What preflight can find. A code once published keeps its meaning: organisations name them in their settings. */
export type FindingCode =
  | 'missing-seek-care' // nowhere does the article say when to seek care
  | 'emergency-without-advice' // a red flag is mentioned, and not whom to call in an emergency
  | 'missing-alternative-text' // a picture that says nothing to who cannot see it
  | 'broken-reference' // an address, DOI or PubMed id that cannot be one
  | 'link-to-unpublished' // readers would be led to what they may not see
  | 'missing-summary'
  | 'claim-without-reference' // the text speaks of a study or a figure, and no source is named
  | 'caution-not-shown' // a remedy whose cautions the article does not show
  | 'not-approved' // nobody approved it in this language, or it was edited since
  | 'missing-reviewer'
  | 'missing-review-date'
  | 'review-lapsed' // the next review was due before today
  | 'unresolved-suggestion' // a mention that waits for an editor's word
  | 'reading-above-target' // harder to read than the organisation wants
  | 'stale-translation' // its source changed after it

interface FindingKind {
  code: FindingCode
  /** Short, for a list of settings or a message; without a comma, at which Payload parts what it shows. */
  label: string
  /** Whether it blocks where the organisation has said nothing: what could harm a reader does. */
  blocks: boolean
}

/** In the order in which they are told: what could harm a reader first. */
export const findingKinds: readonly FindingKind[] = [
  { code: 'emergency-without-advice', label: 'Emergency symptom without emergency advice', blocks: true },
  { code: 'missing-seek-care', label: 'No word on when to seek care', blocks: true },
  { code: 'missing-alternative-text', label: 'Picture without alternative text', blocks: true },
  { code: 'broken-reference', label: 'Reference with a broken form', blocks: true },
  { code: 'link-to-unpublished', label: 'Link to what is not published', blocks: true },
  { code: 'not-approved', label: 'Not approved as it is', blocks: true },
  { code: 'caution-not-shown', label: 'Remedy without its cautions', blocks: false },
  { code: 'claim-without-reference', label: 'Study or figure without a reference', blocks: false },
  { code: 'missing-reviewer', label: 'No reviewer', blocks: false },
  { code: 'missing-review-date', label: 'No review date', blocks: false },
  { code: 'review-lapsed', label: 'Review that has lapsed', blocks: false },
  { code: 'missing-summary', label: 'No summary', blocks: false },
  { code: 'reading-above-target', label: 'Harder to read than the target', blocks: false },
  { code: 'unresolved-suggestion', label: 'Suggested link that waits for a decision', blocks: false },
  { code: 'stale-translation', label: 'Translation older than its source', blocks: false },
]

export const blockingByDefault: FindingCode[] = findingKinds.filter(({ blocks }) => blocks).map(({ code }) => code)

export const labelOf = (code: FindingCode): string => findingKinds.find((kind) => kind.code === code)?.label ?? code
