import type { Complaint } from '../checkArticle'

/** A review that is due today has not lapsed: the day is the organisation's to use. */
export function checkReviewDue(nextReviewDue: unknown, now: Date): Complaint[] {
  const given = nextReviewDue instanceof Date ? nextReviewDue.toISOString() : nextReviewDue
  const due = typeof given === 'string' ? given.slice(0, 10) : ''
  if (!due || due >= now.toISOString().slice(0, 10)) return []
  return [{ code: 'review-lapsed', field: 'nextReviewDue', message: `The next review was due on ${due}.` }]
}
