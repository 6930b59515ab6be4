import { setTimeout as wait } from 'node:timers/promises'
import { type AfterErrorHook, AuthenticationError, LockedAuth, type PayloadRequest } from 'payload'

/** How long a login takes that fails, at least: longer than the work that one outcome has and the other has not. */
const leastMs = 700

/** When a login was begun in this request. */
const began = new WeakMap<object, number>()

/** By its context, which a request keeps where it is wrapped. */
export const noteBegin = ({ context }: PayloadRequest): void => void began.set(context, performance.now())

/**
 * What a login that failed is answered with, and when: the same for an account that is none, a wrong password, and an account that is
 * locked, in words and in time.
 */
export async function failedLogin(error: unknown, req: PayloadRequest): Promise<unknown> {
  const since = began.get(req.context)
  if (since === undefined || !(error instanceof AuthenticationError || error instanceof LockedAuth)) return error
  began.delete(req.context)
  await wait(Math.max(0, since + leastMs - performance.now()))
  return error instanceof LockedAuth ? new AuthenticationError(req.t) : error
}

/** The same for REST, where Payload has made an answer of the error already. */
export const answerFailedLogin: AfterErrorHook = async ({ error, req }) => {
  const told = (await failedLogin(error, req)) as Error
  if (told !== error) return { response: { errors: [{ message: told.message }] as never } }
}
