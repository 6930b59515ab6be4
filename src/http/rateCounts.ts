import { createHash } from 'node:crypto'
import type { RateStore } from '../database/rateStore'
import { within } from '../database/within'

/** What is counted begins anew with each minute of the clock, for all processes at once. */
export const minute = 60_000
/** So many askers are remembered; beyond, the minute of all begins anew. */
const mostAskers = 10_000
/** How often processes tell each other: a limit can be overrun by what comes to the others in this time. */
const shareEveryMs = 500
/** So many counts are told at once; the rest waits for the next time. */
const mostShared = 500
/** Whoever waits for what the others have counted waits no longer than this. */
const patienceMs = 1_000

interface Tally {
  /** By all processes, as far as this one knows. */
  total: number
  /** Of these, what it has not told the others yet. */
  untold: number
  /** So many are worth telling: a few requests of each of many askers are not written to the database. */
  worthTelling: number
}

/**
 * Who asked how often in this minute, whichever process he asked.
 *
 *     request ─► count() ─► this process's memory ─► limited or not, at once
 *                               │ ▲
 *                every 500 ms,  ▼ │  what all have counted
 *                          the database
 *
 * A write for each request would make every request of an attacker one, and have readers wait for SQLite's one writer. So processes add
 * up what they have counted, and a limit may be overrun by half a second's requests and an eighth of it in each process. While the database
 * is away each process counts by itself and tells the others afterwards.
 */
export class RateCounts {
  readonly #tallies = new Map<string, Tally>()
  #began = 0
  #store: RateStore | undefined
  #sharing: Promise<void> | undefined

  /**
   * @param limit what is limited; the same word in every process
   * @param asker an address, an account: kept and told to others as a digest alone
   * @param most how many there may be in a minute
   * @returns how many there are with this one
   */
  count(limit: string, asker: string, most: number): number {
    this.#turnMinute()
    const key = digest(limit, asker, this.#began)
    const tally = this.#tallies.get(key) ?? { total: 0, untold: 0, worthTelling: Math.max(1, Math.floor(most / 8)) }
    this.#tallies.set(key, tally)
    tally.untold++
    return ++tally.total
  }

  /**
   * The same, exactly: waits for what the others have counted. For what is seldom and dear, such as trying a password; where the
   * database does not answer in time, by what this process knows.
   */
  async countTogether(limit: string, asker: string, most: number): Promise<number> {
    const total = this.count(limit, asker, most)
    if (!this.#store || total > most) return total
    const key = digest(limit, asker, this.#began)
    await within(patienceMs, () => this.#tell([key])).catch(() => undefined)
    return this.#tallies.get(key)?.total ?? total
  }

  /** In milliseconds: when the present minute ends. */
  get endsIn(): number {
    return this.#began + minute - Date.now()
  }

  /** Tells what was counted here, and learns what the others have counted of the same askers. */
  async share(): Promise<void> {
    this.#turnMinute()
    const keys = [...this.#tallies].filter(([, { untold, worthTelling }]) => untold >= worthTelling)
    this.#sharing ??= this.#tell(keys.slice(0, mostShared).map(([key]) => key)).finally(() => {
      this.#sharing = undefined
    })
    await this.#sharing
  }

  /**
   * Counts together with all processes on this database from now on.
   *
   * @param complain is told of a failure; the counting goes on
   * @returns ends it
   */
  shareBy(store: RateStore, complain: (error: unknown) => void): () => Promise<void> {
    this.#store = store
    const timer = setInterval(() => this.share().catch(complain), shareEveryMs)
    timer.unref()
    return async () => {
      clearInterval(timer)
      this.#store = undefined
      await this.#sharing?.catch(() => undefined)
    }
  }

  async #tell(keys: readonly string[]): Promise<void> {
    const told = new Map<string, number>()
    for (const key of keys) {
      const tally = this.#tallies.get(key)
      if (!tally || tally.untold === 0) continue
      told.set(key, tally.untold)
      tally.untold = 0
    }
    if (!this.#store || told.size === 0) return
    const began = this.#began
    try {
      // A minute longer than it counts, for a clock that is behind.
      const totals = await this.#store.add(told, new Date(began + 2 * minute))
      for (const [key, total] of totals) {
        const tally = this.#tallies.get(key)
        if (tally) tally.total = total + tally.untold
      }
    } catch (error) {
      for (const [key, count] of told) {
        const tally = this.#tallies.get(key)
        if (tally) tally.untold += count
      }
      throw error
    }
  }

  #turnMinute(): void {
    const began = Math.floor(Date.now() / minute) * minute
    if (began === this.#began && this.#tallies.size <= mostAskers) return
    this.#tallies.clear()
    this.#began = began
  }
}

/** What this process counts; `server.ts` has it share with the others. */
export const rateCounts = new RateCounts()

const digest = (...parts: (string | number)[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 22)
