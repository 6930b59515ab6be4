import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type MigrateUpArgs, type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import { createLocalReq, type Payload } from 'payload'
import { copySqlite } from './copySqlite'
import { ensureParentIndexes } from './parentIndexes'
import { type SqliteInternals, sqliteInternals } from './sqliteDatabase'

export interface SqliteMigration {
  name: string
  up(args: MigrateUpArgs): Promise<void>
}

/** A process that starts beside one that migrates waits this long for it. */
const waitForOtherMs = 10 * 60_000

/**
 * Runs what is missing in one transaction: SQLite's own write lock is the lock between processes, and a migration that
 * fails leaves the file as it was. A copy of a file that holds data is made before, and kept where this process migrates it: one that
 * fails at each start would fill the disk with copies.
 *
 * Not the adapter's `migrate`: it ends the process on an error, and with foreign keys on, a table that is made anew would take
 * the rows that point to it along (https://www.sqlite.org/lang_altertable.html#otheralter, step 1).
 */
export async function migrateSqlite(payload: Payload, migrations: SqliteMigration[]): Promise<string[]> {
  const adapter = payload.db as unknown as SQLiteAdapter
  const found = sqliteInternals(payload)
  if (!found) throw new Error('The database is not connected')

  const before = await ranMigrations(adapter.drizzle)
  if (missing(migrations, before).length === 0) return []
  const copy =
    before.size > 0 ? await copyBefore(payload, found, missing(migrations, before)[0]?.name ?? '') : undefined
  let ran: string[] = []
  try {
    ran = await runMissing(payload, found, migrations)
  } finally {
    if (copy && ran.length === 0) await rm(copy, { force: true })
  }
  return ran
}

async function runMissing(payload: Payload, found: SqliteInternals, migrations: SqliteMigration[]): Promise<string[]> {
  const adapter = payload.db as unknown as SQLiteAdapter
  const { writer } = found.connections
  // The pragma has no effect inside a transaction, so it comes before.
  const foreignKeys = (state: 'OFF' | 'ON') => () => writer.execute(`PRAGMA foreign_keys = ${state}`)
  const options = { who: 'migrations', busyMs: waitForOtherMs, before: foreignKeys('OFF'), after: foreignKeys('ON') }
  return found.alone(options, async (db, transactionID) => {
    const done = await ranMigrations(db)
    const pending = missing(migrations, done)
    const req = await createLocalReq({}, payload)
    req.transactionID = transactionID
    for (const { name, up } of pending) {
      payload.logger.info({ migration: name, msg: 'Migrating' })
      await up({ db, payload: payload, req })
      await adapter.create({ collection: 'payload-migrations', data: { name, batch: lastBatch(done) + 1 }, req })
    }
    await ensureParentIndexes(db)
    const broken = await db.run(sql.raw('PRAGMA foreign_key_check'))
    if (broken.rows.length > 0) {
      throw new Error(
        `The migrations leave ${broken.rows.length} rows that point nowhere, first in ${String(broken.rows[0]?.table)}`,
      )
    }
    return pending.map(({ name }) => name)
  })
}

function missing(migrations: SqliteMigration[], done: Map<string, number>): SqliteMigration[] {
  return migrations.filter(({ name }) => !done.has(name))
}

function lastBatch(done: Map<string, number>): number {
  return Math.max(0, ...done.values())
}

/** Name and batch of each migration that the file has seen. */
async function ranMigrations(db: SQLiteAdapter['drizzle']): Promise<Map<string, number>> {
  const table = await db.run(
    sql.raw(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'`),
  )
  if (table.rows.length === 0) return new Map()
  const { rows } = await db.run(sql.raw('SELECT name, batch FROM payload_migrations'))
  return new Map(rows.map(({ name, batch }) => [String(name), Number(batch)]))
}

async function copyBefore(
  payload: Payload,
  { connections, dataDir }: SqliteInternals,
  migration: string,
): Promise<string> {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  // Several processes may start at once, and in containers each has the same number.
  const copy = join(dataDir, 'backups', `before-${migration}-${time}-${randomBytes(4).toString('hex')}.db`)
  await copySqlite(connections, copy)
  payload.logger.info({ copy, msg: 'Copied the database before migrating it' })
  return copy
}
