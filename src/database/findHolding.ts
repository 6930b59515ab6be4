import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { BasePayload, CollectionSlug, Payload } from 'payload'
import { mongoOf } from './mongoDatabase'

/** A field that is kept as JSON: rich text, or what the server derives. */
export interface JsonField {
  name: string
  localized: boolean
}

/**
 * The documents that hold a text somewhere in these fields, in what readers see or in the newest version. This reads all of
 * them, since neither database has an index into JSON: for what is done once, and not while somebody types.
 *
 * @param text without characters that JSON writes in another way: an id
 */
export function findHolding(
  payload: BasePayload,
  collection: CollectionSlug,
  fields: readonly JsonField[],
  text: string,
): Promise<string[]> {
  return mongoOf(payload as unknown as Payload)
    ? findInMongo(payload, collection, fields, text)
    : findInSqlite(payload, collection, fields, text)
}

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

async function findInSqlite(
  payload: BasePayload,
  collection: string,
  fields: readonly JsonField[],
  text: string,
): Promise<string[]> {
  const { drizzle } = payload.db as unknown as SQLiteAdapter
  const found = new Set<string>()
  for (const { name, localized } of fields) {
    const column = columnOf(name)
    const holds = (table: string, field: string) =>
      sql`instr(${sql.identifier(table)}.${sql.identifier(field)}, ${text}) > 0`
    const [table, versions] = [collection, `_${collection}_v`]
    const queries = localized
      ? [
          sql`SELECT DISTINCT _parent_id AS id FROM ${sql.identifier(`${table}_locales`)}
              WHERE ${holds(`${table}_locales`, column)}`,
          sql`SELECT DISTINCT parent_id AS id FROM ${sql.identifier(versions)}
              JOIN ${sql.identifier(`${versions}_locales`)}
              ON ${sql.identifier(`${versions}_locales`)}._parent_id = ${sql.identifier(versions)}.id
              WHERE latest = 1 AND ${holds(`${versions}_locales`, `version_${column}`)}`,
        ]
      : [
          sql`SELECT id FROM ${sql.identifier(table)} WHERE ${holds(table, column)}`,
          sql`SELECT DISTINCT parent_id AS id FROM ${sql.identifier(versions)}
              WHERE latest = 1 AND ${holds(versions, `version_${column}`)}`,
        ]
    for (const query of queries) {
      const { rows } = (await drizzle.run(query)) as unknown as { rows: Record<string, unknown>[] }
      for (const row of rows) if (row.id !== null) found.add(String(row.id))
    }
  }
  return [...found].sort()
}

async function findInMongo(
  payload: BasePayload,
  collection: CollectionSlug,
  fields: readonly JsonField[],
  text: string,
): Promise<string[]> {
  const adapter = mongoOf(payload as unknown as Payload)
  const found = new Set<string>()
  const project = (prefix: string) => Object.fromEntries(fields.map(({ name }) => [`${prefix}${name}`, 1]))
  const rows = adapter?.collections[collection]?.collection.find({}, { projection: project('') })
  for await (const row of rows ?? []) if (JSON.stringify(row).includes(text)) found.add(String(row._id))
  const versions = adapter?.versions[collection]?.collection.find(
    { latest: true },
    { projection: { parent: 1, ...project('version.') } },
  )
  for await (const { parent, version } of versions ?? [])
    if (JSON.stringify(version).includes(text)) found.add(String(parent))
  return [...found].sort()
}
