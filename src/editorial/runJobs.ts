import type { BasePayload } from 'payload'

/**
 * Runs what is due in the job queue (relinking, scheduled publishing), once a second and one batch at a time, until stopped.
 * Payload claims each job in the database, so several processes may run this side by side.
 *
 * @returns stops it, and resolves once a batch under way has ended
 */
export function runJobs(payload: BasePayload, everyMs = 1000): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const turn = async () => {
    try {
      await payload.jobs.run({ limit: 20, overrideAccess: true, silent: { info: true } })
    } catch (error) {
      payload.logger.error({ err: error }, 'The job queue could not be read; it is tried again')
    }
    if (!stopped) schedule()
  }
  const schedule = () => {
    timer = setTimeout(() => {
      running = turn()
    }, everyMs)
    timer.unref()
  }
  schedule()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}
