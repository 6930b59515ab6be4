import type { BasePayload, PayloadRequest } from 'payload'
import { type LogRow, logStoreOf } from '../database/logStore'
import type { LogEntry, PendingEntry } from './logEntry'

type Listener = (entry: PendingEntry) => void

const listeners = new WeakMap<object, Set<Listener>>()

const listenersOf = (payload: BasePayload): Set<Listener> => {
  const known = listeners.get(payload.db) ?? new Set()
  listeners.set(payload.db, known)
  return known
}

/**
 * Calls whenever this process is about to change what readers see, before it is committed: the change may yet be rolled back. What
 * happened for certain, in every process, is told by `followLog`.
 *
 * @returns ends it
 */
export function onAppend(payload: BasePayload, listener: Listener): () => void {
  listenersOf(payload).add(listener)
  return () => listenersOf(payload).delete(listener)
}

/** Writes an entry in the transaction of `req`: it is in the log exactly if the change is in the database. */
export async function appendEntry(entry: PendingEntry, req: PayloadRequest): Promise<void> {
  const { collection, document, ...rest } = entry
  await logStoreOf(req.payload).append({ collection, document, data: JSON.stringify(rest) }, req)
  for (const listener of listenersOf(req.payload)) listener(entry)
}

/** Entries after a position, oldest first. Whoever has seen one has seen every change before it. */
export async function readLog(payload: BasePayload, after: number, limit = 500): Promise<LogEntry[]> {
  return (await logStoreOf(payload).readAfter(after, limit)).map(toEntry)
}

export const lastPosition = (payload: BasePayload): Promise<number> => logStoreOf(payload).last()

/**
 * Takes out entries that a later one of the same document has replaced, once they are old. The last one of each document stays,
 * for good, and says so where the document is gone.
 */
export const compactLog = (payload: BasePayload, keepDays: number): Promise<number> =>
  logStoreOf(payload).compact(new Date(Date.now() - keepDays * 86_400_000).toISOString())

function toEntry({ data, position, collection, document, at }: LogRow): LogEntry {
  return { ...JSON.parse(data), position, collection, document, at } as LogEntry
}
