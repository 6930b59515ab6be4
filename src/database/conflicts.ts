import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'

/** https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml */
const writeConflict = 112

/** Another transaction wrote the same: MongoDB has undone this one, and asks for it to be run again. */
export function isConflict(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause ?? original(at), depth++)
    if (hasLabel(at, 'TransientTransactionError') || ('code' in at && at.code === writeConflict)) return true
  return false
}

/** It may have been committed and may not: asked for again, the server says which. */
export const isUnknownCommit = (error: unknown): boolean => hasLabel(error, 'UnknownTransactionCommitResult')

function hasLabel(error: unknown, label: string): boolean {
  const labels = (error as { errorLabels?: unknown } | null)?.errorLabels
  return Array.isArray(labels) && labels.includes(label)
}

/** What GraphQL wraps. */
const original = (error: Error): unknown => (error as { originalError?: unknown }).originalError

const mostAttempts = 6
const firstPauseMs = 20

/** Before the attempt of this number, from 1: by chance, so that those who met do not meet again. */
export const pauseBefore = (attempt: number): Promise<void> =>
  pause(firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random()))

/**
 * Runs a transaction again where another one wrote the same at the same time. What is tried begins and ends the transaction itself.
 *
 * @throws the conflict after six attempts, and any other error at once
 */
export async function retryConflicts<Result>(attempt: () => Promise<Result>): Promise<Result> {
  return retry(attempt, isConflict)
}

/** Asks again how a commit has ended. */
export const retryCommit = (commit: () => Promise<unknown>): Promise<unknown> => retry(commit, isUnknownCommit)

async function retry<Result>(attempt: () => Promise<Result>, mayTryAgain: (error: unknown) => boolean) {
  for (let number = 1; ; number++) {
    try {
      return await attempt()
    } catch (error) {
      if (!mayTryAgain(error) || number === mostAttempts) throw error
      await pauseBefore(number)
    }
  }
}

interface Attempt {
  number: number
  conflicted: boolean
  kept: boolean
}

const attempts = new AsyncLocalStorage<Attempt>()

/** Tells `untilNoConflict` that a conflict is the reason of what is answered. */
export function noteConflict(error: unknown): void {
  const attempt = attempts.getStore()
  if (attempt && isConflict(error)) attempt.conflicted = true
}

/** Tells `untilNoConflict` that something was committed, or counted beside the transaction, which would be done twice. */
export function noteCommit(): void {
  const attempt = attempts.getStore()
  if (attempt) attempt.kept = true
}

/** Whether what runs here runs again because of a conflict: what it counts beside the transaction is counted already. */
export const isRepeated = (): boolean => (attempts.getStore()?.number ?? 1) > 1

/**
 * The same for work that answers instead of throwing, as a request does: is run again while a conflict was noted in it and it has
 * committed nothing.
 *
 * @param work is told which attempt it is, from 1
 * @returns what the last attempt came to, and whether that was a conflict still
 */
export async function untilNoConflict<Result>(
  work: (attempt: number) => Promise<Result>,
): Promise<{ result: Result; conflicted: boolean }> {
  for (let number = 1; ; number++) {
    const attempt: Attempt = { number, conflicted: false, kept: false }
    const result = await attempts.run(attempt, () => work(number))
    const again = attempt.conflicted && !attempt.kept
    if (!again || number === mostAttempts) return { result, conflicted: again }
    await pauseBefore(number)
  }
}
