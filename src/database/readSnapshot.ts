import type { Payload } from 'payload'
import { sqliteInternals } from './sqliteDatabase'

/**
 * Reads SQLite as it was at one moment, while others go on writing: all reads of this process are in one read transaction. It belongs
 * in a command, which does nothing else. MongoDB has no such moment for as long as an export takes (a snapshot ends after a minute
 * in a transaction and after five without), nor at all where it is no replica set.
 *
 * @returns undefined, and does nothing, on MongoDB
 */
export async function readSnapshot<T>(payload: Payload, work: () => Promise<T>): Promise<T | undefined> {
  const connections = sqliteInternals(payload)?.connections
  if (!connections) return undefined
  await connections.client.execute('BEGIN')
  try {
    // The moment is that of the first read.
    await connections.client.execute('SELECT count(*) FROM sqlite_master')
    return await work()
  } finally {
    await connections.client.execute('COMMIT')
  }
}
