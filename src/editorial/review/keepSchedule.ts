import { randomUUID } from 'node:crypto'
import { type BasePayload, createLocalReq, type PayloadRequest, type SanitizedConfig } from 'payload'
import { retryConflicts } from '../../database/conflicts'
import { runInTransaction } from '../../database/runInTransaction'

type Task = NonNullable<SanitizedConfig['jobs']['tasks']>[number]
/** How Payload's task does what a schedule says. */
export type ScheduleHandler = Exclude<Task['handler'], string>
type Arguments = Parameters<ScheduleHandler>[0]

/**
 * Does what a schedule says, and notes in the same transaction that it is done. The job of a process that was killed right after that runs
 * again, and must not publish what somebody has withdrawn since: Payload does not do again what a job has noted.
 */
export const keepSchedule = (
  publish: ScheduleHandler,
  args: Arguments,
): Promise<Awaited<ReturnType<ScheduleHandler>>> =>
  retryConflicts(async () => {
    const req = await createLocalReq({}, args.req.payload)
    return runInTransaction(req, async () => {
      const result = await publish({ ...args, req: updatingWithin(req) })
      await noteDone(args.job, req)
      return result
    })
  })

/** Payload's task passes no request on: what it updates would be a transaction of its own. */
function updatingWithin(req: PayloadRequest): PayloadRequest {
  const { payload } = req
  const update = (({ overrideAccess, ...options }: Parameters<BasePayload['update']>[0]) =>
    payload.update({ ...options, overrideAccess, req })) as BasePayload['update']
  return { ...req, payload: Object.assign(Object.create(payload), { update }) }
}

/** As Payload does after it: a line in the job's log. */
async function noteDone(job: Arguments['job'], req: PayloadRequest): Promise<void> {
  const at = new Date().toISOString()
  const line = { id: randomUUID(), executedAt: at, completedAt: at, taskSlug: 'schedulePublish', taskID: '1' }
  const log = { $push: { ...line, state: 'succeeded', input: job.input, output: {} } }
  await req.payload.db.updateJobs({ id: job.id, data: { log, updatedAt: at } as never, req, returning: false })
}
