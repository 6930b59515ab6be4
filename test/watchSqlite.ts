import type { BasePayload, Payload } from 'payload'
import { sqliteInternals } from '../src/database/sqliteDatabase'

interface Asked {
  sql: string
  args: unknown[]
}

/** What reads a whole table, and the statement. */
export interface Scan {
  table: string
  sql: string
}

/**
 * Notes every statement that SQLite is given.
 *
 * @returns asks SQLite how it goes about each, and says which read a table from end to end without an index
 */
export function watchSqlite(payload: BasePayload): () => Promise<Scan[]> {
  const internals = sqliteInternals(payload as unknown as Payload)
  if (!internals) throw new Error('This is no SQLite')
  const { client, writer } = internals.connections
  const asked = new Map<string, Asked>()
  const execute = client.execute.bind(client)
  for (const connection of [client, writer]) {
    const original = connection.execute.bind(connection) as (statement: unknown, args?: unknown) => Promise<never>
    connection.execute = (async (statement: string | Asked, args?: unknown[]) => {
      const { sql, args: given } = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
      if (!/ where false$/.test(sql) && /^\s*(select|update|delete|insert|with)\b/i.test(sql))
        asked.set(sql, { sql, args: given })
      return original(statement, args)
    }) as typeof connection.execute
  }
  return async () => {
    const scans: Scan[] = []
    for (const { sql, args } of asked.values()) {
      const { rows } = await execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args: args as never })
      const details = rows.map(({ detail }) => String(detail))
      // What the statement itself has put together, by whatever name.
      const made = new Set(details.flatMap((detail) => /^(?:CO-ROUTINE|MATERIALIZE) (\S+)/.exec(detail)?.[1] ?? []))
      for (const detail of details) {
        const table = /^SCAN (\S+)$/.exec(detail)?.[1]
        if (table && !made.has(table)) scans.push({ table: tableOf(table, sql), sql })
      }
    }
    return scans
  }
}

/** A plan names tables as the statement does. */
function tableOf(alias: string, sql: string): string {
  return new RegExp(`"(\\w+)"\\s+(?:as\\s+)?"${alias}"`, 'i').exec(sql)?.[1] ?? alias
}
