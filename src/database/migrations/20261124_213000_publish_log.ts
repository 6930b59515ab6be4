import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

/** The publish log and the cursors of its followers: see src/database/logStore.ts. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  // AUTOINCREMENT: a position is never given twice, even where the last rows were compacted.
  await db.run(
    sql`CREATE TABLE publish_log (position INTEGER PRIMARY KEY AUTOINCREMENT, collection TEXT NOT NULL, document TEXT NOT NULL, at TEXT NOT NULL, data TEXT NOT NULL);`,
  )
  await db.run(sql`CREATE INDEX publish_log_document_idx ON publish_log (collection, document, position);`)
  await db.run(
    sql`CREATE TABLE publish_cursors (name TEXT PRIMARY KEY, position INTEGER NOT NULL, owner TEXT NOT NULL, until INTEGER NOT NULL);`,
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE publish_cursors;`)
  await db.run(sql`DROP TABLE publish_log;`)
}
