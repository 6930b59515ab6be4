/** How far what is kept may be behind the log: in step, some seconds behind, or for so long that nobody may be given it. */
export type Standing = 'current' | 'stale' | 'lost'

/** A follower looks 2.5 times a second; one that has not come through for this long cannot reach the log, or only slowly. */
const currentMs = 1_000

/**
 * What is kept is right as far as this process has followed the log. While the database is away it cannot hear of what others change:
 * readers are given what is kept for a while, marked as stale, and then nothing. By a clock that never jumps.
 */
export class Freshness {
  #lookedAt = performance.now()
  readonly #longestMs: number

  /** @param options.staleSeconds how long what is kept is given out after the last look at the log */
  constructor({ staleSeconds }: { staleSeconds: number }) {
    this.#longestMs = Math.max(staleSeconds * 1000, currentMs)
  }

  /** All that the log held at this time of `performance.now()` is known here. */
  noteLook(at: number): void {
    this.#lookedAt = at
  }

  get standing(): Standing {
    const behind = performance.now() - this.#lookedAt
    return behind <= currentMs ? 'current' : behind <= this.#longestMs ? 'stale' : 'lost'
  }
}
