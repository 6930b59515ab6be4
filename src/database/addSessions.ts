import type { BaseDatabaseAdapter } from 'payload'

interface Session {
  id: string
  /** A Date where it was made just now, text where it was read. */
  createdAt: Date | string
  expiresAt: Date | string
}

type Adapter = Pick<BaseDatabaseAdapter, 'name' | 'findOne' | 'updateOne'>

/**
 * Adds a login to those that a person has. Payload reads the whole person, compares the password, which takes a while, and writes all of
 * it back with one session more: of two logins meanwhile one was lost, and a session that was ended or a role that was taken away came
 * back. Here a login writes its session alone.
 */
export function addSessions(adapter: Adapter): void {
  const updateOne = adapter.updateOne.bind(adapter)
  adapter.updateOne = async (args) => {
    const added = madeJustNow(args.data)
    if (!added || !args.id) return updateOne(args)
    const { collection, id, req } = args
    const person = await adapter.findOne<{ id: string; sessions?: Session[] | null }>({
      collection,
      where: { id: { equals: id } },
      ...(req ? { req } : {}),
    })
    const now = new Date()
    const had = person?.sessions ?? []
    const left = had.filter(({ expiresAt }) => new Date(expiresAt) > now)
    // One write that reads nothing, where others may write at the same time; SQLite has one writer.
    const atomic = adapter.name === 'mongoose' && left.length === had.length
    const sessions = atomic ? { $push: added } : [...left, added]
    return updateOne({ ...args, data: { sessions, updatedAt: null } })
  }
}

function madeJustNow({ sessions, updatedAt }: Record<string, unknown>): Session | undefined {
  if (!Array.isArray(sessions) || updatedAt !== null) return undefined
  return (sessions as Session[]).find(({ createdAt }) => createdAt instanceof Date)
}
