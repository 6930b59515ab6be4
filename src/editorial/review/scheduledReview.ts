import { createLocalReq, type PayloadRequest, type SanitizedConfig } from 'payload'
import { appendAudit } from '../audit/auditEntry'
import { localesOf } from '../vocabulary'
import { type ArticleValues, articleIn, contentDigest } from './clinicalContent'
import { isServed } from './publishedReview'
import { readEvents, readNewest } from './readReview'
import { reviewStateOf } from './reviewState'
import { lastWritten, readWriting } from './writing'

/** What a job of Payload's `schedulePublish` was queued with. */
export interface ScheduleInput {
  type?: string
  locale?: string | null
  doc?: { relationTo: string; value: string }
}

type Task = NonNullable<SanitizedConfig['jobs']['tasks']>[number]
type Handler = Exclude<Task['handler'], string>

/**
 * Lets a schedule publish what was reviewed, and not whatever stands there when its time comes. One that does not publish says so: in the
 * audit, in the log and, as a failed job, to whoever looks at those.
 */
export function publishWhatWasReviewed(config: SanitizedConfig): SanitizedConfig {
  const task = config.jobs.tasks?.find(({ slug }) => slug === 'schedulePublish')
  if (!task || typeof task.handler === 'string') throw new Error('Payload has no schedulePublish to hold to reviews')
  const publish = task.handler as Handler
  task.handler = (async (args) => {
    const { job, req } = args
    const input = args.input as ScheduleInput
    try {
      const refusal = await refusalOf(input, String(job.createdAt), req)
      if (refusal) throw new Error(refusal)
      return await publish(args)
    } catch (error) {
      await say(input, error instanceof Error ? error.message : String(error), req)
      throw error
    }
  }) as Handler
  return config
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
  const found = await payload.db.findOne<{ id: string; title?: Record<string, string>; name?: Record<string, string> }>(
    {
      collection: doc.relationTo as 'articles',
      where: { id: { equals: doc.value } },
      req: await createLocalReq({}, payload),
    },
  )
  const names = found?.title ?? found?.name ?? {}
  await appendAudit(
    {
      action: 'schedule-refused',
      collection: doc.relationTo,
      document: doc.value,
      title: names[locale ?? 'en'] ?? Object.values(names)[0],
      locale: locale ?? '',
      detail: reason,
      actor: { name: 'Saphena' },
    },
    // what the publication wrote was rolled back, and this is not
    await createLocalReq({}, payload),
  )
}
