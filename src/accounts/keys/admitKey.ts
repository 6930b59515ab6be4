import type { BasePayload, PayloadRequest } from 'payload'

type User = NonNullable<PayloadRequest['user']>
interface Keyed {
  apiKeyExpiresAt?: string | null
  apiKeyLastUsedAt?: string | null
}

/** An app asks many times a second; when it last did is good to know to a quarter of an hour. */
const notedEveryMs = 15 * 60_000
/** When this process last noted it, by person: of many requests at once, one writes. */
const noted = new Map<string, number>()

/** Whoever an API key is of, unless its time is over; notes that it was used. */
export async function admitKey(payload: BasePayload, user: User): Promise<User | null> {
  const { apiKeyExpiresAt, apiKeyLastUsedAt } = user as Keyed
  const now = Date.now()
  if (apiKeyExpiresAt && Date.parse(apiKeyExpiresAt) <= now) return null
  const last = Math.max(Date.parse(apiKeyLastUsedAt ?? '') || 0, noted.get(String(user.id)) ?? 0)
  if (now - last >= notedEveryMs) noteUse(payload, String(user.id), now)
  return user
}

/** Beside the request: an app does not wait for it, and a database that takes no writes does not turn it away. */
function noteUse(payload: BasePayload, id: string, now: number): void {
  noted.set(id, now)
  payload.db
    .updateOne({
      collection: 'users',
      id,
      // A key's use is no change of its owner.
      data: { apiKeyLastUsedAt: new Date(now).toISOString(), updatedAt: null },
      returning: false,
    })
    .catch((err: unknown) => payload.logger.warn({ err, msg: 'When a key was used could not be noted' }))
}
