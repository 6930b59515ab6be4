import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'

type Connection = MongooseAdapter['connection']

interface Lock {
  _id: string
  owner: string
  /** Counts up while the owner lives. */
  beat: number
}

export interface MongoLockOptions {
  /** @default 3000 */
  beatMs?: number
  /** An owner whose beat stands still for this long is taken for dead. @default 20000 */
  deadAfterMs?: number
}

/**
 * One process at a time, by a document in the database. Each waiter watches the owner's beat with its own clock, so that
 * clocks which differ or jump between machines do no harm.
 */
export async function withMongoLock<T>(
  connection: Connection,
  name: string,
  work: () => Promise<T>,
  { beatMs = 3_000, deadAfterMs = 20_000 }: MongoLockOptions = {},
): Promise<T> {
  const locks = connection.db?.collection<Lock>('saphena-locks')
  if (!locks) throw new Error('MongoDB is not connected')
  const owner = randomUUID()

  let seen = null as Lock | null
  let seenAt = performance.now()
  for (;;) {
    const taken = await locks.insertOne({ _id: name, owner, beat: 0 }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 11_000) return false
        unsure.add(owner) // it may have been written, and only the answer lost
        throw error
      },
    )
    if (taken) break

    const now = await locks.findOne({ _id: name })
    if (now?.owner !== seen?.owner || now?.beat !== seen?.beat) {
      seen = now
      seenAt = performance.now()
    }
    if (seen && (unsure.has(seen.owner) || performance.now() - seenAt > deadAfterMs)) {
      await locks.deleteOne({ _id: name, owner: seen.owner, beat: seen.beat })
    }
    await pause(100 + Math.random() * 100)
  }

  const beating = setInterval(() => {
    locks.updateOne({ _id: name, owner }, { $inc: { beat: 1 } }).catch(() => undefined)
  }, beatMs)
  try {
    return await work()
  } finally {
    clearInterval(beating)
    unsure.add(owner)
    await locks.deleteOne({ _id: name, owner })
    unsure.delete(owner)
  }
}

/**
 * Owners of this process that are done, and of whom it is not known whether the database still has their lock: it went away in that moment.
 * Nobody waits for these until they are taken for dead.
 */
const unsure = new Set<string>()
