import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { mongoOf } from './mongoDatabase'
import { ownMongoIndexes, ownSqliteIndexes } from './ownIndexes'

export interface IndexDifferences {
  /** Indexes that queries count on, and what makes each; undefined where a start of the server does. */
  missing: { name: string; statement?: string }[]
  /** Indexes that nothing here has asked for. */
  extra: string[]
}

/** Compares the indexes that a database has with those that this version of Saphena makes. */
export async function compareIndexes(payload: Payload): Promise<IndexDifferences> {
  const mongo = mongoOf(payload)
  return mongo ? compareMongo(mongo) : compareSqlite(payload.db as unknown as SQLiteAdapter)
}

interface RawTable {
  columns: Record<string, { name: string }>
  indexes?: Record<string, { name: string; on: string | string[]; unique?: boolean }>
}

async function compareSqlite(adapter: SQLiteAdapter): Promise<IndexDifferences> {
  const wanted = new Map(Object.entries(ownSqliteIndexes))
  for (const [table, { columns, indexes }] of Object.entries(adapter.rawTables as unknown as Record<string, RawTable>))
    for (const { name, on, unique } of Object.values(indexes ?? {})) {
      const names = [on].flat().map((key) => `"${columns[key]?.name ?? key}"`)
      wanted.set(name, `CREATE ${unique ? 'UNIQUE ' : ''}INDEX "${name}" ON "${table}" (${names.join(', ')})`)
    }
  const { rows } = (await adapter.drizzle.run(
    sql`SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name`,
  )) as unknown as { rows: { name: string }[] }
  const found = new Set(rows.map(({ name }) => String(name)))
  return {
    missing: [...wanted]
      .filter(([name]) => !found.has(name))
      .map(([name, statement]) => ({ name, statement }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    // The others are made by `ensureParentIndexes`, of whatever tables there are.
    extra: [...found].filter((name) => !wanted.has(name) && !name.startsWith('saphena_')),
  }
}

async function compareMongo({
  collections,
  versions,
  globals,
  connection,
}: MongooseAdapter): Promise<IndexDifferences> {
  const differences: IndexDifferences = { missing: [], extra: [] }
  const nameOf = (keys: object) => Object.entries(keys).flat().join('_')
  const own = new Set(ownMongoIndexes.map(({ collection, keys }) => `${collection} ${nameOf(keys)}`))
  for (const model of [...Object.values(collections), ...Object.values(versions), globals]) {
    const { toDrop, toCreate } = await model.diffIndexes()
    const { name } = model.collection
    differences.missing.push(...toCreate.map((keys: object) => ({ name: `${name} ${JSON.stringify(keys)}` })))
    differences.extra.push(
      ...toDrop.filter((index: string) => !own.has(`${name} ${index}`)).map((index: string) => `${name} ${index}`),
    )
  }
  for (const { collection, keys } of ownMongoIndexes) {
    const found = await connection
      .collection(collection)
      .indexes()
      .catch(() => [])
    if (!found.some(({ key }) => JSON.stringify(key) === JSON.stringify(keys)))
      differences.missing.push({ name: `${collection} ${JSON.stringify(keys)}` })
  }
  return differences
}
