/** Deaths that are longer ago say nothing about the next one. */
const recentlyMs = 60_000
const firstPauseMs = 500
const longestPauseMs = 30_000

/**
 * How long to wait before a process is started again: not at all after its first death in a minute, then twice as long each time.
 *
 * @param deaths when it died, by one clock, the last one just now
 */
export function pauseAfterDeath(deaths: readonly number[]): number {
  const now = deaths.at(-1) ?? 0
  const recent = deaths.filter((at) => now - at < recentlyMs).length
  return recent < 2 ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (recent - 2))
}
