import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { CreateVersionArgs, PayloadRequest } from 'payload'
import { drizzleOf, sessionOf } from './inTransaction'

/**
 * Lets the newest version be the one that was made last. Payload's adapters take that from those alone which are older by the clock: where
 * the clock was set back meanwhile, what somebody then saves would stay hidden behind an older version for as long.
 */
export function keepOneLatest(adapter: MongooseAdapter | SQLiteAdapter): void {
  const createVersion = adapter.createVersion.bind(adapter)
  adapter.createVersion = (async (args: CreateVersionArgs) => {
    const made = await createVersion(args as never)
    if (made) await (isMongo(adapter) ? onMongo(adapter, args, made) : onSqlite(adapter, args, made.id))
    return made
  }) as never
}

const isMongo = (adapter: MongooseAdapter | SQLiteAdapter): adapter is MongooseAdapter => adapter.name === 'mongoose'

/** Two that are made at once, where there are no transactions, would each take it from the other: those of one second are left to Payload. */
async function onMongo(
  adapter: MongooseAdapter,
  { collectionSlug, parent, req }: CreateVersionArgs,
  { id, updatedAt }: { id: unknown; updatedAt: string },
) {
  const session = req ? await sessionOf(adapter, req as PayloadRequest) : {}
  const later = new Date(new Date(updatedAt).getTime() + 1_000)
  const others = { parent, latest: true, _id: { $ne: id }, updatedAt: { $gt: later } }
  await adapter.versions[collectionSlug]?.updateMany(
    others,
    { $unset: { latest: 1 } },
    { ...session, timestamps: false },
  )
}

async function onSqlite(adapter: SQLiteAdapter, { collectionSlug, parent, req }: CreateVersionArgs, id: unknown) {
  const table = adapter.tables[`_${collectionSlug.replaceAll('-', '_')}${adapter.versionsSuffix}`]
  if (!table?.latest || !(await req?.transactionID)) return
  const db = await drizzleOf(adapter, req as PayloadRequest)
  await db.run(
    sql`UPDATE ${table} SET latest = false WHERE ${table.parent} = ${parent} AND ${table.id} != ${id} AND latest = true`,
  )
}
