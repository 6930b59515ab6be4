import { resolve } from 'node:path'
import type { DatabaseAdapterObj } from 'payload'
import { mongoDatabase } from './mongoDatabase'
import { sqliteDatabase } from './sqliteDatabase'

/** Where `createMigration` writes; the committed migrations are imported from its index, so that builds carry them. */
export const migrationDir = resolve('src/database/migrations')

/**
 * What `buildConfig({ db })` wants, from the setting: `file:…` is SQLite, `mongodb://…` and `mongodb+srv://…` are MongoDB.
 * Neither changes tables or indexes on connecting: `migrateDatabase` does, in development as in production.
 *
 * @param dataDir where copies of the SQLite file are put before a migration
 */
export async function databaseAdapter({ url, dataDir }: { url: string; dataDir: string }): Promise<DatabaseAdapterObj> {
  return /^mongodb(\+srv)?:/.test(url)
    ? mongoDatabase({ url, migrationDir })
    : sqliteDatabase({ url, dataDir, migrationDir })
}
