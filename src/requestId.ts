import { AsyncLocalStorage } from 'node:async_hooks'

const answering = new AsyncLocalStorage<string>()

/** Runs `work`; whatever is logged meanwhile, in all that it awaits, names this request. */
export const withRequestId = <Result>(id: string, work: () => Result): Result => answering.run(id, work)

/** The request that is being answered; undefined where there is none, as in a job. */
export const currentRequestId = (): string | undefined => answering.getStore()
