import { randomUUID } from 'node:crypto'
import type { BasePayload, Where } from 'payload'
import { logStoreOf } from '../database/logStore'
import { untilAborted } from './interruption'

/**
 * A job says at least this often that it is alive; one that does not was left by a process that is gone. So far may the clocks of two
 * machines be apart, too: what was said later than that was said before the clock was set back.
 */
const abandonedAfterMs = 120_000

/** Jobs that somebody took and nobody works on. */
export const abandonedJobs = (): Where => {
  const from = (ms: number) => new Date(Date.now() + ms).toISOString()
  return {
    and: [
      { processing: { equals: true } },
      {
        or: [
          { updatedAt: { less_than: from(-abandonedAfterMs) } },
          { updatedAt: { greater_than: from(abandonedAfterMs) } },
        ],
      },
    ],
  }
}

/** Each while it still is abandoned: another process may have given it back, and begun it, since it was found. */
async function giveBackAbandoned(payload: BasePayload): Promise<void> {
  const collection = 'payload-jobs'
  const { docs } = await payload.db.find<{ id: string }>({
    collection,
    where: abandonedJobs(),
    limit: 0,
    pagination: false,
  })
  for (const { id } of docs) {
    const where = { and: [{ id: { equals: id } }, abandonedJobs()] }
    const given = await payload.db.updateOne({ collection, where, data: { processing: false } })
    if (given) payload.logger.warn({ job: id, msg: 'A job was left by a process that is gone; it runs again' })
  }
}

/** How often it is looked whether something that runs now and then is to be queued. */
const scheduleEveryMs = 60_000
/** The process that looks has that to itself for so long, or two would queue the same. */
const schedulingLeaseMs = 90_000

/**
 * Runs what is due in a job queue (relinking, scheduled publishing, reminders), once a second and one batch at a time, until stopped. A queue whose
 * jobs take long runs beside the others.
 * Each job is claimed in the database, and one process queues what is due by the clock, so several may run this side by side.
 *
 * @returns stops it, and resolves once a batch under way has ended: long work goes back into the queue as soon as it may
 */
export function runJobs(payload: BasePayload, everyMs = 1000, queue = 'default'): () => Promise<void> {
  const owner = randomUUID()
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  // By a clock that nobody sets back.
  let lookedAt = Number.NEGATIVE_INFINITY
  let scheduledAt = Number.NEGATIVE_INFINITY
  const turn = async () => {
    try {
      const now = performance.now()
      if (now - lookedAt > abandonedAfterMs / 2) {
        lookedAt = now
        await giveBackAbandoned(payload)
      }
      if (now - scheduledAt > scheduleEveryMs) {
        scheduledAt = now
        const leased = await logStoreOf(payload).lease(`schedules:${queue}`, owner, schedulingLeaseMs)
        if (leased !== undefined) await payload.jobs.handleSchedules({ queue })
      }
      if (stopping.signal.aborted) return
      const batch = { limit: 20, queue, overrideAccess: true, silent: { info: true } }
      await untilAborted(stopping.signal, () => payload.jobs.run(batch))
    } catch (error) {
      payload.logger.error({ err: error }, 'The job queue could not be read; it is tried again')
    }
    if (!stopping.signal.aborted) schedule()
  }
  const schedule = () => {
    timer = setTimeout(() => {
      running = turn()
    }, everyMs)
    timer.unref()
  }
  schedule()
  return async () => {
    stopping.abort()
    clearTimeout(timer)
    await running
  }
}
