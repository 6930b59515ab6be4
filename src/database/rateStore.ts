import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { BasePayload, Payload } from 'payload'
import { mongoOf } from './mongoDatabase'
import { sqliteInternals } from './sqliteDatabase'

export interface Counted {
  count: number
  /** When the count is over, from now on. */
  until: Date
}

/** Counts that all processes on a database keep together, each for a short time. */
export interface RateStore {
  /** Adds to counts, and begins those that are not there. @returns what all processes have counted under each key */
  add(counts: ReadonlyMap<string, Counted>): Promise<Map<string, number>>
  /** @returns what all processes have counted under a key */
  read(key: string): Promise<number>
  /** Takes a count out. */
  forget(key: string): Promise<void>
}

export function rateStoreOf(payload: BasePayload): RateStore {
  const mongo = mongoOf(payload as unknown as Payload)
  return mongo ? mongoRateStore(mongo) : sqliteRateStore(payload as unknown as Payload)
}

/** What is over is taken out by the next write. */
function sqliteRateStore(payload: Payload): RateStore {
  const write = <Result>(work: (db: SQLiteAdapter['drizzle']) => Promise<Result>): Promise<Result> => {
    const internals = sqliteInternals(payload)
    if (!internals) throw new Error('The database is not connected')
    return internals.alone({ who: 'rate limits' }, work)
  }
  return {
    add: async (counts) =>
      write(async (db) => {
        await db.run(sql`DELETE FROM rate_counts WHERE until < ${Date.now()}`)
        const totals = new Map<string, number>()
        for (const [key, { count, until }] of counts) {
          const { rows } = await db.run(
            sql`INSERT INTO rate_counts (key, count, until) VALUES (${key}, ${count}, ${until.getTime()})
                ON CONFLICT (key) DO UPDATE SET count = rate_counts.count + excluded.count, until = excluded.until
                RETURNING count`,
          )
          totals.set(key, Number(rows[0]?.count))
        }
        return totals
      }),
    read: async (key) => {
      const { drizzle } = payload.db as unknown as SQLiteAdapter
      const { rows } = await drizzle.run(sql`SELECT count FROM rate_counts WHERE key = ${key}`)
      return Number(rows[0]?.count ?? 0)
    },
    forget: async (key) => void (await write((db) => db.run(sql`DELETE FROM rate_counts WHERE key = ${key}`))),
  }
}

const collectionName = 'rate_counts'

interface MongoCount {
  _id: string
  count: number
  until: Date
}

/** So many are written side by side. */
const atOnce = 20

function mongoRateStore({ connection }: MongooseAdapter): RateStore {
  const stored = connection.collection<MongoCount>(collectionName)
  const addOne = async (key: string, { count, until }: Counted): Promise<number> => {
    const add = () =>
      stored.findOneAndUpdate(
        { _id: key },
        { $inc: { count }, $set: { until } },
        { upsert: true, returnDocument: 'after' },
      )
    // Two processes that begin the same count: one of them finds it there when it tries again.
    const found = await add().catch((error: { code?: number }) => {
      if (error.code !== 11_000) throw error
      return add()
    })
    return found?.count ?? count
  }
  return {
    async add(counts) {
      const totals = new Map<string, number>()
      const all = [...counts]
      for (let at = 0; at < all.length; at += atOnce)
        await Promise.all(
          all.slice(at, at + atOnce).map(async ([key, counted]) => totals.set(key, await addOne(key, counted))),
        )
      return totals
    },
    read: async (key) => (await stored.findOne({ _id: key }))?.count ?? 0,
    forget: async (key) => void (await stored.deleteOne({ _id: key })),
  }
}
