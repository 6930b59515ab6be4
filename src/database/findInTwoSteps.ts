import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { buildQuery } from '@payloadcms/drizzle'
import type { DrizzleAdapter } from '@payloadcms/drizzle/types'
import { buildVersionCollectionFields, type FindArgs, type PaginatedDocs, type QueryDraftsArgs } from 'payload'
import { paging } from './paging'

type Question = FindArgs | QueryDraftsArgs
type Find<Args> = (args: Args) => Promise<PaginatedDocs<{ id: string }>>

/**
 * Lists in two steps: which documents stand on the page, then these documents. Asked in one, SQLite puts together every row that
 * the filter lets through, texts and relations as JSON, before it sorts them and throws away all but the page: of 1,000 articles a page
 * of ten took 35 ms, and 0.5 ms in two steps. Payload does it in two by itself where a filter or a sort joins another table.
 */
export function findInTwoSteps(adapter: SQLiteAdapter): void {
  const { find, queryDrafts } = adapter
  adapter.find = inTwoSteps(adapter, find.bind(adapter) as Find<FindArgs>, 'id') as typeof find
  adapter.queryDrafts = inTwoSteps(
    adapter,
    queryDrafts.bind(adapter) as Find<QueryDraftsArgs>,
    'parent',
  ) as typeof queryDrafts
}

function inTwoSteps<Args extends Question>(adapter: SQLiteAdapter, find: Find<Args>, key: 'id' | 'parent'): Find<Args> {
  return async (args) => {
    const { limit, page = 1, pagination } = args
    if (!limit) return find(args)
    const found = await orderedIds(adapter, args, key)
    if (!found) {
      const { docs, totalDocs } = await find(args)
      // Payload says of some empty pages that there are none.
      return { docs, ...paging({ limit, page, pagination: pagination !== false, totalDocs }) }
    }
    const { ids, totalDocs } = found
    const docs =
      ids.length > 0
        ? (await find({ ...args, where: { [key]: { in: ids } }, limit: 0, page: 1, pagination: false, sort: key })).docs
        : []
    const place = new Map(ids.map((id, index) => [id, index]))
    docs.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    return { docs, ...paging({ limit, page, pagination: pagination !== false, totalDocs }) }
  }
}

/** The page's documents in their order; undefined where a sort by lists of another table takes more than one can say here. */
export async function orderedIds(
  adapter: SQLiteAdapter,
  { collection, limit, locale, page = 1, pagination, req, sort, where: asked }: Question,
  key: 'id' | 'parent',
): Promise<{ ids: string[]; totalDocs: number } | undefined> {
  const { config } = adapter.payload.collections[collection] as {
    config: Parameters<typeof buildVersionCollectionFields>[1]
  }
  const isDraft = key === 'parent'
  const name = config.slug.replaceAll('-', '_')
  const tableName = adapter.tableNameMap.get(isDraft ? `_${name}${adapter.versionsSuffix}` : name)
  const table = tableName && adapter.tables[tableName]
  if (!table) return undefined
  const { joins, orderBy, where } = buildQuery({
    adapter: adapter as unknown as DrizzleAdapter,
    fields: isDraft ? buildVersionCollectionFields(adapter.payload.config, config, true) : config.flattenedFields,
    locale,
    sort: sort ?? config.defaultSort,
    tableName,
    where: { and: [...(isDraft ? [{ latest: { equals: true } }] : []), ...(asked ? [asked] : [])] },
  })
  if (joins.some(({ isOneToMany }) => isOneToMany)) return undefined
  const transaction = await req?.transactionID
  const db = ((transaction ? adapter.sessions[transaction]?.db : undefined) ??
    adapter.drizzle) as SQLiteAdapter['drizzle']
  // What a list is ordered by stands in the row that has to be distinct.
  const ordering = Object.fromEntries(orderBy.map(({ column }, index) => [`order${index}`, column]))
  const columns = { id: table[key], ...ordering } as { id: (typeof table)['id'] }
  const query = (joins.length > 0 ? db.selectDistinct(columns) : db.select(columns)).from(table).where(where).$dynamic()
  for (const { type, condition, table: joined } of joins) query[type ?? 'leftJoin'](joined as never, condition as never)
  query.orderBy(...orderBy.map(({ column, order }) => order(column)))
  if (limit) query.limit(limit).offset((page - 1) * limit)
  const ids = (await query).map(({ id }) => String(id))
  if (pagination === false || !limit) return { ids, totalDocs: ids.length }
  return { ids, totalDocs: await adapter.countDistinct({ db, joins, tableName, where } as never) }
}
