import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`_status_deletedAt_updatedAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`_status_deletedAt_updatedAt_createdAt_idx\` ON \`articles\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`DROP INDEX \`version__status_version_deletedAt_version_updatedAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`compound_index_idx\` ON \`_articles_v\` (\`version__status\`,\`version_deleted_at\`,\`version_updated_at\`,\`version_created_at\`);`)
  await db.run(sql`DROP INDEX \`_status_deletedAt_updatedAt_1_idx\`;`)
  await db.run(sql`CREATE INDEX \`_status_deletedAt_updatedAt_createdAt_1_idx\` ON \`symptoms\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`DROP INDEX \`version__status_version_deletedAt_version_updatedAt_1_idx\`;`)
  await db.run(sql`CREATE INDEX \`compound_index_1_idx\` ON \`_symptoms_v\` (\`version__status\`,\`version_deleted_at\`,\`version_updated_at\`,\`version_created_at\`);`)
  await db.run(sql`DROP INDEX \`_status_deletedAt_updatedAt_2_idx\`;`)
  await db.run(sql`CREATE INDEX \`_status_deletedAt_updatedAt_createdAt_2_idx\` ON \`remedies\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`DROP INDEX \`version__status_version_deletedAt_version_updatedAt_2_idx\`;`)
  await db.run(sql`CREATE INDEX \`compound_index_2_idx\` ON \`_remedies_v\` (\`version__status\`,\`version_deleted_at\`,\`version_updated_at\`,\`version_created_at\`);`)
  await db.run(sql`DROP INDEX \`_status_deletedAt_updatedAt_3_idx\`;`)
  await db.run(sql`CREATE INDEX \`_status_deletedAt_updatedAt_createdAt_3_idx\` ON \`clinics\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`created_at\`);`)
  await db.run(sql`DROP INDEX \`version__status_version_deletedAt_version_updatedAt_3_idx\`;`)
  await db.run(sql`CREATE INDEX \`compound_index_3_idx\` ON \`_clinics_v\` (\`version__status\`,\`version_deleted_at\`,\`version_updated_at\`,\`version_created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`_status_deletedAt_updatedAt_createdAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`_status_deletedAt_updatedAt_idx\` ON \`articles\` (\`_status\`,\`deleted_at\`,\`updated_at\`);`)
  await db.run(sql`DROP INDEX \`compound_index_idx\`;`)
  await db.run(sql`CREATE INDEX \`version__status_version_deletedAt_version_updatedAt_idx\` ON \`_articles_v\` (\`version__status\`,\`version_deleted_at\`,\`version_updated_at\`);`)
  await db.run(sql`DROP INDEX \`_status_deletedAt_updatedAt_createdAt_1_idx\`;`)
  await db.run(sql`CREATE INDEX \`_status_deletedAt_updatedAt_1_idx\` ON \`symptoms\` (\`_status\`,\`deleted_at\`,\`updated_at\`);`)
  await db.run(sql`DROP INDEX \`compound_index_1_idx\`;`)
  await db.run(sql`CREATE INDEX \`version__status_version_deletedAt_version_updatedAt_1_idx\` ON \`_symptoms_v\` (\`version__status\`,\`version_deleted_at\`,\`version_updated_at\`);`)
  await db.run(sql`DROP INDEX \`_status_deletedAt_updatedAt_createdAt_2_idx\`;`)
  await db.run(sql`CREATE INDEX \`_status_deletedAt_updatedAt_2_idx\` ON \`remedies\` (\`_status\`,\`deleted_at\`,\`updated_at\`);`)
  await db.run(sql`DROP INDEX \`compound_index_2_idx\`;`)
  await db.run(sql`CREATE INDEX \`version__status_version_deletedAt_version_updatedAt_2_idx\` ON \`_remedies_v\` (\`version__status\`,\`version_deleted_at\`,\`version_updated_at\`);`)
  await db.run(sql`DROP INDEX \`_status_deletedAt_updatedAt_createdAt_3_idx\`;`)
  await db.run(sql`CREATE INDEX \`_status_deletedAt_updatedAt_3_idx\` ON \`clinics\` (\`_status\`,\`deleted_at\`,\`updated_at\`);`)
  await db.run(sql`DROP INDEX \`compound_index_3_idx\`;`)
  await db.run(sql`CREATE INDEX \`version__status_version_deletedAt_version_updatedAt_3_idx\` ON \`_clinics_v\` (\`version__status\`,\`version_deleted_at\`,\`version_updated_at\`);`)
}
