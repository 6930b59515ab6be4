import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { ClientSession } from 'mongoose'
import type { PayloadRequest } from 'payload'

/** Drizzle in the transaction of a request: what is written there is kept or taken back with the rest. */
export async function drizzleOf(adapter: SQLiteAdapter, req: PayloadRequest): Promise<SQLiteAdapter['drizzle']> {
  const id = await req.transactionID
  const session = id === undefined || id === null ? undefined : adapter.sessions[id]
  if (!session) throw new Error('This is written within a transaction, and there is none')
  return session.db as unknown as SQLiteAdapter['drizzle']
}

/** The session of a request's transaction, as options for the driver; none where the server has no transactions. */
export async function sessionOf(adapter: MongooseAdapter, req: PayloadRequest): Promise<{ session?: ClientSession }> {
  const id = await req.transactionID
  const session = id === undefined || id === null ? undefined : adapter.sessions[id]
  return session ? { session } : {}
}
