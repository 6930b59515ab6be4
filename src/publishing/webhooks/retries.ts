const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** The pauses after failed attempts, in milliseconds; the last one is repeated. */
export const pauses = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
]

const mostAdded = 0.1
export const longestPause = Math.max(...pauses) * (1 + mostAdded)

/** How long a delivery is tried, in milliseconds. */
export const triedFor = 72 * hour
/** How often it is tried at least: where a clock is set ahead, all that time goes by at once. */
export const leastAttempts = pauses.length + 1

/**
 * When the next attempt is due; undefined where the delivery is given up.
 *
 * @param failed how many attempts have failed, the last one just now
 * @param since when the delivery was first due
 * @param chance from 0 to 1: up to a tenth is added, so that many deliveries do not come back at once
 */
export function nextAttempt(failed: number, since: Date, now: Date, chance: number): Date | undefined {
  const pause = pauses[Math.min(failed, pauses.length) - 1] ?? 0
  const next = new Date(now.getTime() + pause * (1 + chance * mostAdded))
  const isOver = next.getTime() - since.getTime() > triedFor
  return isOver && failed >= leastAttempts ? undefined : next
}
