import { createHash } from 'node:crypto'
import type { Counted, RateStore } from '../database/rateStore'
import { within } from '../database/within'

export const minute = 60_000
/** So many askers are remembered; beyond, those begin anew who asked longest ago: nobody is forgotten by making others up. */
const mostAskers = 10_000
/** How often processes tell each other: a limit can be overrun by what comes to the others in this time. */
const shareEveryMs = 500
/** So many counts are told at once; the rest waits for the next time. */
const mostShared = 500
/** Whoever waits for what the others have counted waits no longer than this. */
const patienceMs = 1_000

/** What is limited, and for how long: counts begin anew with each such time of the clock, for all processes at once. */
export interface Limit {
  /** The same word in every process. */
  name: string
  /** How often in each window. */
  most: number
  /** @default a minute */
  windowMs?: number
  /** Its time begins with each count instead, as that of something to be remembered. */
  renewed?: boolean
}

interface Tally {
  /** By all processes, as far as this one knows. */
  total: number
  /** Of these, what others have counted. */
  others: number
  /** And what it has not told them yet. */
  untold: number
  /** So many are worth telling: a few requests of each of many askers are not written to the database. */
  worthTelling: number
  /** When its window is over. */
  until: number
}

/**
 * Who asked how often within a while, whichever process he asked.
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
  #sweptAt = 0
  #store: RateStore | undefined
  #sharing: Promise<void> | undefined

  /**
   * @param asker an address, an account: kept and told to others as a digest alone
   * @returns how often he has asked in this window, with this time
   */
  count(limit: Limit, asker: string): number {
    const tally = this.#tallyOf(limit, asker)
    tally.untold++
    return ++tally.total
  }

  /**
   * The same, exactly: waits for what the others have counted. For what is seldom and dear, such as trying a password; where the
   * database does not answer in time, by what this process knows.
   */
  async countTogether(limit: Limit, asker: string): Promise<number> {
    const total = this.count(limit, asker)
    if (total > limit.most || !this.#store) return total
    // Whoever comes in the meantime is counted behind this one.
    const tally = this.#tallyOf(limit, asker)
    const { others } = tally
    await within(patienceMs, () => this.#tell([keyOf(limit, asker)])).catch(() => undefined)
    return total + tally.others - others
  }

  /** What all have counted, and not one more; where the database does not answer in time, what this process knows. */
  async read(limit: Limit, asker: string): Promise<number> {
    const key = keyOf(limit, asker)
    const known = this.#tallies.get(key)?.total ?? 0
    const store = this.#store
    if (!store) return known
    return Math.max(known, await within(patienceMs, () => store.read(key)).catch(() => 0))
  }

  /** Begins anew for somebody, as after a success. */
  async forget(limit: Limit, asker: string): Promise<void> {
    const key = keyOf(limit, asker)
    this.#tallies.delete(key)
    const store = this.#store
    if (store) await within(patienceMs, () => store.forget(key)).catch(() => undefined)
  }

  /** In milliseconds: when the present window ends. */
  endsIn({ windowMs = minute }: Limit): number {
    return windowMs - (Date.now() % windowMs)
  }

  /** Tells what was counted here, and learns what the others have counted of the same askers. */
  async share(): Promise<void> {
    this.#sweep()
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
    const store = this.#store
    if (!store) return
    const told = new Map<string, Counted>()
    for (const key of keys) {
      const tally = this.#tallies.get(key)
      if (!tally || tally.untold === 0) continue
      // A minute longer than it counts, for a clock that is behind.
      told.set(key, { count: tally.untold, until: new Date(tally.until + minute) })
      tally.untold = 0
    }
    if (told.size === 0) return
    try {
      for (const [key, total] of await store.add(told)) {
        const tally = this.#tallies.get(key)
        if (!tally) continue
        tally.others += total + tally.untold - tally.total
        tally.total = total + tally.untold
      }
    } catch (error) {
      for (const [key, { count }] of told) {
        const tally = this.#tallies.get(key)
        if (tally) tally.untold += count
      }
      throw error
    }
  }

  #tallyOf(limit: Limit, asker: string): Tally {
    this.#sweep()
    const key = keyOf(limit, asker)
    const { most, windowMs = minute } = limit
    const until = beginOf(limit) + windowMs
    const known = this.#tallies.get(key)
    const fresh = { total: 0, others: 0, untold: 0, worthTelling: Math.max(1, Math.floor(most / 8)) }
    const tally: Tally = Object.assign(known ?? fresh, { until })
    // At the end of the map, whose first is forgotten first.
    this.#tallies.delete(key)
    this.#tallies.set(key, tally)
    return tally
  }

  #sweep(): void {
    const now = Date.now()
    for (const oldest of this.#tallies.keys()) {
      if (this.#tallies.size <= mostAskers) break
      this.#tallies.delete(oldest)
    }
    if (now - this.#sweptAt < minute / 4 && now >= this.#sweptAt) return
    this.#sweptAt = now
    for (const [key, { until }] of this.#tallies) if (until <= now) this.#tallies.delete(key)
  }
}

/** What this process counts; `server.ts` has it share with the others. */
export const rateCounts = new RateCounts()

/** When the present window began. */
const beginOf = ({ windowMs = minute, renewed }: Limit): number =>
  renewed ? Date.now() : Date.now() - (Date.now() % windowMs)

const keyOf = (limit: Limit, asker: string): string =>
  createHash('sha256')
    .update([limit.name, asker, limit.windowMs ?? minute, limit.renewed ? '' : beginOf(limit)].join('\0'))
    .digest('base64url')
    .slice(0, 22)
