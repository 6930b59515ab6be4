import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`reviews\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`article_id\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`event\` text NOT NULL,
  	\`latest\` integer DEFAULT true,
  	\`digest\` text NOT NULL,
  	\`version_key\` text,
  	\`by\` text,
  	\`by_name\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`note\` text,
  	\`texts\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`article_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`reviews_article_idx\` ON \`reviews\` (\`article_id\`);`)
  await db.run(sql`CREATE INDEX \`reviews_by_idx\` ON \`reviews\` (\`by\`);`)
  await db.run(sql`CREATE INDEX \`reviews_updated_at_idx\` ON \`reviews\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`reviews_created_at_idx\` ON \`reviews\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`article_locale_idx\` ON \`reviews\` (\`article_id\`,\`locale\`);`)
  await db.run(sql`CREATE INDEX \`latest_event_idx\` ON \`reviews\` (\`latest\`,\`event\`);`)
  await db.run(sql`CREATE TABLE \`review_comments\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`article_id\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`quote\` text,
  	\`start\` numeric,
  	\`end\` numeric,
  	\`parent_id\` text,
  	\`resolved\` integer DEFAULT false,
  	\`by\` text,
  	\`by_name\` text,
  	\`resolved_by_name\` text,
  	\`resolved_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`article_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`review_comments\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`review_comments_article_idx\` ON \`review_comments\` (\`article_id\`);`)
  await db.run(sql`CREATE INDEX \`review_comments_parent_idx\` ON \`review_comments\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`review_comments_resolved_idx\` ON \`review_comments\` (\`resolved\`);`)
  await db.run(sql`CREATE INDEX \`review_comments_updated_at_idx\` ON \`review_comments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`review_comments_created_at_idx\` ON \`review_comments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`article_locale_1_idx\` ON \`review_comments\` (\`article_id\`,\`locale\`);`)
  await db.run(sql`CREATE TABLE \`review_checklists\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`article_id\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`instrument\` text NOT NULL,
  	\`answers\` text NOT NULL,
  	\`scores\` text,
  	\`digest\` text,
  	\`version_key\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`article_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`review_checklists_article_idx\` ON \`review_checklists\` (\`article_id\`);`)
  await db.run(sql`CREATE INDEX \`review_checklists_version_key_idx\` ON \`review_checklists\` (\`version_key\`);`)
  await db.run(sql`CREATE INDEX \`review_checklists_updated_at_idx\` ON \`review_checklists\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`review_checklists_created_at_idx\` ON \`review_checklists\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`article_locale_2_idx\` ON \`review_checklists\` (\`article_id\`,\`locale\`);`)
  await db.run(sql`CREATE TABLE \`review_reminders\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`article_id\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`due_on\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`recipient\` text NOT NULL,
  	\`claimed_at\` text NOT NULL,
  	\`sent_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`article_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`review_reminders_key_idx\` ON \`review_reminders\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`review_reminders_article_idx\` ON \`review_reminders\` (\`article_id\`);`)
  await db.run(sql`CREATE INDEX \`review_reminders_updated_at_idx\` ON \`review_reminders\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`review_reminders_created_at_idx\` ON \`review_reminders\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`audit\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`actor_name\` text NOT NULL,
  	\`actor_role\` text,
  	\`actor\` text,
  	\`action\` text NOT NULL,
  	\`title\` text,
  	\`collection\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`locale\` text,
  	\`detail\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_at_idx\` ON \`audit\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`audit_actor_name_idx\` ON \`audit\` (\`actor_name\`);`)
  await db.run(sql`CREATE INDEX \`audit_actor_idx\` ON \`audit\` (\`actor\`);`)
  await db.run(sql`CREATE INDEX \`audit_action_idx\` ON \`audit\` (\`action\`);`)
  await db.run(sql`CREATE INDEX \`audit_collection_idx\` ON \`audit\` (\`collection\`);`)
  await db.run(sql`CREATE INDEX \`audit_document_idx\` ON \`audit\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`audit_updated_at_idx\` ON \`audit\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_created_at_idx\` ON \`audit\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`document_at_idx\` ON \`audit\` (\`document\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`organisation_preflight_blocking\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`organisation\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`organisation_preflight_blocking_order_idx\` ON \`organisation_preflight_blocking\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`organisation_preflight_blocking_parent_idx\` ON \`organisation_preflight_blocking\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs_stats\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`stats\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`version_key\` text;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`writing\` text;`)
  await db.run(sql`CREATE INDEX \`articles_version_key_idx\` ON \`articles\` (\`version_key\`);`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_version_key\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_writing\` text;`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_version_key_idx\` ON \`_articles_v\` (\`version_version_key\`);`)
  await db.run(sql`ALTER TABLE \`payload_jobs\` ADD \`meta\` text;`)
  await db.run(sql`ALTER TABLE \`organisation\` ADD \`review_allow_own_approval\` integer DEFAULT false;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`reviews\`;`)
  await db.run(sql`DROP TABLE \`review_comments\`;`)
  await db.run(sql`DROP TABLE \`review_checklists\`;`)
  await db.run(sql`DROP TABLE \`review_reminders\`;`)
  await db.run(sql`DROP TABLE \`audit\`;`)
  await db.run(sql`DROP TABLE \`organisation_preflight_blocking\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs_stats\`;`)
  await db.run(sql`DROP INDEX \`articles_version_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`version_key\`;`)
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`writing\`;`)
  await db.run(sql`DROP INDEX \`_articles_v_version_version_version_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_version_key\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_writing\`;`)
  await db.run(sql`ALTER TABLE \`payload_jobs\` DROP COLUMN \`meta\`;`)
  await db.run(sql`ALTER TABLE \`organisation\` DROP COLUMN \`review_allow_own_approval\`;`)
}
