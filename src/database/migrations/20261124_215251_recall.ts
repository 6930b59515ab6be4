import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`articles\` ADD \`recall_kind\` text;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`recall_at\` text;`)
  await db.run(sql`ALTER TABLE \`articles_locales\` ADD \`recall_reason\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_recall_kind\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_recall_at\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v_locales\` ADD \`version_recall_reason\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`recall_kind\`;`)
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`recall_at\`;`)
  await db.run(sql`ALTER TABLE \`articles_locales\` DROP COLUMN \`recall_reason\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_recall_kind\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_recall_at\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v_locales\` DROP COLUMN \`version_recall_reason\`;`)
}
