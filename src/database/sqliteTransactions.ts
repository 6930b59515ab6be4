import { randomUUID } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { PayloadRequest } from 'payload'
import { LockManners, longestLookMs } from './lockManners'
import { retryBusy } from './retryBusy'
import type { SqliteConnections } from './sqliteConnections'
import type { Turn, WriteQueue } from './writeQueue'

type Session = SQLiteAdapter['sessions'][string]

/** The operation's transaction is no longer there at its end: nothing that it wrote was kept, so it must not say that it was. */
export class TransactionLost extends Error {
  override name = 'TransactionLost'
}

/** Every method of the adapter that writes. Inside a transaction they join it; otherwise each is a transaction of its own. */
export const writeMethods = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

export interface AloneOptions {
  /** Who asks, for messages. */
  who: string
  /** How long SQLITE_BUSY from another process is retried. */
  busyMs?: number
  /** Runs with the turn held and before the transaction begins, for pragmas that do nothing inside one. */
  before?: () => Promise<unknown>
  after?: () => Promise<unknown>
}

/** Waits for the turn and runs the work in a transaction of its own; rolls back where it, or the commit, throws. */
export type Alone = <T>(
  options: AloneOptions,
  work: (db: SQLiteAdapter['drizzle'], transactionID: string) => Promise<T>,
) => Promise<T>

export interface SqliteTransactions {
  queue: WriteQueue
  connections: SqliteConnections
  /** How long SQLITE_BUSY from another process is retried. */
  busyMs: number
}

interface Open extends Session {
  turn: Turn
  beganAt: number
  /** Rolls back and frees the writer at once; what still uses the transaction fails. */
  lose(): void
}

/**
 * Puts the write queue around the adapter: `beginTransaction` takes the turn, commit and rollback hand it on, and a write
 * that comes without a transaction (login attempts, key-value store, preferences, jobs, locked documents) gets a short one
 * of its own, which also makes its several statements one.
 *
 * Unlike the adapter's own, a COMMIT that fails is an error: drizzle's is swallowed there and the save would be acknowledged.
 *
 * @param current is asked each time, because connecting again makes new ones
 */
