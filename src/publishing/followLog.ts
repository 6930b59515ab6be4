import { AsyncResource } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import type { BasePayload } from 'payload'
import { logStoreOf } from '../database/logStore'
import type { LogEntry } from './logEntry'
import { lastPosition, onAppend, readLog } from './publishLog'

export interface Following {
  /** Resolves once everything that was visible when it was called has been given to the listener. */
  caughtUp(): Promise<void>
  stop(): Promise<void>
}

/** How far a follower of this process has come. */
export interface FollowerState {
  name: string
  /** It follows for all processes together, from a cursor in the database. */
  once: boolean
  /** The last entry that this process gave to the listener, or began behind. */
  position: number
  /** When the last look at the log began that came to its end, by the clock of `performance.now()`. */
  lookedAt: number
}

const followers = new WeakMap<object, Set<FollowerState>>()

/** The followers of this process that have not been stopped. */
export const followersOf = (payload: BasePayload): FollowerState[] => [...(followers.get(payload.db) ?? [])]

/** Whether all that follows in each process knew the log within this time. */
export const isFollowing = (payload: BasePayload, withinMs: number): boolean =>
  followersOf(payload).every(({ once, lookedAt }) => once || performance.now() - lookedAt <= withinMs)

/** How often the log is looked at where nothing woke us, in milliseconds: other processes follow within twice this. */
const pollMs = 400
const pageSize = 500
/** While the log cannot be followed, it is said this often. */
const complainEveryMs = 60_000

export interface FollowOptions {
  /** What metrics call it; one of a few words. */
  name?: string
  /** Told after each look that came to the log's end: all that was visible at that time has been given to the listener. */
  whenLooked?: (at: number) => void
}

/**
 * Gives every entry from now on to this process, in order, whoever wrote it. A listener that throws gets the same entries again.
 */
export async function followLog(
  payload: BasePayload,
  listener: (entries: LogEntry[]) => void | Promise<void>,
  { name = 'other', whenLooked }: FollowOptions = {},
): Promise<Following> {
  const lookedAt = performance.now()
  const state: FollowerState = { name, once: false, position: await lastPosition(payload), lookedAt }
  whenLooked?.(lookedAt)
  const turn = async () => {
    for (;;) {
      const entries = await readLog(payload, state.position, pageSize)
      const last = entries.at(-1)
      if (!last) return
      await listener(entries)
      state.position = last.position
    }
  }
  return loop(payload, state, { turn, whenLooked })
}

export interface FollowOnceOptions {
  /** How long a process that is gone keeps others from going on, in milliseconds. */
  leaseMs?: number
}

/** How far a process may be ahead of the cursor that it stored, in milliseconds: a commit for each entry would cost more than the work. */
const storeEveryMs = 1_000

/** Who has more than this before him is far behind, as after an import or a night without a server. */
const onePage = 50
/** After so much work he rests twice as long, in milliseconds: the process is there for its readers. */
const workedMs = 10
const longestRestMs = 100

/**
 * Gives every entry to one process of all that follow under this name, in order, from where the name's stored cursor stands; a
 * new name begins with the first entry. What a killed process was at, and what it did in its last second, is given again, and
 * nothing is left out: a listener must not mind.
 */
export async function followOnce(
  payload: BasePayload,
  name: string,
  listener: (entry: LogEntry) => Promise<void>,
  { leaseMs = 15_000 }: FollowOnceOptions = {},
): Promise<Following> {
  const store = logStoreOf(payload)
  const owner = randomUUID()
  const state: FollowerState = { name, once: true, position: 0, lookedAt: performance.now() }
  /** The lease of this process: what is stored, and until when nobody else asks for it. */
  let held: { stored: number; storedAt: number; renewAt: number } | undefined

  const lease = async (): Promise<boolean> => {
    const now = performance.now()
    if (held && now < held.renewAt) return true
    const position = await store.lease(name, owner, leaseMs)
    if (position === undefined) {
      held = undefined
      return false
    }
    state.position = held ? Math.max(state.position, position) : position
    held = { stored: position, storedAt: now, renewAt: now + leaseMs / 2 }
    return true
  }
  const keep = async (): Promise<boolean> => {
    if (!held || held.stored === state.position) return true
    if (!(await store.advance(name, owner, state.position))) {
      held = undefined
      return false
    }
    held.stored = state.position
    held.storedAt = performance.now()
    return true
  }
  const turn = async (isStopped: () => boolean) => {
    if (held && performance.now() - held.storedAt >= storeEveryMs) await keep()
    // Nothing is written while nothing happens.
    if (!held) state.position = (await store.cursor(name)) ?? 0
    if ((await readLog(payload, state.position, 1)).length === 0) return
    let began = performance.now()
    while (await lease()) {
      const entries = await readLog(payload, state.position, onePage)
      if (entries.length === 0) return
      for (const entry of entries) {
        if (isStopped() || !(await lease())) return
        await listener(entry)
        state.position = entry.position
        if (held && performance.now() - held.storedAt >= storeEveryMs && !(await keep())) return
        const worked = performance.now() - began
        if (entries.length < onePage || worked < workedMs) continue
        await rest(Math.min(2 * worked, longestRestMs))
        began = performance.now()
      }
    }
  }
  return loop(payload, state, { turn, end: async () => void (await keep()) })
}

interface Loop {
  /** One look at the log, to its end, or to where it is once it is to stop. */
  turn: (isStopped: () => boolean) => Promise<void>
  /** After the last turn. */
  end?: () => Promise<void>
  whenLooked?: (at: number) => void
}

function loop(payload: BasePayload, state: FollowerState, { turn, end, whenLooked }: Loop): Following {
  const all = followers.get(payload.db) ?? new Set()
  followers.set(payload.db, all.add(state))
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let complainedAt: number | undefined
  const look = async () => {
    if (stopped) return
    const began = performance.now()
    await turn(() => stopped)
    if (complainedAt !== undefined)
      payload.logger.info({ follower: state.name, msg: 'The publish log is followed again' })
    complainedAt = undefined
    state.lookedAt = began
    whenLooked?.(began)
  }
  // A request whose change woke us is over by the time of the next turn, and has no part in it.
  const run = AsyncResource.bind((): Promise<void> => {
    clearTimeout(timer)
    running = (running ?? Promise.resolve())
      .then(look)
      .catch((error) => {
        const now = performance.now()
        if (stopped || now - (complainedAt ?? Number.NEGATIVE_INFINITY) < complainEveryMs) return
        complainedAt = now
        const { name: follower } = state
        payload.logger.error({ err: error, follower, msg: 'The publish log could not be followed; it is tried again' })
      })
      .then(() => {
        if (!stopped) schedule(pollMs)
      })
    return running
  })
  const schedule = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(run, ms)
    timer.unref()
  }
  // Our own change is visible a moment after it was announced.
  const unlisten = onAppend(payload, () => schedule(20))
  const unwatch = logStoreOf(payload).watch(() => schedule(20))
  schedule(pollMs)
  return {
    caughtUp: run,
    async stop() {
      stopped = true
      unlisten()
      unwatch()
      clearTimeout(timer)
      await running
      await end?.().catch(() => undefined) // given again
      all.delete(state)
    },
  }
}
