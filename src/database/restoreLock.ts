import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import Database from 'libsql'
import type { BasePayload, Payload } from 'payload'
import { mongoOf } from './mongoDatabase'
import { withMongoLock } from './mongoLock'
import { retryBusy } from './retryBusy'
import { filePath } from './sqliteConnections'

/** One process at a time of those that fill an empty database: by a restore, or because a server finds nobody in it. Others wait. */
export async function withRestoreLock<T>(payload: BasePayload, work: () => Promise<T>): Promise<T> {
  const mongo = mongoOf(payload as Payload)
  if (mongo) return withMongoLock(mongo.connection, 'restore', work)
  return withFileLock(`${filePath((payload.db as unknown as SQLiteAdapter).clientConfig.url)}.restore-lock`, work)
}

/**
 * By the system's lock on a file that stays empty, which ends with the process that has it. The database's own lock would keep out what
 * the work itself writes in transactions of its own.
 */
async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = new Database(path, { timeout: 0 })
  try {
    await retryBusy(async () => lock.exec('BEGIN EXCLUSIVE'), Number.POSITIVE_INFINITY)
    return await work()
  } finally {
    lock.close()
  }
}
