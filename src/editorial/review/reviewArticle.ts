import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { isStaff } from '../../access/roles'
import { runInTransaction } from '../../database/runInTransaction'
import { localesOf } from '../vocabulary'
import { clinicalTexts } from './clinicalContent'
import { type Decision, type DecisionRefusal, decide } from './decide'
import { diffTexts, type FieldDiff } from './diffTexts'
import { type Refusal, refusalToApprove } from './mayApprove'
import { isPublishedAs } from './publishedReview'
import { type ArticleReview, readReview, type StoredEvent } from './readReview'
import { allowsOwnApproval } from './readReviewSettings'
import { type ReviewAction, type ReviewState, reviewActions } from './reviewState'

/** What the review panel shows of an article in one language. */
export interface ReviewAnswer {
  locale: string
  state: ReviewState
  /** Whether readers get what was approved. */
  published: boolean
  digest: string
  versionKey: string
  approval: ShownEvent | null
  /** Newest first. */
  events: ShownEvent[]
  /** What the asker may do now. */
  may: ReviewAction[]
  /** Why he may not approve, where somebody could. */
  refusal: Refusal | null
}
type ShownEvent = Pick<StoredEvent, 'event' | 'at' | 'byName' | 'note'>

/** What changed in an article since it was approved, in one language. */
export interface ChangesAnswer {
  since: ShownEvent | null
  fields: FieldDiff[]
}

const longestNote = 4_000
const shownEvents = 20

/** The review of an article, for staff. */
export const reviewArticle: Endpoint[] = [
  /** `GET /api/articles/{id}/review?locale=en`, for staff: where it stands, what happened, and what the asker may do. */
  {
    path: '/:id/review',
    method: 'get',
    handler: (req) => answer(req, String(req.query.locale ?? ''), (review, locale) => toAnswer(review, locale, req)),
  },
  /** `GET /api/articles/{id}/review/changes?locale=en`, for staff: what changed since the approval, word by word. */
  {
    path: '/:id/review/changes',
    method: 'get',
    handler: (req) => answer(req, String(req.query.locale ?? ''), (review) => changesSinceApproval(review, req)),
  },
  /**
   * `POST /api/articles/{id}/review`, for staff: `{action, locale, note, digest}` submits, takes back, approves or sends back the text with
   * this digest; another text is a 409.
   */
  { path: '/:id/review', method: 'post', handler: takeStep },
]

async function takeStep(req: PayloadRequest): Promise<Response> {
  if (!isStaff(req.user)) return refuse(req.user ? 403 : 401, 'Only editors take part in a review.')
  try {
    await addDataAndFileToRequest(req)
  } catch {
    return refuse(400, 'The body must be JSON.')
  }
  const { action, locale, note, digest } = (req.data ?? {}) as Record<string, unknown>
  if (typeof action !== 'string' || !Object.hasOwn(reviewActions, action))
    return refuse(400, `action must be one of ${Object.keys(reviewActions).join(', ')}.`)
  if (!isLocale(locale, req)) return refuse(400, 'locale must be one of the languages.')
  if (note !== undefined && (typeof note !== 'string' || note.length > longestNote))
    return refuse(400, `note must be a text of at most ${longestNote} characters.`)
  if (digest !== undefined && typeof digest !== 'string') return refuse(400, 'digest must be a text.')
  const decision: Decision = { article: idIn(req), action: action as ReviewAction, locale, note, digest }
  const refusal = await runInTransaction(req, () => decide(decision, req))
  if (refusal) {
    const [status, message] = refusals[refusal]
    return refuse(status, message, refusal)
  }
  return answer(req, locale, (review) => toAnswer(review, locale, req))
}

const refusals: Record<DecisionRefusal, [number, string]> = {
  role: [403, 'Reviewers and administrators approve and send back.'],
  own: [403, 'Nobody approves a text that he wrote or changed last: somebody else has to look at it.'],
  'not-found': [404, 'There is no such article.'],
  state: [409, 'That is not possible as the review stands now.'],
  stale: [409, 'The text was changed since you looked at it. Read it again, then decide.'],
  reason: [400, 'Say why it is sent back.'],
}

async function answer(
  req: PayloadRequest,
  locale: string,
  write: (review: ArticleReview, locale: string) => Promise<object>,
): Promise<Response> {
  if (!isStaff(req.user)) return refuse(req.user ? 403 : 401, 'Only editors see a review.')
  if (!isLocale(locale, req)) return refuse(400, 'locale must be one of the languages.')
  const review = await readReview(idIn(req), locale, req)
  if (!review) return refuse(404, 'There is no such article.')
  return Response.json(await write(review, locale), { headers: { 'cache-control': 'no-store' } })
}

async function toAnswer(review: ArticleReview, locale: string, req: PayloadRequest): Promise<ReviewAnswer> {
  const { approval, article, digest, events, state } = review
  const refusal = refusalToApprove(req.user, review, locale, await allowsOwnApproval(req))
  const may = (Object.keys(reviewActions) as ReviewAction[]).filter(
    (action) =>
      reviewActions[action].from.includes(state) &&
      (action === 'approve' ? !refusal : action === 'send-back' ? refusal !== 'role' : true),
  )
  return {
    locale,
    state,
    digest,
    versionKey: String(article.versionKey ?? ''),
    published: await isPublishedAs(String(article.id), locale, digest, req),
    approval: approval ? toShown(approval) : null,
    events: events.slice(0, shownEvents).map(toShown),
    may,
    refusal: refusal ?? null,
  }
}

async function changesSinceApproval({ approval, article }: ArticleReview, req: PayloadRequest): Promise<ChangesAnswer> {
  const row = approval
    ? await req.payload.db.findOne<{ id: string; texts?: unknown }>({
        collection: 'reviews',
        where: { id: { equals: approval.id } },
        req,
      })
    : null
  const before = (row?.texts ?? {}) as Record<string, string>
  return { since: approval ? toShown(approval) : null, fields: diffTexts(before, clinicalTexts(article)) }
}

const toShown = ({ event, at, byName, note }: StoredEvent): ShownEvent => ({ event, at, byName, note: note ?? '' })

const idIn = (req: PayloadRequest): string => String(req.routeParams?.id ?? '')

const isLocale = (locale: unknown, { payload }: PayloadRequest): locale is string =>
  typeof locale === 'string' && localesOf(payload).includes(locale)

const refuse = (status: number, message: string, code?: string): Response =>
  Response.json({ errors: [{ message, ...(code ? { code } : {}) }] }, { status })
