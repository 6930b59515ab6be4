import type { ReviewAnswer } from '../../review/reviewArticle'

const verbs: Record<ReviewAnswer['events'][number]['event'], string> = {
  submitted: 'asked for a review',
  'taken-back': 'took it back',
  'sent-back': 'sent it back',
  approved: 'approved it',
}

export const stepText = ({ byName, event }: Pick<ReviewAnswer['events'][number], 'byName' | 'event'>): string =>
  `${byName} ${verbs[event]}`

/** As people say it where the browser is. */
export const timeOf = (at: string): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
