import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { mongoOf } from './mongoDatabase'

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

/** Those that migrations make by hand. */
const ownSqlite: Record<string, string> = {
  publish_log_document_idx: 'CREATE INDEX publish_log_document_idx ON publish_log (collection, document, position)',
  rate_counts_until_idx: 'CREATE INDEX rate_counts_until_idx ON rate_counts (until)',
  link_stem_rows_article_idx: 'CREATE INDEX link_stem_rows_article_idx ON link_stem_rows (article)',
}

async function compareSqlite(adapter: SQLiteAdapter): Promise<IndexDifferences> {
  const wanted = new Map(Object.entries(ownSqlite))
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
  for (const model of [...Object.values(collections), ...Object.values(versions), globals]) {
    const { toDrop, toCreate } = await model.diffIndexes()
    const { name } = model.collection
    differences.missing.push(...toCreate.map((keys: object) => ({ name: `${name} ${JSON.stringify(keys)}` })))
    differences.extra.push(...toDrop.map((index: string) => `${name} ${index}`))
  }
  for (const [name, index] of ownMongo) {
    const found = await connection
      .collection(name)
      .indexes()
      .catch(() => [])
    if (!found.some(({ key }) => JSON.stringify(key) === JSON.stringify(index)))
      differences.missing.push({ name: `${name} ${JSON.stringify(index)}` })
  }
  return differences
}

/** See `ensureMongoLogIndexes`, `ensureMongoStemIndex` and `ensureMongoRateIndex`. */
const ownMongo: [collection: string, index: Record<string, 1>][] = [
  ['publish_log', { position: 1 }],
  ['publish_log', { collection: 1, document: 1, position: 1 }],
  ['publish_log', { intent: 1, at: 1 }],
  ['link_stems', { stems: 1 }],
  ['link_stems', { article: 1 }],
  ['rate_counts', { until: 1 }],
]
