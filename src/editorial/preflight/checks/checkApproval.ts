import type { ReviewState } from '../../review/reviewState'
import type { TextCheck } from '../checkArticle'

const messages: Record<Exclude<ReviewState, 'approved'>, string> = {
  draft: 'Nobody approved this text. Submit it for review.',
  'in-review': 'This text waits for a reviewer.',
  'sent-back': 'A reviewer sent this text back.',
  changed: 'This text was edited after it was approved: it has to be approved again.',
}

export const checkApproval: TextCheck = ({ reviewState }) =>
  reviewState === undefined || reviewState === 'approved'
    ? []
    : [{ code: 'not-approved', field: 'review', message: messages[reviewState] }]
