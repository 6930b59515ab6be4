import type { PayloadRequest } from 'payload'
import { v7 as uuid } from 'uuid'
import { isStaff } from '../../access/roles'
import { actorOf, appendAudit } from '../audit/auditEntry'
import { clinicalTexts } from './clinicalContent'
import { allowsOwnApproval, type Refusal, refusalToApprove } from './mayApprove'
import { type ArticleReview, readReview } from './readReview'
import { type ReviewAction, reviewActions } from './reviewState'

export interface Decision {
  article: string
  locale: string
  action: ReviewAction
  note?: string
  /** What the decider had before him; where the text is another by now, nothing is decided. */
  digest?: string
}

export type DecisionRefusal =
  | Refusal
  | 'not-found' // no such article
  | 'state' // not possible as it stands
  | 'stale' // the text changed since it was looked at
  | 'reason' // sending back needs one

/** Moves an article one step in its review, in the transaction of `req`: one row in `reviews`, one entry in the audit. */
export async function decide(
  { article: id, locale, action, note = '', digest }: Decision,
  req: PayloadRequest,
): Promise<DecisionRefusal | undefined> {
  if (!isStaff(req.user)) return 'role'
  const review = await readReview(id, locale, req)
  if (!review) return 'not-found'
  if (digest !== undefined && digest !== review.digest) return 'stale'
  if (!reviewActions[action].from.includes(review.state)) return 'state'
  if (action === 'send-back' && note.trim() === '') return 'reason'
  if (action === 'approve' || action === 'send-back') {
    const refusal = refusalToApprove(req.user, review, locale, action === 'send-back' || (await allowsOwnApproval(req)))
    if (refusal) return refusal
  }
  await append(id, locale, action, note.trim(), review, req)
  return undefined
}

async function append(
  article: string,
  locale: string,
  action: ReviewAction,
  note: string,
  review: ArticleReview,
  req: PayloadRequest,
): Promise<void> {
  const { db } = req.payload
  const { event } = reviewActions[action]
  const { id: by, name: byName } = actorOf(req.user)
  const versionKey = String(review.article.versionKey ?? '')
  await db.updateMany({
    collection: 'reviews',
    where: { and: [{ article: { equals: article } }, { locale: { equals: locale } }, { latest: { equals: true } }] },
    data: { latest: false },
    req,
    returning: false,
  })
  await db.create({
    collection: 'reviews',
    data: {
      ...{ id: uuid(), article, locale, event, latest: true, digest: review.digest, versionKey, note },
      ...{ by: by ?? '', byName, at: new Date().toISOString() },
      // Autosave writes on in the version that was approved: what it was is kept here, to show what changed since.
      ...(event === 'approved' ? { texts: clinicalTexts(review.article) } : {}),
    },
    req,
    returning: false,
  })
  const title = typeof review.article.title === 'string' ? review.article.title : undefined
  await appendAudit({ action: event, collection: 'articles', document: article, title, locale }, req)
}
