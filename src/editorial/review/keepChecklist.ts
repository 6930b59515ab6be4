import { APIError, type CollectionBeforeChangeHook, Forbidden, ValidationError } from 'payload'
import { actorOf } from '../audit/auditEntry'
import { idOf } from './clinicalContent'
import { type Answers, checkAnswers, instrumentOf } from './instruments'
import { readReview } from './readReview'

/** Works out the score, and says of which text it is: the article as it stands in this language when the checklist is kept. */
export const keepChecklist: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || !req.user) throw new Forbidden(req.t)
  const instrument = instrumentOf(data.instrument)
  const complaints = instrument ? checkAnswers(instrument, data.answers) : ['There is no such checklist.']
  if (!instrument || complaints.length > 0)
    throw new ValidationError({
      collection: 'review-checklists',
      errors: complaints.slice(0, 30).map((message) => ({ path: 'answers', message })),
    })
  const review = await readReview(idOf(data.article), String(data.locale), req)
  if (!review) throw new APIError('There is no such article.', 404, undefined, true)
  const { id: by, name: byName } = actorOf(req.user)
  return {
    ...data,
    scores: instrument.score(data.answers as Answers),
    digest: review.digest,
    versionKey: review.article.versionKey ?? '',
    by,
    byName,
  }
}
