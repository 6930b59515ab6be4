import { AsyncLocalStorage } from 'node:async_hooks'

const lookups = new AsyncLocalStorage<{ failed: boolean }>()

/** Tells `noticeFailedLookup` that it could not be found out who asks. */
export function noteFailedLookup(): void {
  const lookup = lookups.getStore()
  if (lookup) lookup.failed = true
}

/**
 * Runs `work`, in which it is looked up who asks.
 *
 * @returns what it came to, and whether the look-up failed: then whoever asks may be somebody, and must not be answered as a stranger
 */
export async function noticeFailedLookup<Result>(
  work: () => Promise<Result> | Result,
): Promise<{ result: Result; failed: boolean }> {
  const lookup = { failed: false }
  const result = await lookups.run(lookup, async () => work())
  return { result, failed: lookup.failed }
}
