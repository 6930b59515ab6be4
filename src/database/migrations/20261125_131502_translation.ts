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
  await db.run(sql`ALTER TABLE \`articles\` ADD \`translation\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_translation\` text;`)
  await db.run(sql`ALTER TABLE \`symptoms\` ADD \`translation\` text;`)
  await db.run(sql`ALTER TABLE \`_symptoms_v\` ADD \`version_translation\` text;`)
  await db.run(sql`ALTER TABLE \`remedies\` ADD \`translation\` text;`)
  await db.run(sql`ALTER TABLE \`_remedies_v\` ADD \`version_translation\` text;`)
  await db.run(sql`ALTER TABLE \`clinics\` ADD \`translation\` text;`)
  await db.run(sql`ALTER TABLE \`_clinics_v\` ADD \`version_translation\` text;`)
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
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`translation\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_translation\`;`)
  await db.run(sql`ALTER TABLE \`symptoms\` DROP COLUMN \`translation\`;`)
  await db.run(sql`ALTER TABLE \`_symptoms_v\` DROP COLUMN \`version_translation\`;`)
  await db.run(sql`ALTER TABLE \`remedies\` DROP COLUMN \`translation\`;`)
  await db.run(sql`ALTER TABLE \`_remedies_v\` DROP COLUMN \`version_translation\`;`)
  await db.run(sql`ALTER TABLE \`clinics\` DROP COLUMN \`translation\`;`)
  await db.run(sql`ALTER TABLE \`_clinics_v\` DROP COLUMN \`version_translation\`;`)
}
