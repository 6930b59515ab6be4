import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { BasePayload, Payload, PayloadRequest } from 'payload'
import { drizzleOf, sessionOf } from './inTransaction'
import { mongoOf } from './mongoDatabase'
import { withMongoLock } from './mongoLock'
import { sqliteInternals } from './sqliteDatabase'

/** A row of the log. What it says is the publishing room's; here it is only kept and numbered. */
export interface LogRow {
  position: number
  collection: string
  document: string
  /** When it was written, ISO 8601 in UTC. */
  at: string
  /** The rest, as JSON. */
  data: string
}

export interface LogStore {
  /** Adds a row in the transaction of `req`. Its position is the next one, once it is visible. */
  append(row: Omit<LogRow, 'position' | 'at'>, req: PayloadRequest): Promise<void>
  /**
   * Where the database has no transactions: notes that a document is about to change. `settle` is called after the change; what
   * is never settled, because the process was gone in between, is found by `abandoned`.
   */
  intend(collection: string, document: string): Promise<string | undefined>
  settle(intent: string): Promise<void>
  abandoned(olderThanMs: number): Promise<{ intent: string; collection: string; document: string }[]>
  /** The rows after a position, oldest first; every row before one of these is visible. */
  readAfter(position: number, limit: number): Promise<LogRow[]>
  /**
   * Calls `wake` soon after any process wrote a row, where the database can tell; elsewhere, and when it has stopped telling, whoever
   * follows looks by himself now and then. @returns how to stop it
   */
  watch(wake: () => void): () => void
  /** The position of the newest visible row; 0 where there is none. */
  last(): Promise<number>
  /** Takes out rows that a later one of the same document has replaced. @returns how many */
  compact(olderThan: string): Promise<number>
  /**
   * Takes a named cursor for a while, if nobody else has it. @returns where it stands, or undefined
   */
  lease(name: string, owner: string, forMs: number): Promise<number | undefined>
  /** Where a named cursor stands, whoever has it; undefined where there is none. */
  cursor(name: string): Promise<number | undefined>
  /** Moves a cursor that the owner has. @returns whether he still had it */
  advance(name: string, owner: string, position: number): Promise<boolean>
}

/** So far may the clocks of two machines be apart. A lease that lasts longer was given before the clock was set back. */
const clockSkewMs = 60_000

const stores = new WeakMap<object, LogStore>()

export function logStoreOf(payload: BasePayload): LogStore {
  const known = stores.get(payload.db)
  if (known) return known
  const mongo = mongoOf(payload as unknown as Payload)
  const store = mongo ? mongoLogStore(mongo) : sqliteLogStore(payload as unknown as Payload)
  stores.set(payload.db, store)
  return store
}

type Rows = { rows: Record<string, unknown>[]; rowsAffected?: number }

/** SQLite has one writer, so a position given in a transaction is visible after all before it. */
function sqliteLogStore(payload: Payload): LogStore {
  const adapter = payload.db as unknown as SQLiteAdapter
  const read = async (query: ReturnType<typeof sql>) => ((await adapter.drizzle.run(query)) as unknown as Rows).rows
  const write = async (query: ReturnType<typeof sql>): Promise<Rows> => {
    const internals = sqliteInternals(payload)
    if (!internals) throw new Error('The database is not connected')
    return internals.alone({ who: 'the publish log' }, async (db) => (await db.run(query)) as unknown as Rows)
  }
  return {
    async append({ collection, document, data }, req) {
      const db = await drizzleOf(adapter, req)
      const at = new Date().toISOString()
      await db.run(
        sql`INSERT INTO publish_log (collection, document, at, data) VALUES (${collection}, ${document}, ${at}, ${data})`,
      )
    },
    intend: async () => undefined,
    settle: async () => undefined,
    abandoned: async () => [],
    watch: () => () => {},
    async readAfter(position, limit) {
      return (
        await read(sql`SELECT * FROM publish_log WHERE position > ${position} ORDER BY position LIMIT ${limit}`)
      ).map(toRow)
    },
    async last() {
      const [row] = await read(sql`SELECT max(position) AS position FROM publish_log`)
      return Number(row?.position ?? 0)
    },
    async compact(olderThan) {
      const { rowsAffected } = await write(
        sql`DELETE FROM publish_log WHERE at < ${olderThan} AND EXISTS (
              SELECT 1 FROM publish_log AS later WHERE later.collection = publish_log.collection
                AND later.document = publish_log.document AND later.position > publish_log.position)`,
      )
      return rowsAffected ?? 0
    },
    async lease(name, owner, forMs) {
      const now = Date.now()
      const { rows } = await write(
        sql`INSERT INTO publish_cursors (name, position, owner, until) VALUES (${name}, 0, ${owner}, ${now + forMs})
            ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
            WHERE publish_cursors.owner = ${owner} OR publish_cursors.until < ${now}
              OR publish_cursors.until > ${now + forMs + clockSkewMs} RETURNING position`,
      )
      return rows[0] ? Number(rows[0].position) : undefined
    },
    async cursor(name) {
      const [row] = await read(sql`SELECT position FROM publish_cursors WHERE name = ${name}`)
      return row && Number(row.position)
    },
    async advance(name, owner, position) {
      const { rows } = await write(
        sql`UPDATE publish_cursors SET position = ${position} WHERE name = ${name} AND owner = ${owner} RETURNING position`,
      )
      return rows.length > 0
    },
  }
}

const toRow = (row: Record<string, unknown>): LogRow => ({
  position: Number(row.position),
  collection: String(row.collection),
  document: String(row.document),
  at: String(row.at),
  data: String(row.data),
})

