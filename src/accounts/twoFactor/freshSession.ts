import type { BasePayload, PayloadRequest } from 'payload'

/** How long ago somebody may have logged in who enrols, in milliseconds. */
const freshMs = 15 * 60_000

interface Session {
  id: string
  createdAt?: string | Date | null
}
type User = NonNullable<PayloadRequest['user']> & { _sid?: string; sessions?: Session[] | null }

/** Whether this session was begun a moment ago, so that it is its owner who sits there. */
export function isFresh(user: NonNullable<PayloadRequest['user']>): boolean {
  const { _sid, sessions } = user as User
  const began = sessions?.find(({ id }) => id === _sid)?.createdAt
  return began !== undefined && began !== null && Date.now() - new Date(began).getTime() < freshMs
}

/** Ends what else is logged in as this person, on other devices. */
export async function endOtherSessions(payload: BasePayload, user: NonNullable<PayloadRequest['user']>): Promise<void> {
  const { id, _sid, sessions } = user as User
  await payload.db.updateOne({
    collection: 'users',
    id,
    data: { sessions: (sessions ?? []).filter((session) => session.id === _sid) },
    returning: false,
  })
}
