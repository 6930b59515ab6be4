/** How a process shares SQLite's one write lock with others on the same file, in milliseconds. */
interface Manners {
  /** It leaves the lock free for a moment once it has had it for so long. */
  afterHeldMs: number
  /** For how long, by the last transaction's time. */
  pauseMs: (heldMs: number) => number
}

/** So long others count as there after they were last met. */
const companyMs = 1_000
/** Whoever waits for the lock looks at least so often. */
export const longestLookMs = 10

const host: Manners = { afterHeldMs: 100, pauseMs: () => longestLookMs + 2 }
const guest: Manners = { afterHeldMs: 0, pauseMs: (heldMs) => Math.min(heldMs * 3, 250) }
let manners = host

/** For commands: beside a server that writes they take a quarter of the time, since people wait for the server. */
export function behaveAsGuest(): void {
  manners = guest
}

/**
 * Whether the lock is given up between two transactions, and for how long. SQLite gives it to whoever happens to look while it is free: of
 * two processes that write on and on, one would have it all the time. A process that is alone never pauses.
 */
export class LockManners {
  #metAt = Number.NEGATIVE_INFINITY
  #heldMs = 0

  /** Somebody else has the lock. */
  noteOthers(): void {
    this.#metAt = performance.now()
  }

  /** @returns for how long the next transaction is to wait after one that had the lock for `heldMs` */
  pauseAfter(heldMs: number): number {
    this.#heldMs += heldMs
    if (performance.now() - this.#metAt > companyMs || this.#heldMs < manners.afterHeldMs) return 0
    this.#heldMs = 0
    return manners.pauseMs(heldMs)
  }
}
