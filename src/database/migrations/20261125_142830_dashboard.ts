import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`articles_stale_in\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_stale_in_order_idx\` ON \`articles_stale_in\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`articles_stale_in_parent_idx\` ON \`articles_stale_in\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_version_stale_in\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_version_stale_in_order_idx\` ON \`_articles_v_version_stale_in\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_stale_in_parent_idx\` ON \`_articles_v_version_stale_in\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`symptoms_stale_in\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`symptoms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`symptoms_stale_in_order_idx\` ON \`symptoms_stale_in\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`symptoms_stale_in_parent_idx\` ON \`symptoms_stale_in\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_symptoms_v_version_stale_in\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_symptoms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_symptoms_v_version_stale_in_order_idx\` ON \`_symptoms_v_version_stale_in\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_symptoms_v_version_stale_in_parent_idx\` ON \`_symptoms_v_version_stale_in\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`remedies_stale_in\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`remedies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`remedies_stale_in_order_idx\` ON \`remedies_stale_in\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`remedies_stale_in_parent_idx\` ON \`remedies_stale_in\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_remedies_v_version_stale_in\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_remedies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_remedies_v_version_stale_in_order_idx\` ON \`_remedies_v_version_stale_in\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_remedies_v_version_stale_in_parent_idx\` ON \`_remedies_v_version_stale_in\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`clinics_stale_in\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`clinics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`clinics_stale_in_order_idx\` ON \`clinics_stale_in\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`clinics_stale_in_parent_idx\` ON \`clinics_stale_in\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_clinics_v_version_stale_in\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_clinics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_clinics_v_version_stale_in_order_idx\` ON \`_clinics_v_version_stale_in\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_clinics_v_version_stale_in_parent_idx\` ON \`_clinics_v_version_stale_in\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`completed_reviews\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`article_id\` text,
  	\`reviewed_on\` text NOT NULL,
  	\`due\` text,
  	\`on_time\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`article_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`completed_reviews_article_idx\` ON \`completed_reviews\` (\`article_id\`);`)
  await db.run(sql`CREATE INDEX \`completed_reviews_reviewed_on_idx\` ON \`completed_reviews\` (\`reviewed_on\`);`)
  await db.run(sql`CREATE INDEX \`completed_reviews_on_time_idx\` ON \`completed_reviews\` (\`on_time\`);`)
  await db.run(sql`CREATE INDEX \`completed_reviews_updated_at_idx\` ON \`completed_reviews\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`completed_reviews_created_at_idx\` ON \`completed_reviews\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`reference_checks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`url\` text NOT NULL,
  	\`host\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`failures\` numeric DEFAULT 0,
  	\`last_status\` numeric,
  	\`last_error\` text,
  	\`checked_at\` text,
  	\`due_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`reference_checks_url_idx\` ON \`reference_checks\` (\`url\`);`)
  await db.run(sql`CREATE INDEX \`reference_checks_state_idx\` ON \`reference_checks\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`reference_checks_checked_at_idx\` ON \`reference_checks\` (\`checked_at\`);`)
  await db.run(sql`CREATE INDEX \`reference_checks_due_at_idx\` ON \`reference_checks\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`reference_checks_updated_at_idx\` ON \`reference_checks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`reference_checks_created_at_idx\` ON \`reference_checks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`reference_checks_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`reference_checks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`reference_checks_rels_order_idx\` ON \`reference_checks_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`reference_checks_rels_parent_idx\` ON \`reference_checks_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`reference_checks_rels_path_idx\` ON \`reference_checks_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`reference_checks_rels_articles_id_idx\` ON \`reference_checks_rels\` (\`articles_id\`);`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`translation\` text;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`symptom_count\` numeric;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`edited_by_id\` text REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`articles_symptom_count_idx\` ON \`articles\` (\`symptom_count\`);`)
  await db.run(sql`CREATE INDEX \`articles_edited_by_idx\` ON \`articles\` (\`edited_by_id\`);`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_translation\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_symptom_count\` numeric;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_edited_by_id\` text REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_symptom_count_idx\` ON \`_articles_v\` (\`version_symptom_count\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_edited_by_idx\` ON \`_articles_v\` (\`version_edited_by_id\`);`)
  await db.run(sql`ALTER TABLE \`symptoms\` ADD \`translation\` text;`)
  await db.run(sql`ALTER TABLE \`_symptoms_v\` ADD \`version_translation\` text;`)
  await db.run(sql`ALTER TABLE \`remedies\` ADD \`translation\` text;`)
  await db.run(sql`ALTER TABLE \`_remedies_v\` ADD \`version_translation\` text;`)
  await db.run(sql`ALTER TABLE \`clinics\` ADD \`translation\` text;`)
  await db.run(sql`ALTER TABLE \`_clinics_v\` ADD \`version_translation\` text;`)
  // Articles of before: without a symptom or not is what is asked of them until their links are written again.
  await db.run(sql`UPDATE \`articles\` SET \`symptom_count\` = 0 WHERE NOT EXISTS (SELECT 1 FROM \`articles_rels\` WHERE \`parent_id\` = \`articles\`.\`id\` AND \`path\` = 'symptoms');`)
  await db.run(sql`UPDATE \`_articles_v\` SET \`version_symptom_count\` = 0 WHERE NOT EXISTS (SELECT 1 FROM \`_articles_v_rels\` WHERE \`parent_id\` = \`_articles_v\`.\`id\` AND \`path\` = 'version.symptoms');`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`articles_stale_in\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_version_stale_in\`;`)
  await db.run(sql`DROP TABLE \`symptoms_stale_in\`;`)
  await db.run(sql`DROP TABLE \`_symptoms_v_version_stale_in\`;`)
  await db.run(sql`DROP TABLE \`remedies_stale_in\`;`)
  await db.run(sql`DROP TABLE \`_remedies_v_version_stale_in\`;`)
  await db.run(sql`DROP TABLE \`clinics_stale_in\`;`)
  await db.run(sql`DROP TABLE \`_clinics_v_version_stale_in\`;`)
  await db.run(sql`DROP TABLE \`completed_reviews\`;`)
  await db.run(sql`DROP TABLE \`reference_checks\`;`)
  await db.run(sql`DROP TABLE \`reference_checks_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_articles\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`hero_id\` text,
  	\`seek_care_urgency\` text,
  	\`link_decisions\` text,
  	\`author_id\` text,
  	\`reviewer_id\` text,
  	\`byline_author\` text,
  	\`byline_reviewer\` text,
  	\`reviewed_on\` text,
  	\`next_review_due\` text,
  	\`recall_kind\` text,
  	\`recall_at\` text,
  	\`license\` text,
  	\`attribution\` text,
  	\`first_published\` text,
  	\`internal_notes\` text,
  	\`version_key\` text,
  	\`writing\` text,
  	\`origin_source\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`hero_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`reviewer_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_articles\`("id", "hero_id", "seek_care_urgency", "link_decisions", "author_id", "reviewer_id", "byline_author", "byline_reviewer", "reviewed_on", "next_review_due", "recall_kind", "recall_at", "license", "attribution", "first_published", "internal_notes", "version_key", "writing", "origin_source", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "hero_id", "seek_care_urgency", "link_decisions", "author_id", "reviewer_id", "byline_author", "byline_reviewer", "reviewed_on", "next_review_due", "recall_kind", "recall_at", "license", "attribution", "first_published", "internal_notes", "version_key", "writing", "origin_source", "updated_at", "created_at", "deleted_at", "_status" FROM \`articles\`;`)
  await db.run(sql`DROP TABLE \`articles\`;`)
  await db.run(sql`ALTER TABLE \`__new_articles\` RENAME TO \`articles\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`articles_hero_idx\` ON \`articles\` (\`hero_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_seek_care_seek_care_urgency_idx\` ON \`articles\` (\`seek_care_urgency\`);`)
  await db.run(sql`CREATE INDEX \`articles_author_idx\` ON \`articles\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_reviewer_idx\` ON \`articles\` (\`reviewer_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_reviewed_on_idx\` ON \`articles\` (\`reviewed_on\`);`)
  await db.run(sql`CREATE INDEX \`articles_next_review_due_idx\` ON \`articles\` (\`next_review_due\`);`)
  await db.run(sql`CREATE INDEX \`articles_version_key_idx\` ON \`articles\` (\`version_key\`);`)
  await db.run(sql`CREATE INDEX \`articles_origin_origin_source_idx\` ON \`articles\` (\`origin_source\`);`)
  await db.run(sql`CREATE INDEX \`articles_updated_at_idx\` ON \`articles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_created_at_idx\` ON \`articles\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_deleted_at_idx\` ON \`articles\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`articles__status_idx\` ON \`articles\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`_status_deletedAt_updatedAt_idx\` ON \`articles\` (\`_status\`,\`deleted_at\`,\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__articles_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_hero_id\` text,
  	\`version_seek_care_urgency\` text,
  	\`version_link_decisions\` text,
  	\`version_author_id\` text,
  	\`version_reviewer_id\` text,
  	\`version_byline_author\` text,
  	\`version_byline_reviewer\` text,
  	\`version_reviewed_on\` text,
  	\`version_next_review_due\` text,
  	\`version_recall_kind\` text,
  	\`version_recall_at\` text,
  	\`version_license\` text,
  	\`version_attribution\` text,
  	\`version_first_published\` text,
  	\`version_internal_notes\` text,
  	\`version_version_key\` text,
  	\`version_writing\` text,
  	\`version_origin_source\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_hero_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_author_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_reviewer_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__articles_v\`("id", "parent_id", "version_hero_id", "version_seek_care_urgency", "version_link_decisions", "version_author_id", "version_reviewer_id", "version_byline_author", "version_byline_reviewer", "version_reviewed_on", "version_next_review_due", "version_recall_kind", "version_recall_at", "version_license", "version_attribution", "version_first_published", "version_internal_notes", "version_version_key", "version_writing", "version_origin_source", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave") SELECT "id", "parent_id", "version_hero_id", "version_seek_care_urgency", "version_link_decisions", "version_author_id", "version_reviewer_id", "version_byline_author", "version_byline_reviewer", "version_reviewed_on", "version_next_review_due", "version_recall_kind", "version_recall_at", "version_license", "version_attribution", "version_first_published", "version_internal_notes", "version_version_key", "version_writing", "version_origin_source", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave" FROM \`_articles_v\`;`)
  await db.run(sql`DROP TABLE \`_articles_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__articles_v\` RENAME TO \`_articles_v\`;`)
  await db.run(sql`CREATE INDEX \`_articles_v_parent_idx\` ON \`_articles_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_hero_idx\` ON \`_articles_v\` (\`version_hero_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_seek_care_version_seek_care_urgency_idx\` ON \`_articles_v\` (\`version_seek_care_urgency\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_author_idx\` ON \`_articles_v\` (\`version_author_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_reviewer_idx\` ON \`_articles_v\` (\`version_reviewer_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_reviewed_on_idx\` ON \`_articles_v\` (\`version_reviewed_on\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_next_review_due_idx\` ON \`_articles_v\` (\`version_next_review_due\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_version_key_idx\` ON \`_articles_v\` (\`version_version_key\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_origin_version_origin_source_idx\` ON \`_articles_v\` (\`version_origin_source\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_updated_at_idx\` ON \`_articles_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_created_at_idx\` ON \`_articles_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_deleted_at_idx\` ON \`_articles_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version__status_idx\` ON \`_articles_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_created_at_idx\` ON \`_articles_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_updated_at_idx\` ON \`_articles_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_snapshot_idx\` ON \`_articles_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_published_locale_idx\` ON \`_articles_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_latest_idx\` ON \`_articles_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_autosave_idx\` ON \`_articles_v\` (\`autosave\`);`)
  await db.run(sql`CREATE INDEX \`version__status_version_deletedAt_version_updatedAt_idx\` ON \`_articles_v\` (\`version__status\`,\`version_deleted_at\`,\`version_updated_at\`);`)
  await db.run(sql`ALTER TABLE \`symptoms\` DROP COLUMN \`translation\`;`)
  await db.run(sql`ALTER TABLE \`_symptoms_v\` DROP COLUMN \`version_translation\`;`)
  await db.run(sql`ALTER TABLE \`remedies\` DROP COLUMN \`translation\`;`)
  await db.run(sql`ALTER TABLE \`_remedies_v\` DROP COLUMN \`version_translation\`;`)
  await db.run(sql`ALTER TABLE \`clinics\` DROP COLUMN \`translation\`;`)
  await db.run(sql`ALTER TABLE \`_clinics_v\` DROP COLUMN \`version_translation\`;`)
}
