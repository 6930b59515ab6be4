import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`organisation\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`reading_lowest_grade\` numeric DEFAULT 6 NOT NULL,
  	\`reading_highest_grade\` numeric DEFAULT 8 NOT NULL,
  	\`review_cycle_months\` numeric DEFAULT 12 NOT NULL,
  	\`review_remind_days_before\` numeric DEFAULT 30 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`organisation\`;`)
}
