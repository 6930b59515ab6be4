import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`articles\` ADD \`version_key\` text;`)
  await db.run(sql`CREATE INDEX \`articles_version_key_idx\` ON \`articles\` (\`version_key\`);`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_version_key\` text;`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_version_key_idx\` ON \`_articles_v\` (\`version_version_key\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`articles_version_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`version_key\`;`)
  await db.run(sql`DROP INDEX \`_articles_v_version_version_version_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_version_key\`;`)
}
