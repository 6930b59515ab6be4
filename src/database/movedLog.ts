import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { BasePayload, Payload, PayloadRequest } from 'payload'
import { drizzleOf } from './inTransaction'
import type { LogRow } from './logStore'
import { mongoOf } from './mongoDatabase'

/** How far one that follows the log once for all processes has come. Who has the lease is not moved: that process stays behind. */
export interface MovedCursor {
  name: string
  position: number
}

/** The publish log as a move takes it along: with its numbers, since the cursors of apps are positions in it. */
export interface MovedLog {
  readCursors(): Promise<MovedCursor[]>
  /** The last position that was ever given: the next entry comes after it, even where the last ones were taken out. */
  lastGiven(): Promise<number>
  putRows(rows: LogRow[], req: PayloadRequest): Promise<void>
  putCursors(cursors: MovedCursor[], req: PayloadRequest): Promise<void>
  putLastGiven(position: number, req: PayloadRequest): Promise<void>
}

export function movedLogOf(payload: BasePayload): MovedLog {
  const mongo = mongoOf(payload as unknown as Payload)
  return mongo ? mongoMovedLog(mongo) : sqliteMovedLog(payload.db as unknown as SQLiteAdapter)
}

type Rows = { rows: Record<string, unknown>[] }

function sqliteMovedLog(adapter: SQLiteAdapter): MovedLog {
  const read = async (query: ReturnType<typeof sql>) => ((await adapter.drizzle.run(query)) as unknown as Rows).rows
  return {
    async readCursors() {
      const rows = await read(sql`SELECT name, position FROM publish_cursors ORDER BY name`)
      return rows.map(({ name, position }) => ({ name: String(name), position: Number(position) }))
    },
    async lastGiven() {
      const [row] = await read(sql`SELECT seq FROM sqlite_sequence WHERE name = 'publish_log'`)
      return Number(row?.seq ?? 0)
    },
    async putRows(rows, req) {
      const db = await drizzleOf(adapter, req)
      for (const { position, collection, document, at, data } of rows)
        await db.run(
          sql`INSERT INTO publish_log (position, collection, document, at, data)
              VALUES (${position}, ${collection}, ${document}, ${at}, ${data})`,
        )
    },
    async putCursors(cursors, req) {
      const db = await drizzleOf(adapter, req)
      for (const { name, position } of cursors)
        await db.run(
          sql`INSERT INTO publish_cursors (name, position, owner, until) VALUES (${name}, ${position}, '', 0)`,
        )
    },
    async putLastGiven(position, req) {
      const db = await drizzleOf(adapter, req)
      await db.run(sql`DELETE FROM sqlite_sequence WHERE name = 'publish_log'`)
      await db.run(sql`INSERT INTO sqlite_sequence (name, seq) VALUES ('publish_log', ${position})`)
    },
  }
}

/** The cursor under which MongoDB's log remembers the last position where it takes out entries: see logStore.ts. */
const remembered = 'compacted'

function mongoMovedLog({ connection }: MongooseAdapter): MovedLog {
  const log = connection.collection<Omit<LogRow, 'position'> & { position?: number; intent: boolean; order: number }>(
    'publish_log',
  )
  const cursors = connection.collection<{ _id: string; position: number; owner: string; until: number }>(
    'publish_cursors',
  )
  return {
    async readCursors() {
      const rows = await cursors
        .find({ _id: { $ne: remembered } })
        .sort({ _id: 1 })
        .toArray()
      return rows.map(({ _id, position }) => ({ name: _id, position }))
    },
    async lastGiven() {
      const [newest] = await log
        .find({ position: { $exists: true } }, { projection: { position: 1 } })
        .sort({ position: -1 })
        .limit(1)
        .toArray()
      return Math.max(newest?.position ?? 0, (await cursors.findOne({ _id: remembered }))?.position ?? 0)
    },
    async putRows(rows) {
      if (rows.length > 0) await log.insertMany(rows.map((row, order) => ({ ...row, intent: false, order })))
    },
    async putCursors(moved) {
      for (const { name, position } of moved) await cursors.insertOne({ _id: name, position, owner: '', until: 0 })
    },
    async putLastGiven(position) {
      await cursors.updateOne({ _id: remembered }, { $set: { position, owner: '', until: 0 } }, { upsert: true })
    },
  }
}
