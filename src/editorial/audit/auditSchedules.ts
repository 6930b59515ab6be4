import type { BasePayload, CollectionAfterDeleteHook, PayloadRequest, SanitizedConfig } from 'payload'
import { createLocalReq } from 'payload'
import { runInTransaction } from '../../database/runInTransaction'
import { type AuditAction, actorOf, appendAudit } from './auditEntry'
import { titleOf } from './titleOf'

interface ScheduledJob {
  taskSlug?: string | null
  waitUntil?: string | null
  input?: unknown
}
/** What a job of Payload's `schedulePublish` is queued with. */
export interface ScheduleInput {
  type?: string
  locale?: string | null
  doc?: { relationTo: string; value: string }
  user?: { relationTo: string; value: string }
}

/**
 * Puts into the audit what is scheduled. Payload writes its jobs past the hooks of their collection, so that the one way to queue them is
 * wrapped: the job and its entry are one transaction.
 */
export function auditSchedules(payload: BasePayload): void {
  const queue = payload.jobs.queue.bind(payload.jobs) as (args: Queued) => Promise<ScheduledJob>
  const audited = async (args: Queued): Promise<ScheduledJob> => {
    if (args.task !== 'schedulePublish') return queue(args)
    const req = args.req ?? (await createLocalReq({}, payload))
    return runInTransaction(req, async () => {
      const job = await queue({ ...args, req })
      const waitUntil = args.waitUntil?.toISOString()
      await append('scheduled', { input: args.input, ...(waitUntil ? { waitUntil } : {}) }, req)
      return job
    })
  }
  payload.jobs.queue = audited as unknown as typeof payload.jobs.queue
}

interface Queued {
  task?: string
  input?: unknown
  waitUntil?: Date
  req?: PayloadRequest
}

/** A schedule that somebody takes back; one that has run is not deleted by an operation. */
const auditUnscheduled: CollectionAfterDeleteHook = async ({ doc, req }) => {
  const job = doc as ScheduledJob
  if (job.taskSlug === 'schedulePublish') await append('unscheduled', job, req)
}

/** After Payload has read the configuration: hooks that it finds before are said not to run, and those of a deletion do. */
export function auditUnschedules(config: SanitizedConfig): SanitizedConfig {
  config.collections.find(({ slug }) => slug === 'payload-jobs')?.hooks.afterDelete.push(auditUnscheduled)
  return config
}

async function append(action: AuditAction, { input, waitUntil }: ScheduledJob, req: PayloadRequest): Promise<void> {
  const { doc, locale, type, user } = (input ?? {}) as ScheduleInput
  if (!doc) return
  const { payload } = req
  const person = req.user
    ? req.user
    : user && (await payload.db.findOne({ collection: 'users', where: { id: { equals: user.value } }, req }))
  await appendAudit(
    {
      action,
      collection: doc.relationTo,
      document: String(doc.value),
      title: await titleOf(doc.relationTo, doc.value, locale, req),
      locale: locale ?? '',
      detail: `${type === 'unpublish' ? 'withdrawal' : 'publication'} at ${waitUntil ?? 'once'}`,
      actor: actorOf(person as PayloadRequest['user']),
    },
    req,
  )
}
