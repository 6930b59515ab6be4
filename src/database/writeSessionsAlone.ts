import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { BaseDatabaseAdapter, PayloadRequest } from 'payload'
import { sessionOf } from './inTransaction'
import { type SessionChange, type Standing, sessionChange } from './sessionChange'

type Adapter = Pick<BaseDatabaseAdapter, 'name' | 'findOne' | 'updateOne'>
type Update = Parameters<Adapter['updateOne']>[0]

/** So often others may be faster, one after the other. */
const mostTries = 50

/**
 * Keeps Payload's logins and logouts to what they are there for. They read somebody, take a while (a password is hashed), and write all of
 * him back with other sessions: a role that was taken away meanwhile, a password that was changed and sessions that were ended would be as
 * before, and of two logins in one moment one would be lost. Here his sessions alone are written, and what was done to them since stays.
 */
export function writeSessionsAlone(adapter: Adapter): void {
  const updateOne = adapter.updateOne.bind(adapter)
  const write =
    adapter.name === 'mongoose' ? writeWhereUnchanged(adapter as never) : writeInTransaction(adapter, updateOne)
  adapter.updateOne = async (args) => {
    const change = args.id === undefined ? undefined : sessionChange(args.data, args.req)
    if (!change) return updateOne(args)
    await write(args, change)
    return null as never // nobody asks: `returning: false`
  }
}

type Write = (args: Update, change: SessionChange) => Promise<void>

/** SQLite has one writer, whose transaction this is a part of: the write queue sees to it. */
const writeInTransaction =
  (adapter: Adapter, updateOne: Adapter['updateOne']): Write =>
  async (args, change) => {
    const { collection, id, req } = args
    const now = await adapter.findOne<Standing & { id: string }>({
      collection,
      where: { id: { equals: id } },
      select: { hash: true, sessions: true },
      ...(req ? { req } : {}),
    })
    await updateOne({ ...args, data: { sessions: change(now), updatedAt: null } })
  }

/** On MongoDB others may write between a look and a write: this writes where nothing has changed since, and else looks again. */
const writeWhereUnchanged =
  (adapter: MongooseAdapter): Write =>
  async ({ collection, id, req }, change) => {
    const people = adapter.collections[collection]?.collection
    if (!people) throw new Error(`There is no collection ${collection}`)
    const options = req ? await sessionOf(adapter, req as PayloadRequest) : {}
    const one = { _id: id as never }
    for (let tries = 0; tries < mostTries; tries++) {
      const now = await people.findOne(one, { projection: { hash: 1, sessions: 1 }, ...options })
      const sessions = change(now as Standing | null)
      if (!now) return
      const unchanged = { ...one, hash: now.hash ?? null, sessions: now.sessions ?? null }
      const { matchedCount } = await people.updateOne(unchanged, { $set: { sessions } }, options)
      if (matchedCount > 0) return
    }
    throw new Error('Others changed the sessions of one account again and again')
  }
