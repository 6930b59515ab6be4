import { AsyncLocalStorage } from 'node:async_hooks'
import type { TaskConfig } from 'payload'

/** Thrown out of long work whose process is asked to end; what it has done until then is kept. */
export class Interrupted extends Error {
  constructor() {
    super('The process is asked to end')
  }
}

const signals = new AsyncLocalStorage<AbortSignal>()

/** Runs work that may ask whether it is to end. */
export const untilAborted = <Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> =>
  signals.run(signal, work)

/** Whether the work that asks is to end, as soon as nothing of it is lost. */
export const isInterrupted = (): boolean => signals.getStore()?.aborted ?? false

type Handler = Exclude<TaskConfig['handler'], string>

/** For work that loses nothing by being interrupted: puts its job into the queue again then, for whoever looks next. */
export const resumable =
  (handler: Handler): Handler =>
  async (args) => {
    try {
      return await handler(args)
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error
      const { input, job, req } = args
      await req.payload.jobs.queue({ task: job.taskSlug, input, overrideAccess: true } as never)
      return { output: {} }
    }
  }
