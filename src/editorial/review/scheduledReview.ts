import { APIError, createLocalReq, JobCancelledError, type PayloadRequest, type SanitizedConfig } from 'payload'
import { appendAudit } from '../audit/auditEntry'
import type { ScheduleInput } from '../audit/auditSchedules'
import { titleOf } from '../audit/titleOf'
import { retries } from '../retries'
import { localesOf } from '../vocabulary'
import { type ArticleValues, articleIn, contentDigest } from './clinicalContent'
import { keepSchedule, type ScheduleHandler } from './keepSchedule'
import { isServed } from './publishedReview'
import { readEvents, readNewest } from './readReview'
import { reviewStateOf } from './reviewState'
import { lastWritten, readWriting } from './writing'

/**
 * Lets a schedule publish what was reviewed, and not whatever stands there when its time comes. One that does not publish says so: in the
 * audit, in the log and, as a failed job, to whoever looks at those. What was refused is refused at once; what failed otherwise, as while
 * the database is away, is tried again before that is said.
 */
export function publishWhatWasReviewed(config: SanitizedConfig): SanitizedConfig {
  const task = config.jobs.tasks?.find(({ slug }) => slug === 'schedulePublish')
  if (!task || typeof task.handler === 'string') throw new Error('Payload has no schedulePublish to hold to reviews')
  const publish = task.handler as ScheduleHandler
  task.retries = retries
  task.handler = (async (args) => {
    const { job, req } = args
    const input = args.input as ScheduleInput
    try {
      const refusal = await refusalOf(input, String(job.createdAt), req)
      if (refusal) throw new APIError(refusal, 400)
      return await keepSchedule(publish, args)
    } catch (error) {
      const refused = isRefusal(error)
      if (!refused && (job.totalTried ?? 0) < retries.attempts) throw error
      const reason = error instanceof Error ? error.message : String(error)
      await say(input, reason, req)
      throw refused ? new JobCancelledError(reason) : error
    }
  }) as ScheduleHandler
  return config
}

/** It would be refused again: by preflight or a rule of the collection, or because the person may not, or the document is gone. */
function isRefusal(error: unknown): boolean {
  const { status = 500 } = error as { status?: number }
  return status < 500
}

/** Why a schedule must not publish; undefined where it may. */
async function refusalOf(
  { doc, locale: only, type }: ScheduleInput,
  scheduledAt: string,
  req: PayloadRequest,
): Promise<string | undefined> {
  if (doc?.relationTo !== 'articles' || (type ?? 'publish') !== 'publish') return undefined
  const all = await readNewest(doc.value, req)
  if (!all) return undefined
  for (const locale of only ? [only] : localesOf(req.payload)) {
    const article = articleIn(all, locale)
    if (!only && !isServed(article, locale, req)) continue
    const refusal = await refusalIn(locale, article, scheduledAt, req)
    if (refusal) return refusal
  }
  return undefined
}

async function refusalIn(
  locale: string,
  article: ArticleValues,
  scheduledAt: string,
  req: PayloadRequest,
): Promise<string | undefined> {
  const events = await readEvents(String(article.id), locale, req)
  if (reviewStateOf(events, contentDigest(article)) === 'approved') return undefined
  if (lastWritten(readWriting(article.writing), locale) > scheduledAt)
    return `The text (${locale}) was changed after its publication was scheduled, and the change is not approved.`
  if (events.some(({ event }) => event === 'approved'))
    return `The approval of the text (${locale}) no longer holds: it was edited or sent back since.`
  return undefined
}

async function say({ doc, locale }: ScheduleInput, reason: string, req: PayloadRequest): Promise<void> {
  const { payload } = req
  payload.logger.warn({ collection: doc?.relationTo, document: doc?.value, msg: `A schedule was not kept: ${reason}` })
  if (!doc) return
  // What the publication wrote was rolled back; this is not.
  const own = await createLocalReq({}, payload)
  await appendAudit(
    {
      action: 'schedule-refused',
      collection: doc.relationTo,
      document: doc.value,
      title: await titleOf(doc.relationTo, doc.value, locale, own),
      locale: locale ?? '',
      detail: reason,
      actor: { name: 'Saphena' },
    },
    own,
  )
}
