/** How long running requests may take to finish once a process takes no new ones, in milliseconds. */
export const finishWithinMs = 25_000

/**
 * When a process that was asked to stop may be killed, in milliseconds: it goes on answering for `SHUTDOWN_DELAY_SECONDS`, then finishes,
 * and ends by itself. The service managers of `deploy/` wait as long.
 */
export const killAfterMs = (shutdownDelaySeconds: number): number =>
  shutdownDelaySeconds * 1000 + finishWithinMs + 5_000
