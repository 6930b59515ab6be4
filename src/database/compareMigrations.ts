import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { migrations } from './migrations'
import { mongoOf } from './mongoDatabase'
import { mongoMigrations } from './mongoMigrations'

/** Which migrations a database has not seen, and which it has seen that this version of the code does not know. */
export async function compareMigrations(payload: Payload): Promise<{ pending: string[]; unknown: string[] }> {
  const known = (mongoOf(payload) ? mongoMigrations : migrations).map(({ name }) => name)
  const ran = await ranMigrations(payload)
  return { pending: known.filter((name) => !ran.includes(name)), unknown: ran.filter((name) => !known.includes(name)) }
}

async function ranMigrations(payload: Payload): Promise<string[]> {
  if (!mongoOf(payload)) {
    const { rows } = await (payload.db as unknown as SQLiteAdapter).drizzle.run(
      sql`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'`,
    )
    if (rows.length === 0) return []
  }
  const { docs } = await payload.db.find<{ name: string }>({
    collection: 'payload-migrations',
    limit: 0,
    pagination: false,
    sort: 'name',
  })
  return docs.map(({ name }) => name)
}
