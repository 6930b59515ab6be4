import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`second_factors\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`secret\` text NOT NULL,
  	\`confirmed_at\` text,
  	\`last_step\` numeric DEFAULT 0,
  	\`recovery_codes\` text,
  	\`failures\` numeric DEFAULT 0,
  	\`locked_until\` text,
  	\`revision\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`second_factors_updated_at_idx\` ON \`second_factors\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`second_factors_created_at_idx\` ON \`second_factors\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`api_key_expires_at\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`api_key_last_used_at\` text;`)
  await db.run(sql`ALTER TABLE \`organisation\` ADD \`login_require_two_factor\` integer DEFAULT false;`)
  // Only the hash by which a key is found is kept from now on.
  await db.run(sql`UPDATE \`users\` SET \`api_key\` = NULL;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`second_factors\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`api_key_expires_at\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`api_key_last_used_at\`;`)
  await db.run(sql`ALTER TABLE \`organisation\` DROP COLUMN \`login_require_two_factor\`;`)
}
