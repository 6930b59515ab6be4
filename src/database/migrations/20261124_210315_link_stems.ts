import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`payload_jobs\` ADD \`progress\` text;`)
  // The index of stems: see src/database/stemIndex.ts. FTS5 keeps which words stand in which row, and not the text.
  await db.run(sql`CREATE TABLE link_stem_rows (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, article TEXT NOT NULL);`)
  await db.run(sql`CREATE INDEX link_stem_rows_article_idx ON link_stem_rows (article);`)
  await db.run(
    sql`CREATE VIRTUAL TABLE link_stems USING fts5(stems, tokenize="unicode61 remove_diacritics 0", content='', contentless_delete=1, detail=none);`,
  )
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE link_stems;`)
  await db.run(sql`DROP TABLE link_stem_rows;`)
  await db.run(sql`ALTER TABLE \`payload_jobs\` DROP COLUMN \`progress\`;`)
}
