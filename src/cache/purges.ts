/**
 * Remembers what was purged when, so that an answer whose building began before a purge of one of its keys is not kept: it may
 * hold what was. Of keys being changed by an open transaction nothing is kept until they are settled.
 */
export class Purges {
  #now = 0
  /** Everything up to here may have been forgotten. */
  #forgotten = 0
  readonly #lastPurge = new Map<string, number>()
  readonly #pending = new Map<string, number>()
  readonly #most: number

  constructor(most = 10_000) {
    this.#most = most
  }

  /** The time by this clock: it goes on with each purge. */
  get now(): number {
    return this.#now
  }

  get isAnyPending(): boolean {
    return this.#pending.size > 0
  }

  note(keys: Iterable<string>): void {
    this.#now++
    for (const key of keys) {
      this.#lastPurge.delete(key) // so that the oldest stand first
      this.#lastPurge.set(key, this.#now)
    }
    for (const [key, time] of this.#lastPurge) {
      if (this.#lastPurge.size <= this.#most) break
      this.#lastPurge.delete(key)
      this.#forgotten = time
    }
  }

  open(keys: Iterable<string>): void {
    for (const key of keys) this.#pending.set(key, (this.#pending.get(key) ?? 0) + 1)
  }

  settle(keys: Iterable<string>): void {
    for (const key of keys) {
      const left = (this.#pending.get(key) ?? 0) - 1
      if (left > 0) this.#pending.set(key, left)
      else this.#pending.delete(key)
    }
  }

  /** Whether what was built of these keys since `began` holds nothing that has been purged. */
  allow(keys: Iterable<string>, began: number): boolean {
    if (began < this.#forgotten) return false
    for (const key of keys) if (this.#pending.has(key) || (this.#lastPurge.get(key) ?? 0) > began) return false
    return true
  }
}
