import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'

/**
 * Gives each table of rows that belong to a document an index on that document. Payload makes one for some of them only: the
 * texts of a document in each language, and its lists of words, were found by reading the whole table, at every read of one
 * document and every save.
 *
 * @returns the indexes that were made
 */
export async function ensureParentIndexes(db: SQLiteAdapter['drizzle']): Promise<string[]> {
  const rowsOf = async (query: ReturnType<typeof sql>) =>
    ((await db.run(query)) as unknown as { rows: Record<string, unknown>[] }).rows
  const made: string[] = []
  const tables = await rowsOf(
    sql`SELECT t.name AS "table", c.name AS "column" FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c
        WHERE t.type = 'table' AND c.name IN ('_parent_id', 'parent_id') ORDER BY t.name`,
  )
  for (const { table, column } of tables) {
    const leading = await rowsOf(
      sql`SELECT 1 FROM pragma_index_list(${table}) AS i JOIN pragma_index_info(i.name) AS c
          WHERE c.seqno = 0 AND c.name = ${column} LIMIT 1`,
    )
    if (leading.length > 0) continue
    const name = `saphena_${table}_${column}`
    await db.run(sql.raw(`CREATE INDEX IF NOT EXISTS "${name}" ON "${table}" ("${column}")`))
    made.push(name)
  }
  return made
}
