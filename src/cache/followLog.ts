import type { LogEntry, PendingEntry } from '../publishing/logEntry'
import { keysOf } from './keys'
import type { ResponseCache } from './responseCache'

/** The two ends of the publish log, handed in by `server.ts`. */
export interface LogEnds<Following> {
  /** Tells of a change of this process before it is committed. */
  onAppend: (listener: (entry: PendingEntry) => void) => void
  /** Tells of the changes of all processes once they can be seen. */
  follow: (listener: (entries: LogEntry[]) => void) => Following
}

/** How long a change that was announced and never seen keeps its answers from being kept: it was rolled back. */
const patience = 30_000

type Kept = Pick<ResponseCache, 'purge' | 'pending' | 'settle'>

/**
 * Keeps what is kept in step with the log, all of it in one step: an answer is never put together from what is still to be purged. Safe
 * to be told of the same entries twice.
 */
export function purgeByLog<Following>(kept: readonly Kept[], { onAppend, follow }: LogEnds<Following>): Following {
  const open = new Map<string, Set<() => void>>()
  onAppend((entry) => {
    const keys = keysOf(entry)
    const name = nameOf(entry)
    const settle = () => {
      clearTimeout(timer)
      open.get(name)?.delete(settle)
      if (open.get(name)?.size === 0) open.delete(name)
      for (const each of kept) each.settle(keys)
    }
    const timer = setTimeout(settle, patience)
    timer.unref()
    open.set(name, (open.get(name) ?? new Set()).add(settle))
    for (const each of kept) each.pending(keys)
  })
  return follow((entries) => {
    for (const entry of entries) {
      for (const each of kept) each.purge(keysOf(entry))
      // Only what this process announced: another one's change settles none of ours.
      const [settle] = open.get(nameOf(entry)) ?? []
      settle?.()
    }
  })
}

const nameOf = ({ event, collection, document }: PendingEntry): string => `${event} ${collection} ${document}`
