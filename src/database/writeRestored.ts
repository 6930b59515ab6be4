import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { Payload, PayloadRequest } from 'payload'
import { drizzleOf } from './inTransaction'
import { mongoOf } from './mongoDatabase'
import { sqliteInternals } from './sqliteDatabase'

/**
 * Runs what fills an empty database: on SQLite in one transaction, so that a restore which is killed leaves nothing; on MongoDB, where
 * none may last so long, without one.
 *
 * @returns how many links were left out, because they point to documents that are gone; MongoDB keeps such links, SQLite never does
 */
export async function writeRestored(payload: Payload, work: (req: PayloadRequest) => Promise<void>): Promise<number> {
  const internals = sqliteInternals(payload)
  if (!internals) {
    await work({} as PayloadRequest)
    return 0
  }
  const { writer } = internals.connections
  // The order of the files is not that of the links, and the pragma has no effect inside a transaction.
  const foreignKeys = (state: 'OFF' | 'ON') => () => writer.execute(`PRAGMA foreign_keys = ${state}`)
  const options = { who: 'a restore', before: foreignKeys('OFF'), after: foreignKeys('ON') }
  return internals.alone(options, async (db, transactionID) => {
    await work({ transactionID } as PayloadRequest)
    return dropDangling(db)
  })
}

type Rows = { rows: Record<string, unknown>[] }

/** Does to a link whose target is gone what SQLite would have done when it went. */
async function dropDangling(db: SQLiteAdapter['drizzle']): Promise<number> {
  const rowsOf = async (query: ReturnType<typeof sql>) => ((await db.run(query)) as unknown as Rows).rows
  const broken = await rowsOf(sql`PRAGMA foreign_key_check`)
  for (const { table, rowid, fkid } of broken) {
    const [key] = await rowsOf(
      sql`SELECT "from" AS "column", on_delete AS action FROM pragma_foreign_key_list(${table}) WHERE id = ${fkid}`,
    )
    const name = sql.identifier(String(table))
    if (key?.action === 'CASCADE') await db.run(sql`DELETE FROM ${name} WHERE rowid = ${rowid}`)
    else await db.run(sql`UPDATE ${name} SET ${sql.identifier(String(key?.column))} = NULL WHERE rowid = ${rowid}`)
  }
  return broken.length
}

/** What is no content: what the database has seen, and how far a restore is. */
const kept = ['payload-migrations', 'payload-kv']
const logTables = ['publish_log', 'publish_cursors']

/** Takes out all that an interrupted restore has left, in the transaction of `req`. */
export async function clearHalfRestored(payload: Payload, req: PayloadRequest): Promise<void> {
  const mongo = mongoOf(payload)
  await (mongo ? clearMongo(mongo) : clearSqlite(payload.db as unknown as SQLiteAdapter, req))
}

async function clearMongo({ collections, versions, globals, connection }: MongooseAdapter): Promise<void> {
  const spared = new Set(kept.map((slug) => collections[slug]?.collection.name))
  for (const model of [...Object.values(collections), ...Object.values(versions), globals])
    if (model && !spared.has(model.collection.name)) await model.collection.deleteMany({})
  for (const name of logTables) await connection.collection(name).deleteMany({})
}

async function clearSqlite(adapter: SQLiteAdapter, req: PayloadRequest): Promise<void> {
  const db = await drizzleOf(adapter, req)
  const spared = new Set(kept.map((slug) => slug.replaceAll('-', '_')))
  for (const name of [...Object.keys(adapter.tables), ...logTables])
    if (!spared.has(name)) await db.run(sql`DELETE FROM ${sql.identifier(name)}`)
}
