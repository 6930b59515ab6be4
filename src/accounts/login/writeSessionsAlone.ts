import { AuthenticationError, type BasePayload, type PayloadRequest } from 'payload'

interface Session {
  id: string
  createdAt?: Date | string | null
  expiresAt: Date | string
}
/** Somebody as Payload's login writes him back: all of him, as he was before his password was hashed. */
interface WholeUser {
  id: string
  _strategy?: string
  hash?: string | null
  sessions?: Session[] | null
  updatedAt?: null
}

/**
 * Keeps Payload's login to what it is there for. It reads somebody, hashes a password for a good part of a second, and then writes all of him
 * back with one session more: a role that was taken away meanwhile, a password that was changed and sessions that were ended would be as
 * before. Here his sessions alone are written, beside those that stand by then, and a password that is another one by then opens nothing.
 */
export function writeSessionsAlone(payload: BasePayload): void {
  const updateOne = payload.db.updateOne.bind(payload.db)
  payload.db.updateOne = (async (args) => {
    const data = args.data as Partial<WholeUser>
    // Payload marks somebody with how he was known before it writes him for his session, and nobody else writes that.
    if (args.collection !== 'users' || data._strategy === undefined || !data.id || !data.sessions)
      return updateOne(args)
    const sessions = await sessionsNow(payload, data as WholeUser & { sessions: Session[] }, args.req)
    return updateOne({ ...args, data: { sessions, updatedAt: null } } as typeof args)
  }) as typeof payload.db.updateOne
}

async function sessionsNow(
  payload: BasePayload,
  { id, hash, sessions }: WholeUser & { sessions: Session[] },
  req: Partial<PayloadRequest> | undefined,
): Promise<Session[]> {
  const now = await payload.db.findOne<WholeUser>({
    collection: 'users',
    where: { id: { equals: id } },
    select: { hash: true, sessions: true },
    ...(req ? { req } : {}),
  })
  // What comes from the database has its time as text.
  const begun = sessions.filter(({ createdAt }) => createdAt instanceof Date)
  if (!now || (begun.length > 0 && now.hash !== hash)) throw new AuthenticationError()
  const standing = (now.sessions ?? []).filter(({ expiresAt }) => new Date(expiresAt).getTime() > Date.now())
  // The database adds it to those that stand (`addSessions`).
  if (begun.length > 0) return begun
  const kept = new Set(sessions.map((each) => each.id))
  return standing.filter((each) => kept.has(each.id))
}
