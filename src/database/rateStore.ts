import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { BasePayload, Payload } from 'payload'
import { mongoOf } from './mongoDatabase'
import { sqliteInternals } from './sqliteDatabase'

/** Counts that all processes on a database keep together, each for a short time. */
export interface RateStore {
  /**
   * Adds to counts, and begins those that are not there.
   *
   * @param until when those that begin now are over
   * @returns what has been counted under each key by all processes
   */
  add(counts: ReadonlyMap<string, number>, until: Date): Promise<Map<string, number>>
}

export function rateStoreOf(payload: BasePayload): RateStore {
  const mongo = mongoOf(payload as unknown as Payload)
  return mongo ? mongoRateStore(mongo) : sqliteRateStore(payload as unknown as Payload)
}

/** What is over is taken out by the next write. */
function sqliteRateStore(payload: Payload): RateStore {
  return {
    async add(counts, until) {
      const internals = sqliteInternals(payload)
      if (!internals) throw new Error('The database is not connected')
      return internals.alone({ who: 'rate limits' }, async (db: SQLiteAdapter['drizzle']) => {
        await db.run(sql`DELETE FROM rate_counts WHERE until < ${Date.now()}`)
        const totals = new Map<string, number>()
        for (const [key, count] of counts) {
          const { rows } = await db.run(
            sql`INSERT INTO rate_counts (key, count, until) VALUES (${key}, ${count}, ${until.getTime()})
                ON CONFLICT (key) DO UPDATE SET count = rate_counts.count + excluded.count RETURNING count`,
          )
          totals.set(key, Number(rows[0]?.count))
        }
        return totals
      })
    },
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
  const addOne = async (key: string, count: number, until: Date): Promise<number> => {
    const add = () =>
      stored.findOneAndUpdate(
        { _id: key },
        { $inc: { count }, $setOnInsert: { until } },
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
    async add(counts, until) {
      const totals = new Map<string, number>()
      const all = [...counts]
      for (let at = 0; at < all.length; at += atOnce)
        await Promise.all(
          all.slice(at, at + atOnce).map(async ([key, count]) => totals.set(key, await addOne(key, count, until))),
        )
      return totals
    },
  }
}
