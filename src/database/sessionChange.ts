import { AuthenticationError, type PayloadRequest } from 'payload'

/** A login of somebody, as it stands with him. */
export interface Session {
  id: string
  /** Payload has a Date where it made it just now, and text where it read it. */
  createdAt?: Date | string | null
  expiresAt: Date | string
}

/** As Payload writes somebody back for the sake of a session: all of him, as he was before his password was hashed. */
export interface WrittenPerson {
  _strategy?: unknown
  hash?: string | null
  sessions?: Session[] | null
  updatedAt?: unknown
}

/** What stands in the database now. */
export type Standing = Pick<WrittenPerson, 'hash' | 'sessions'>
/** @returns what is to stand there */
export type SessionChange = (now: Standing | null) => Session[]

type Asker = Partial<PayloadRequest> | undefined

/**
 * Which session was begun in a request: Payload ends it again where what follows refuses the login. By its context, which a request keeps
 * where it is wrapped.
 */
const begunIn = new WeakMap<object, string>()

/**
 * What a write of Payload's is about, where it is about sessions alone: a login, a logout, a longer session, the end of what was begun while
 * an account was being locked. Undefined for every other write, also one that says which sessions there shall be, as a new password does.
 *
 * It is a change of what stands there by then, since between Payload's look and its write others log in and out. A login whose password is
 * not the one that stands there any more begins nothing.
 */
export function sessionChange(written: WrittenPerson, req: Asker): SessionChange | undefined {
  const { sessions, hash } = written
  // Payload leaves the time of the last change alone, or marks somebody with how he was known; nobody else writes either.
  if (!Array.isArray(sessions) || (written.updatedAt !== null && written._strategy === undefined)) return undefined
  const begun = sessions.find(({ createdAt }) => createdAt instanceof Date)
  if (begun) {
    if (req?.context) begunIn.set(req.context, begun.id)
    return (now) => {
      if (!now || now.hash !== hash) throw new AuthenticationError()
      return [...notOver(now), begun]
    }
  }
  const prolonged = sessions.find(({ expiresAt }) => expiresAt instanceof Date)
  if (prolonged) {
    const { id, expiresAt } = prolonged
    return (now) => notOver(now).map((session) => (session.id === id ? { ...session, expiresAt } : session))
  }
  const isEnded = endedBy(new Set(sessions.map(({ id }) => id)), req)
  return (now) => notOver(now).filter(({ id }) => !isEnded(id))
}

/** One that nobody asks for in a request ends all that are not named, as when an account is locked. */
function endedBy(kept: ReadonlySet<string>, req: Asker): (id: string) => boolean {
  const begun = req?.context && begunIn.get(req.context)
  if (begun) return (id) => id === begun
  const known = (req?.user as { sessions?: Session[] | null } | null | undefined)?.sessions
  // Whoever logs out ends what there was when he asked, and nothing that was begun since.
  const asked = known && new Set(known.map(({ id }) => id))
  return (id) => !kept.has(id) && (asked?.has(id) ?? true)
}

const notOver = (now: Standing | null): Session[] =>
  (now?.sessions ?? []).filter(({ expiresAt }) => new Date(expiresAt).getTime() > Date.now())
