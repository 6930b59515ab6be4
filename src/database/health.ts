import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { type MongoTopology, mongoOf, readTopology } from './mongoDatabase'
import { sqliteInternals } from './sqliteDatabase'
import { within } from './within'

export type DatabaseHealth =
  | { ok: boolean; kind: 'sqlite'; detail: SqliteDetail }
  | { ok: boolean; kind: 'mongodb'; detail: MongoDetail }

export interface SqliteDetail {
  /** Writes that wait for their turn, and what they wait for. */
  writes: { holder: string | null; heldMs: number; waiting: number } | null
  error?: string
}

export interface MongoDetail {
  /** Mongoose's own word for its connection. */
  connection: string
  topology?: MongoTopology
  pingMs?: number
  error?: string
}

/** Whether the database answers, within `withinMs` in every case. Does not throw; `error` is for the log, not for strangers. */
export async function checkDatabase(payload: Payload, withinMs = 2_000): Promise<DatabaseHealth> {
  const mongo = mongoOf(payload)
  if (!mongo) {
    const writes = sqliteInternals(payload)?.queue.state() ?? null
    try {
      await within(withinMs, async () => (payload.db as unknown as SQLiteAdapter).drizzle.run(sql.raw('SELECT 1')))
      return { ok: true, kind: 'sqlite', detail: { writes } }
    } catch (error) {
      return { ok: false, kind: 'sqlite', detail: { writes, error: messageOf(error) } }
    }
  }

  const { connection } = mongo
  try {
    const started = performance.now()
    const topology = await within(withinMs, async () => {
      // The driver itself would look for a server for 30 seconds.
      if (connection.readyState !== 1 || !connection.db)
        throw new Error(`mongoose is ${stateOf(connection.readyState)}`)
      await connection.db.admin().ping()
      return readTopology(mongo)
    })
    const detail = { connection: stateOf(connection.readyState), topology, pingMs: performance.now() - started }
    return { ok: topology.writable, kind: 'mongodb', detail }
  } catch (error) {
    return {
      ok: false,
      kind: 'mongodb',
      detail: { connection: stateOf(connection.readyState), error: messageOf(error) },
    }
  }
}

/** Whether the database is away, for somebody who waits for his answer. */
export const isAway = async (payload: Payload): Promise<boolean> => !(await checkDatabase(payload, 1_000)).ok

/**
 * Closes the database at shutdown, after the last request: MongoDB's connections, or the SQLite file with its
 * write-ahead log put back into it. Writes that are still queued have five seconds.
 */
export async function closeDatabase(payload: Payload): Promise<void> {
  await payload.db.destroy?.()
}

function stateOf(readyState: number): string {
  return ['disconnected', 'connected', 'connecting', 'disconnecting'][readyState] ?? 'uninitialized'
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
