import type { Complaint, SharedCheck } from '../checkArticle'
import { checkReviewDue } from './checkReviewDue'

export const checkReview: SharedCheck = ({ hasReviewer, reviewedOn, nextReviewDue }, { now }) => {
  const complaints: Complaint[] = checkReviewDue(nextReviewDue, now)
  if (!hasReviewer)
    complaints.push({ code: 'missing-reviewer', field: 'reviewer', message: 'Nobody is named who reviewed this.' })
  if (!reviewedOn)
    complaints.push({
      code: 'missing-review-date',
      field: 'reviewedOn',
      message: 'Say on which day this was reviewed.',
    })
  return complaints
}
