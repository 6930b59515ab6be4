import { type SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj, Payload } from 'payload'
import { findInTwoSteps } from './findInTwoSteps'
import { hideParameters } from './hideParameters'
import { keepOneLatest } from './keepOneLatest'
import { openSqlite } from './sqliteConnections'
import { type Alone, queueWrites, type SqliteTransactions } from './sqliteTransactions'
import { createWriteQueue, type WriteQueueOptions } from './writeQueue'
import { writeSessionsAlone } from './writeSessionsAlone'
import { type WriteTimes, writeTimes } from './writeTimes'

export interface SqliteOptions extends Pick<WriteQueueOptions, 'evictAfterMs' | 'reportAfterMs' | 'selfWaitMs'> {
  url: string
  dataDir: string
  migrationDir: string
  /** How long a write waits for another process that writes the same file. @default 15000 */
  busyMs?: number
}

/** What belongs to an open SQLite database beside Payload's adapter. */
export interface SqliteInternals extends SqliteTransactions {
  dataDir: string
  alone: Alone
}

/** Kept on the adapter, since Next carries a second copy of this module that meets the same adapter. */
const key = Symbol.for('saphena.sqlite')

/** The connections and the write queue of a connected SQLite database; undefined on MongoDB. */
export function sqliteInternals({ db }: Pick<Payload, 'db'>): SqliteInternals | undefined {
  return (db as { [key]?: SqliteInternals })[key]
}

/** Payload's SQLite adapter with one writer in the process, a queue before it, and errors that are not swallowed. */
export function sqliteDatabase({
  url,
  dataDir,
  migrationDir,
  busyMs = 15_000,
  ...limits
}: SqliteOptions): DatabaseAdapterObj {
  const stock = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    migrationDir,
    push: false,
    transactionOptions: { behavior: 'immediate' },
    wal: true,
  })

  return {
    ...stock,
    init({ payload }) {
      const adapter: SQLiteAdapter & { [key]?: SqliteInternals } = stock.init({ payload })

      const current = (): SqliteInternals => {
        const found = adapter[key]
        if (!found) throw new Error('The database is not connected')
        return found
      }
      const connect = adapter.connect
      const destroy = adapter.destroy
      writeSessionsAlone(adapter as never) // before, so that it always has a transaction
      const { alone } = queueWrites(adapter, current)
      hideParameters(adapter)
      findInTwoSteps(adapter)
      keepOneLatest(adapter)

      adapter.connect = async (options) => {
        if (!adapter[key]) {
          const connections = await openSqlite(adapter, connect as () => Promise<void>)
          const queue = createWriteQueue({ ...limits, ...reportTo(adapter) })
          adapter.client = connections.client
          adapter[key] = { connections, queue, busyMs, dataDir, alone }
        }
        await connect?.call(adapter, options)
        nameLocaleColumns(adapter)
      }

      adapter.destroy = async () => {
        const found = adapter[key]
        if (found) {
          await found.queue.close(5_000)
          await found.connections.close()
          delete adapter[key]
        }
        adapter.client = undefined as unknown as SQLiteAdapter['client']
        await destroy?.call(adapter)
      }
      return adapter
    },
  }
}

/** Payload asks a table of localized lists for `_locale`, where the column is `locale`: a filter by a synonym would fail. */
function nameLocaleColumns({ tables }: SQLiteAdapter): void {
  for (const [name, table] of Object.entries(tables as unknown as Record<string, Record<string, unknown>>))
    if (/_(?:texts|numbers)$/.test(name) && table.locale && !table._locale) table._locale = table.locale
}

function reportTo({ payload }: SQLiteAdapter): Pick<WriteQueueOptions, 'onEvict' | 'onLongHold' | 'onHandOn'> {
  return {
    onHandOn: (times: WriteTimes) => writeTimes.publish(times),
    onLongHold: (holder, heldMs) =>
      payload.logger.warn({
        holder,
        heldMs: Math.round(heldMs),
        msg: 'A write transaction has been open for long; every other write waits for it',
      }),
    onEvict: (holder, idleMs) =>
      payload.logger.error({
        holder,
        idleMs: Math.round(idleMs),
        msg: 'A write transaction stood still while others waited, and was rolled back',
      }),
  }
}
