import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Sqlite3Client } from '@libsql/client/sqlite3'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import Database from 'libsql'
import { nextTurn } from './nextTurn'
import { retryBusy } from './retryBusy'

type Client = SQLiteAdapter['client']
type LibsqlTransaction = Awaited<ReturnType<Client['transaction']>>

/**
 * Two connections to one file: one reads, one writes, both stay open.
 *
 *     payload.find … ─► reader (query_only: a write that slipped past the queue fails loudly)
 *     transaction  … ─► writer (one at a time; whoever asks has the queue's turn)
 *
 * libSQL by itself opens a connection for each transaction and closes none: 300 transactions left 600 file descriptors
 * open until the garbage collector came by, and each new connection forgot its pragmas.
 */
export interface SqliteConnections {
  /** What the adapter takes for its libSQL client. */
  client: Client
  writer: Client
  /** Called for each statement of the open transaction. */
  whenUsed: (() => void) | undefined
  /** Rolls the open transaction back, whoever still holds on to it. */
  abort(): void
  close(): Promise<void>
}

/** Opens both, the file and its folder made where they are missing; waits while another process has the file locked. */
export async function openSqlite(adapter: SQLiteAdapter, connect: () => Promise<void>): Promise<SqliteConnections> {
  await mkdir(dirname(filePath(adapter.clientConfig.url)), { recursive: true })
  const { writer, lock } = await retryBusy(() => openWriter(adapter), openedWithinMs)
  const reader = await openClient(adapter, connect)
  // Reads in WAL wait for nobody, except for the moment in which another process recovers or closes the file.
  await reader.execute('PRAGMA busy_timeout = 250')
  await reader.execute('PRAGMA cache_size = -32000')
  await reader.execute('PRAGMA query_only = ON')

  let open: OpenTransaction | undefined
  const connections: SqliteConnections = {
    client: {
      execute: (async (...args: Parameters<Client['execute']>) => {
        await nextTurn()
        return reader.execute(...args)
      }) as Client['execute'],
      batch: reader.batch.bind(reader),
      migrate: reader.migrate.bind(reader),
      executeMultiple: reader.executeMultiple.bind(reader),
      sync: reader.sync.bind(reader),
      transaction: (async () => {
        open = await begin(writer, lock, () => connections.whenUsed?.())
        return open.transaction
      }) as Client['transaction'],
      close: () => void connections.close(),
      get closed() {
        return reader.closed
      },
      protocol: reader.protocol,
    },
    writer,
    whenUsed: undefined,
    abort: () => open?.abort(),
    async close() {
      open?.abort()
      if (writer.closed) return
      // The next start finds one tidy file. Where another process still reads, it does the rest.
      await writer.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined)
      reader.close()
      writer.close()
    },
  }
  return connections
}

/** The path in a `file:` URL, which may be relative (`file:data/saphena.db`). */
export function filePath(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : decodeURIComponent(url.slice('file:'.length))
}

/** How long the file may be locked while it is opened. */
const openedWithinMs = 15_000

interface Writer {
  writer: Client
  /** Begins a transaction that may write, or throws because somebody else has one. */
  lock: () => void
}

/**
 * The connection that writes, with what libSQL's client does not give out: a way to begin that leaves nothing behind where the file is
 * busy. A BEGIN of the client's is a prepared statement, which stays in progress until it is collected: it holds on to the state that it
 * saw, so that no BEGIN after it succeeds once others have written, and no COMMIT beside it.
 */
async function openWriter({ clientConfig: { url }, wal }: SQLiteAdapter): Promise<Writer> {
  const path = filePath(url)
  const database = new Database(path, {})
  const writer = new Sqlite3Client(path, {}, database, 'number') as unknown as Client
  try {
    await writer.execute('PRAGMA busy_timeout = 1000')
    if (wal) {
      const [mode] = (await writer.execute('PRAGMA journal_mode')).rows
      if (mode?.journal_mode !== 'wal') await writer.execute('PRAGMA journal_mode = WAL')
      await writer.execute(`PRAGMA journal_size_limit = ${wal.journalSizeLimit}`)
      await writer.execute(`PRAGMA synchronous = ${wal.synchronous}`)
    }
    await writer.execute('PRAGMA busy_timeout = 0')
  } catch (error) {
    writer.close()
    throw error
  }
  return { writer, lock: () => void database.exec('BEGIN IMMEDIATE') }
}

/** The adapter's own `connect` on a stand-in: it makes the client with the adapter's pragmas, and nothing else here does. */
async function openClient(adapter: SQLiteAdapter, connect: () => Promise<void>): Promise<Client> {
  const standIn: SQLiteAdapter = Object.assign(Object.create(adapter), {
    client: undefined,
    busyTimeout: 1_000,
    schema: {},
    resolveInitializing: undefined,
    rejectInitializing: undefined,
    // A busy file is tried again below; what is final is thrown, and logged by whoever started us.
    payload: { ...adapter.payload, logger: { ...adapter.payload.logger, error: () => {}, info: () => {} } },
  })
  await retryBusy(() => connect.call(standIn), openedWithinMs)
  return standIn.client
}

interface OpenTransaction {
  transaction: LibsqlTransaction
  abort(): void
}

/** After these SQLite may have rolled back by itself; the next statement would then be written on its own. */
const mayHaveRolledBack = /^SQLITE_(FULL|IOERR|NOMEM|BUSY|INTERRUPT|CORRUPT|CANTOPEN|READONLY)/

async function begin(writer: Client, lock: () => void, whenUsed: () => void): Promise<OpenTransaction> {
  try {
    lock()
  } catch (error) {
    if (!/within a transaction/.test(String(error))) throw error
    await writer.execute('ROLLBACK')
    lock()
  }

  let over = false
  let failure: unknown

  async function use<T>(step: () => Promise<T>): Promise<T> {
    await nextTurn()
    if (over) throw new Error('The transaction is over: it was committed or rolled back before this statement')
    if (failure) throw new Error('The transaction has failed and can only be rolled back', { cause: failure })
    whenUsed()
    try {
      return await step()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (mayHaveRolledBack.test(code)) failure = error
      throw error
    }
  }

  // libSQL works inside the call, so that the writer is free when this returns.
  function abort() {
    if (over) return
    over = true
    writer.execute('ROLLBACK').catch(() => undefined)
  }

  return {
    abort,
    transaction: {
      execute: ((...args: Parameters<Client['execute']>) => use(() => writer.execute(...args))) as Client['execute'],
      batch: (statements) =>
        use(async () => {
          const results = []
          for (const statement of statements) results.push(await writer.execute(statement))
          return results
        }),
      executeMultiple: (statements) => use(() => writer.executeMultiple(statements)),
      async commit() {
        await use(() => retryBusy(() => writer.execute('COMMIT'), 5_000))
        over = true
      },
      rollback: async () => abort(),
      close: abort,
      get closed() {
        return over
      },
    },
  }
}
