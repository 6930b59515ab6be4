import type { Payload } from 'payload'
import { migrateMongo } from './migrateMongo'
import { migrateSqlite, type SqliteMigration } from './migrateSqlite'
import { migrations as sqliteMigrations } from './migrations'
import { mongoOf } from './mongoDatabase'
import { type MongoMigration, mongoMigrations } from './mongoMigrations'

export interface MigrateOptions {
  /** @default the committed ones */
  sqlite?: SqliteMigration[]
  /** @default the committed ones */
  mongodb?: MongoMigration[]
}

/**
 * Brings the database to what this version of the code expects: server, commands and tests call it after connecting.
 * Any number of processes may call it at once; each migration runs once, and the others wait for it.
 *
 * @returns the names of the migrations that this call has run
 */
export async function migrateDatabase(
  payload: Payload,
  { sqlite = sqliteMigrations, mongodb = mongoMigrations }: MigrateOptions = {},
): Promise<string[]> {
  const mongo = mongoOf(payload)
  return mongo ? migrateMongo(payload, mongo, mongodb) : migrateSqlite(payload, sqlite)
}

/** Names of the migrations that this version of the code expects and the database has not seen, as where an older copy was put back. */
export async function pendingMigrations(
  payload: Payload,
  { sqlite = sqliteMigrations, mongodb = mongoMigrations }: MigrateOptions = {},
): Promise<string[]> {
  const { docs } = await payload.db.find<{ name: string }>({
    collection: 'payload-migrations',
    limit: 0,
    pagination: false,
  })
  const done = new Set(docs.map(({ name }) => name))
  return (mongoOf(payload) ? mongodb : sqlite).map(({ name }) => name).filter((name) => !done.has(name))
}
