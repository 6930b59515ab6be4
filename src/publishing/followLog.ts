import { randomUUID } from 'node:crypto'
import type { BasePayload } from 'payload'
import { logStoreOf } from '../database/logStore'
import type { LogEntry } from './logEntry'
import { lastPosition, onAppend, readLog } from './publishLog'

export interface Following {
  /** Resolves once everything that was visible when it was called has been given to the listener. */
  caughtUp(): Promise<void>
  stop(): Promise<void>
}

/** How often the log is looked at where nothing woke us, in milliseconds: other processes follow within twice this. */
const pollMs = 400
const pageSize = 500

/**
 * Gives every entry from now on to this process, in order, whoever wrote it. A listener that throws gets the same entries again.
 */
export async function followLog(
  payload: BasePayload,
  listener: (entries: LogEntry[]) => void | Promise<void>,
): Promise<Following> {
  let position = await lastPosition(payload)
  return loop(payload, async () => {
    for (;;) {
      const entries = await readLog(payload, position, pageSize)
      const last = entries.at(-1)
      if (!last) return
      await listener(entries)
      position = last.position
    }
  })
}

export interface FollowOnceOptions {
  /** How long a process that is gone keeps others from going on, in milliseconds. */
  leaseMs?: number
}

/**
 * Gives every entry to one process of all that follow under this name, in order, from where the name's stored cursor stands; a
 * new name begins with the first entry. An entry is done once the listener has resolved: what a killed process was at is given
 * again, and nothing is left out.
 */
export async function followOnce(
  payload: BasePayload,
  name: string,
  listener: (entry: LogEntry) => Promise<void>,
  { leaseMs = 15_000 }: FollowOnceOptions = {},
): Promise<Following> {
  const store = logStoreOf(payload)
  const owner = randomUUID()
  return loop(payload, async () => {
    let position = await store.lease(name, owner, leaseMs)
    while (position !== undefined) {
      const entries = await readLog(payload, position, 50)
      if (entries.length === 0) return
      for (const entry of entries) {
        await listener(entry)
        if (!(await store.advance(name, owner, entry.position))) return
      }
      position = await store.lease(name, owner, leaseMs)
    }
  })
}

function loop(payload: BasePayload, turn: () => Promise<void>): Following {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  const run = (): Promise<void> => {
    clearTimeout(timer)
    running = (running ?? Promise.resolve())
      .then(() => (stopped ? undefined : turn()))
      .catch((error) => {
        if (!stopped)
          payload.logger.error({ err: error, msg: 'The publish log could not be followed; it is tried again' })
      })
      .then(() => {
        if (!stopped) schedule(pollMs)
      })
    return running
  }
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
    },
  }
}
