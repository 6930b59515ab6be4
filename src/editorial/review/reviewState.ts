/** What happens to the review of an article in one language. */
export const reviewEvents = ['submitted', 'taken-back', 'sent-back', 'approved'] as const
export type ReviewEventKind = (typeof reviewEvents)[number]

/** What reviewers are told of where an article stands in one language. */
export type ReviewState =
  | 'draft' // nobody asked for a review
  | 'in-review' // submitted; edits go on within the review
  | 'sent-back' // with a reason
  | 'approved' // and unchanged since
  | 'changed' // approved once, edited since: approval is needed again

export interface ReviewEvent {
  event: ReviewEventKind
  /** What the clinical content was, see `contentDigest`. */
  digest: string
  at: string
  /** A user's id. */
  by?: string | null
}

/** The approval that counts: the newest one, unless the article was sent back after it. */
export function standingApproval<Event extends ReviewEvent>(newestFirst: readonly Event[]): Event | undefined {
  const decided = newestFirst.find(({ event }) => event === 'approved' || event === 'sent-back')
  return decided?.event === 'approved' ? decided : undefined
}

/** Where an article stands, from what happened to it and what its content is now. */
export function reviewStateOf(newestFirst: readonly ReviewEvent[], digest: string): ReviewState {
  const [last] = newestFirst
  const approval = standingApproval(newestFirst)
  if (approval?.digest === digest) return 'approved'
  if (last?.event === 'submitted') return 'in-review'
  if (last?.event === 'sent-back') return 'sent-back'
  return approval ? 'changed' : 'draft'
}

export type ReviewAction = 'submit' | 'take-back' | 'approve' | 'send-back'

/** From which states each is possible, and what it makes of them. */
export const reviewActions: Record<ReviewAction, { event: ReviewEventKind; from: readonly ReviewState[] }> = {
  submit: { event: 'submitted', from: ['draft', 'sent-back', 'changed'] },
  'take-back': { event: 'taken-back', from: ['in-review'] },
  approve: { event: 'approved', from: ['in-review'] },
  'send-back': { event: 'sent-back', from: ['in-review', 'approved'] },
}
