import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj, Payload } from 'payload'
import { claimJobs } from './claimJobs'
import { keepOneLatest } from './keepOneLatest'
import { commitForCertain } from './mongoTransactions'
import { restartMonitors } from './restartMonitors'
import { allowStaleReads } from './staleReads'
import { writeSessionsAlone } from './writeSessionsAlone'

/** What kind of server answers; transactions exist on a replica set and behind mongos only. */
export interface MongoTopology {
  kind: 'replica set' | 'mongos' | 'standalone'
  replicaSet: string | null
  /** This server takes writes. */
  writable: boolean
}

export interface MongoOptions {
  url: string
  migrationDir: string
}

/**
 * Payload's MongoDB adapter, with transactions exactly where the server has them, whatever the URL says. The driver is loaded here and
 * nowhere else, so that a process on SQLite, which each command is, starts without it.
 */
export async function mongoDatabase({ url, migrationDir }: MongoOptions): Promise<DatabaseAdapterObj> {
  const [{ mongooseAdapter }, { default: mongoose }] = await Promise.all([
    import('@payloadcms/db-mongodb'),
    import('mongoose'),
  ])
  allowStaleReads(mongoose)
  const stock = mongooseAdapter({
    url,
    migrationDir,
    connectOptions: {
      // Indexes are made by `migrateDatabase`, once and with their errors seen, not in the background of each process.
      autoIndex: false,
      ...patienceFor(url),
      // Whatever the URL says: a session that was ended, or what is kept for readers, must not be read from a server that is behind.
      // What may be, says so (`readMaybeStale`).
      readPreference: 'primary',
      ...(/[?&]w=/.test(url) ? {} : { w: 'majority' as const }),
    },
    disableIndexHints: true,
    // These have a field `collection`, which Mongoose's own documents have too. Payload reads plain ones.
    collectionsSchemaOptions: Object.fromEntries(
      ['audit', 'redirects'].map((slug) => [slug, { suppressReservedKeysWarning: true }]),
    ),
    transactionOptions: {
      readConcern: { level: 'snapshot' },
      readPreference: 'primary',
      writeConcern: { w: 'majority' },
    },
    useJoinAggregations: false,
    usePipelineInSortLookup: false,
  })

  return {
    ...stock,
    init({ payload }) {
      const adapter = stock.init({ payload }) as unknown as MongooseAdapter
      const { beginTransaction, connect, destroy, transactionOptions } = adapter
      let stopWatching = () => {}
      writeSessionsAlone(adapter as never)
      claimJobs(adapter)
      commitForCertain(adapter)
      keepOneLatest(adapter)

      adapter.connect = async (options) => {
        await connect?.call(adapter, options)
        stopWatching()
        const client = adapter.connection.getClient()
        const { connectTimeoutMS, heartbeatFrequencyMS } = client.options
        const longestLook = heartbeatFrequencyMS + 2 * connectTimeoutMS
        stopWatching = restartMonitors(client as never, { stalledMs: longestLook + 5_000 })
        const { kind } = await readTopology(adapter)
        // `connect` has switched transactions off where the URL lacks `replicaSet=`.
        const transactional = kind !== 'standalone'
        adapter.transactionOptions = transactional ? transactionOptions : false
        adapter.beginTransaction = transactional ? beginTransaction : async () => null
      }
      adapter.destroy = async () => {
        stopWatching()
        await destroy?.call(adapter)
      }
      return adapter as unknown as ReturnType<typeof stock.init>
    },
  }
}

/**
 * How long a server is waited for that does not answer, in milliseconds, where the URL does not say. The driver's own half a minute for
 * a greeting that never comes is a half minute in which a server that has long been back is not asked again.
 */
function patienceFor(url: string): Record<string, number> {
  const defaults = { serverSelectionTimeoutMS: 10_000, connectTimeoutMS: 5_000, heartbeatFrequencyMS: 5_000 }
  const given = new Set([...new URLSearchParams(url.split('?')[1]).keys()].map((name) => name.toLowerCase()))
  return Object.fromEntries(Object.entries(defaults).filter(([name]) => !given.has(name.toLowerCase())))
}

/** Mongoose's adapter where the database is MongoDB. */
export function mongoOf(payload: Payload): MongooseAdapter | undefined {
  return payload.db.name === 'mongoose' ? (payload.db as unknown as MongooseAdapter) : undefined
}

/** Whether transactions run side by side there, so that two may write the same. SQLite has one writer. */
export const hasConflicts = (payload: Payload): boolean => Boolean(mongoOf(payload)?.transactionOptions)

/** Asks the server what it is: `hello`, or `isMaster` where that is unknown. */
export async function readTopology({ connection }: Pick<MongooseAdapter, 'connection'>): Promise<MongoTopology> {
  if (!connection.db) throw new Error('MongoDB is not connected')
  const admin = connection.db.admin()
  const answer = await admin.command({ hello: 1 }).catch((error: unknown) => {
    if (
      error instanceof Error &&
      /no such (cmd|command)|CommandNotFound/i.test(`${error.message} ${'codeName' in error ? error.codeName : ''}`)
    ) {
      return admin.command({ isMaster: 1 })
    }
    throw error
  })
  return {
    kind: answer.setName ? 'replica set' : answer.msg === 'isdbgrid' ? 'mongos' : 'standalone',
    replicaSet: answer.setName ?? null,
    writable: Boolean(answer.isWritablePrimary ?? answer.ismaster),
  }
}