interface StoredRow {
  /** Absent until it is numbered, or null while it is an intent. */
  position?: number
  intent: boolean
  collection: string
  document: string
  at: string
  data: string
  /** The order in which rows of one process were written, where two have the same time. */
  order: number
}
interface StoredCursor {
  _id: string
  position: number
  owner: string
  until: number
}

/**
 * On MongoDB rows are written without a position, since a counter in every transaction would make every two publishes
 * conflict. Whoever reads numbers first what has become visible since, one process at a time.
 */
function mongoLogStore(adapter: MongooseAdapter): LogStore {
  const { connection } = adapter
  const log = connection.collection<StoredRow>('publish_log')
  const cursors = connection.collection<StoredCursor>('publish_cursors')
  const unnumbered = { intent: false, position: { $exists: false } }
  let order = 0
  let numbering: Promise<void> | undefined

  async function number(): Promise<void> {
    if (!(await log.findOne(unnumbered, { projection: { _id: 1 } }))) return
    await withMongoLock(connection, 'publish-log', async () => {
      let next = (await newest()) + 1
      const rows = await log
        .find(unnumbered, { projection: { _id: 1 } })
        .sort({ at: 1, order: 1 })
        .toArray()
      // One after the other: whoever sees a position sees those before it. Where a row has one by now, this process stood still for so long
      // that another took the lock over and numbers.
      for (const { _id } of rows) {
        const { matchedCount } = await log.updateOne({ _id, ...unnumbered }, { $set: { position: next++ } })
        if (matchedCount === 0) return
      }
    })
  }
  /** One numbering at a time in this process; whoever asks meanwhile waits for one that begins after he asked. */
  async function numbered(): Promise<void> {
    await numbering
    numbering ??= number().finally(() => {
      numbering = undefined
    })
    await numbering
  }
  async function newest(): Promise<number> {
    const [row] = await log
      .find({ position: { $exists: true } }, { projection: { position: 1 } })
      .sort({ position: -1 })
      .limit(1)
      .toArray()
    const reserved = await cursors.findOne({ _id: 'compacted' })
    return Math.max(row?.position ?? 0, reserved?.position ?? 0)
  }

  return {
    async append({ collection, document, data }, req) {
      await log.insertOne(
        { intent: false, collection, document, data, at: new Date().toISOString(), order: order++ },
        await sessionOf(adapter, req),
      )
    },
    async intend(collection, document) {
      if (adapter.transactionOptions) return undefined
      const { insertedId } = await log.insertOne({
        intent: true,
        collection,
        document,
        data: '',
        at: new Date().toISOString(),
        order: order++,
      })
      return insertedId.toHexString()
    },
    async settle(intent) {
      const { ObjectId } = connection.base.mongo
      await log.deleteOne({ _id: new ObjectId(intent), intent: true })
    },
    async abandoned(olderThanMs) {
      const before = new Date(Date.now() - olderThanMs).toISOString()
      const rows = await log.find({ intent: true, at: { $lt: before } }).toArray()
      return rows.map(({ _id, collection, document }) => ({ intent: _id.toHexString(), collection, document }))
    },
    watch: (wake) => (adapter.transactionOptions ? watchInserts(log, wake) : () => {}),
    async readAfter(position, limit) {
      await numbered()
      const rows = await log
        .find({ position: { $gt: position } })
        .sort({ position: 1 })
        .limit(limit)
        .toArray()
      return rows.map((row) => toRow(row as unknown as Record<string, unknown>))
    },
    async last() {
      await numbered()
      return newest()
    },
    async compact(olderThan) {
      // The last position is remembered, so that none is given twice even where the last rows go.
      await cursors.updateOne(
        { _id: 'compacted' },
        { $set: { position: await newest(), owner: '', until: 0 } },
        { upsert: true },
      )
      let taken = 0
      for await (const row of log.find({ position: { $exists: true }, at: { $lt: olderThan } })) {
        const { _id, collection, document, position } = row
        const later = await log.findOne(
          { collection, document, position: { $gt: position as number } },
          { projection: { _id: 1 } },
        )
        if (later) taken += (await log.deleteOne({ _id })).deletedCount
      }
      return taken
    },
    async lease(name, owner, forMs) {
      const now = Date.now()
      await cursors.insertOne({ _id: name, position: 0, owner: '', until: 0 }).catch((error: { code?: number }) => {
        if (error.code !== 11_000) throw error
      })
      const { modifiedCount, matchedCount } = await cursors.updateOne(
        { _id: name, $or: [{ owner }, { until: { $lt: now } }, { until: { $gt: now + forMs + clockSkewMs } }] },
        { $set: { owner, until: now + forMs } },
      )
      if (!modifiedCount && !matchedCount) return undefined
      return (await cursors.findOne({ _id: name, owner }))?.position
    },
    cursor: async (name) => (await cursors.findOne({ _id: name }))?.position,
    async advance(name, owner, position) {
      const { matchedCount } = await cursors.updateOne({ _id: name, owner }, { $set: { position } })
      return matchedCount > 0
    },
  }
}

interface Watched {
  watch(pipeline: object[]): {
    on(event: 'change' | 'error', listener: () => void): unknown
    close(): Promise<void>
  }
}

/** By a change stream, which replica sets and mongos have. */
export function watchInserts(collection: Watched, wake: () => void): () => void {
  const stream = collection.watch([{ $match: { operationType: 'insert' } }])
  const close = () => void stream.close().catch(() => undefined)
  stream.on('change', wake)
  // The driver resumes by itself what can be resumed. What cannot be is left to looking now and then.
  stream.on('error', close)
  return close
}