export function queueWrites(adapter: SQLiteAdapter, current: () => SqliteTransactions): { alone: Alone } {
  const open = new Map<string, Open>()
  /** Rolled back, by a nested operation that failed or by the queue; kept to tell whoever still counts on it. */
  const lost = new Set<string>()
  const lostTurns = new WeakSet<Turn>()
  const lockManners = new LockManners()

  async function start(turn: Turn, busyMs = current().busyMs): Promise<string> {
    const { connections } = current()
    const id = randomUUID()
    await adapter.initializing
    const session = await retryBusy(() => openSession(adapter), busyMs, {
      longestPauseMs: longestLookMs,
      whenBusy: () => lockManners.noteOthers(),
    })
    connections.whenUsed = () => turn.touch()
    open.set(id, {
      ...session,
      turn,
      beganAt: performance.now(),
      lose() {
        connections.abort()
        forget(id)
        session.reject().catch(() => undefined)
      },
    })
    adapter.sessions[id] = session
    return id
  }

  function forget(id: string) {
    const transaction = open.get(id)
    open.delete(id)
    delete adapter.sessions[id]
    lost.add(id)
    if (transaction) lostTurns.add(transaction.turn)
    if (lost.size > 1_000) for (const oldest of lost.values()) return void lost.delete(oldest)
  }

  async function commit(id: string): Promise<void> {
    const transaction = open.get(id)
    if (!transaction) return
    // From here on nobody else may find it.
    delete adapter.sessions[id]
    try {
      await transaction.resolve()
      open.delete(id)
    } catch (error) {
      forget(id)
      throw error
    } finally {
      handOn(transaction)
    }
    // libSQL answers without leaving JavaScript: a loop of writes would keep requests waiting, and never free native memory.
    await new Promise((resolve) => setImmediate(resolve))
  }

  async function rollback(id: string): Promise<void> {
    const transaction = open.get(id)
    if (!transaction) return
    forget(id)
    try {
      await transaction.reject()
    } finally {
      handOn(transaction)
    }
  }

  function handOn({ turn, beganAt }: Open): void {
    const pauseMs = lockManners.pauseAfter(performance.now() - beganAt)
    if (pauseMs > 0) setTimeout(() => turn.release(), pauseMs)
    else turn.release()
  }

  const alone: Alone = ({ who, busyMs, before, after }, work) => {
    let id: string | undefined
    return current().queue.during({ who, whenEvicted: () => id && open.get(id)?.lose() }, async (turn) => {
      await before?.()
      try {
        id = await start(turn, busyMs)
        const result = await work(adapter.sessions[id]?.db as unknown as SQLiteAdapter['drizzle'], id)
        await commit(id)
        return result
      } catch (error) {
        if (id) await rollback(id)
        throw error
      } finally {
        await after?.()
      }
    })
  }

  // Not async: the queue marks the context of whoever calls, and that works only before the first await.
  adapter.beginTransaction = () => {
    let id: string | undefined
    const turn = current().queue.take({ who: 'a transaction', whenEvicted: () => id && open.get(id)?.lose() })
    return turn.then(async (taken) => {
      try {
        id = await start(taken)
        return id
      } catch (error) {
        taken.release()
        adapter.payload.logger.error({ err: error, msg: 'Cannot begin a transaction' })
        throw error
      }
    })
  }

  adapter.commitTransaction = async (incoming) => {
    const id = String((await incoming) ?? '')
    if (open.has(id)) return commit(id)
    const around = current().queue.around()
    // Payload takes the id away from `req` when a nested operation fails, and then commits nothing without a word.
    if (lost.has(id) || (id === '' && around && lostTurns.has(around))) {
      throw new TransactionLost(
        'The transaction was rolled back before its end, because an operation inside it failed or it stood still for too long; nothing was kept',
      )
    }
  }

  adapter.rollbackTransaction = async (incoming) => rollback(String((await incoming) ?? ''))

  for (const method of writeMethods) {
    const write = adapter[method].bind(adapter) as (args: WriteArguments) => Promise<unknown>

    const queued = async (args: WriteArguments): Promise<unknown> => {
      const who = `${method} on ${args.collection ?? args.collectionSlug ?? args.globalSlug ?? args.global ?? args.slug ?? 'payload-jobs'}`
      const given = await args.req?.transactionID
      const around = given === undefined ? undefined : open.get(String(given))
      if (around) {
        around.turn.touch(who)
        try {
          return await write(args)
        } catch (error) {
          // Payload's job runner begins this transaction itself and leaves it open when the update fails.
          if (method === 'updateJobs' && Object.keys(args.req ?? {}).length === 1) await rollback(String(given))
          throw error
        }
      }
      if (lost.has(String(given))) throw new TransactionLost(`${who} comes after its transaction was rolled back`)

      return alone({ who }, (_, transactionID) => write({ ...args, req: { ...args.req, transactionID } }))
    }
    Object.assign(adapter, { [method]: queued })
  }

  return { alone }
}

interface WriteArguments {
  collection?: string
  collectionSlug?: string
  global?: string
  globalSlug?: string
  slug?: string
  req?: Partial<PayloadRequest>
}

/** Drizzle gives a transaction only inside a callback; it is held open until somebody says how it ends. */
function openSession(adapter: SQLiteAdapter): Promise<Session> {
  const rolledBack = new Error('rolled back')
  return new Promise((opened, failed) => {
    const outcome: Promise<void> = adapter.drizzle.transaction(
      (db) =>
        new Promise<void>((resolve, reject) => {
          opened({
            db: db as unknown as Session['db'],
            resolve() {
              resolve()
              return outcome
            },
            reject() {
              reject(rolledBack)
              return outcome.catch((error) => {
                if (error !== rolledBack) throw error
              })
            },
          })
        }),
    )
    outcome.catch(failed)
  })
}
