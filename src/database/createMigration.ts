import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'

/**
 * Writes the SQLite migration that leads from the last committed snapshot to the collections as they are now.
 * Asks nothing.
 *
 * @returns false where nothing has changed, and nothing is written then
 */
export async function createMigration(payload: Payload, name?: string): Promise<boolean> {
  if ((await findSchemaChanges(payload)).length === 0) return false
  await mkdir(payload.db.migrationDir, { recursive: true })
  await payload.db.createMigration({ migrationName: name, payload, skipEmpty: true })
  await importTypesAsTypes(payload.db.migrationDir)
  return true
}

/** Payload's template imports types as values, which a compiler that looks at one file alone cannot leave out. */
async function importTypesAsTypes(folder: string): Promise<void> {
  for (const file of (await readdir(folder)).filter((each) => /^\d.*\.ts$/.test(each))) {
    const source = await readFile(join(folder, file), 'utf8')
    const typed = source.replace(
      'import { MigrateUpArgs, MigrateDownArgs, sql }',
      'import { type MigrateDownArgs, type MigrateUpArgs, sql }',
    )
    if (typed !== source) await writeFile(join(folder, file), typed)
  }
}

/** The statements that a new migration would hold: none while collections and committed migrations are in step. */
export async function findSchemaChanges(payload: Payload): Promise<string[]> {
  const adapter = payload.db as unknown as SQLiteAdapter
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
  const now = await generateDrizzleJson(adapter.schema)
  return generateMigration(await lastSnapshot(adapter), now)
}

type Snapshot = SQLiteAdapter['defaultDrizzleSnapshot']

async function lastSnapshot({ migrationDir, defaultDrizzleSnapshot }: SQLiteAdapter): Promise<Snapshot> {
  const files = await readdir(migrationDir).catch(() => [])
  const last = files
    .filter((file) => file.endsWith('.json'))
    .sort()
    .at(-1)
  return last ? JSON.parse(await readFile(join(migrationDir, last), 'utf8')) : defaultDrizzleSnapshot
}
