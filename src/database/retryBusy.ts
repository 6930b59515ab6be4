import { setTimeout as pause } from 'node:timers/promises'

/** SQLite could not have the lock: another process writes (a command beside the server), or is opening the file. */
export function isBusy(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string' && /^SQLITE_(BUSY|LOCKED)/.test(at.code)) return true
    if (/SQLITE_(BUSY|LOCKED)|database is locked/.test(at.message)) return true
  }
  return false
}

/**
 * Tries again while another process holds SQLite's write lock, with growing pauses in which the event loop runs on.
 * SQLite's own `busy_timeout` would wait inside the call and stop everything else.
 * @throws the last SQLITE_BUSY once `withinMs` are over, and any other error at once
 */
export async function retryBusy<T>(
  attempt: () => Promise<T>,
  withinMs: number,
  { longestPauseMs = 150, whenBusy = () => {} } = {},
): Promise<T> {
  const until = performance.now() + withinMs
  for (let wait = 2; ; wait = Math.min(wait * 1.6, longestPauseMs)) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error) || performance.now() >= until) throw error
      whenBusy()
    }
    // Half of it by chance, so that two processes do not knock in step.
    await pause(wait * (0.5 + Math.random() / 2))
  }
}
