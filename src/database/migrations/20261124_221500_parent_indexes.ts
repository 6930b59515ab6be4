import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'
import { ensureParentIndexes } from '../parentIndexes'

/** The indexes themselves are made after every migration: this one brings a database to them that has no other to run. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await ensureParentIndexes(db as never)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  const { rows } = (await db.run(
    sql`SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'saphena\\_%parent_id' ESCAPE '\\'`,
  )) as unknown as { rows: { name: string }[] }
  for (const { name } of rows) await db.run(sql.raw(`DROP INDEX "${name}"`))
}
