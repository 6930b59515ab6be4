import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

/** What processes have counted together of who asked how often (see src/database/rateStore.ts), and what the log is tidied by. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(
    sql`CREATE TABLE rate_counts (key TEXT PRIMARY KEY, count INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;`,
  )
  await db.run(sql`CREATE INDEX rate_counts_until_idx ON rate_counts (until);`)
  await db.run(sql`CREATE INDEX publish_log_at_idx ON publish_log (at);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX publish_log_at_idx;`)
  await db.run(sql`DROP TABLE rate_counts;`)
}
