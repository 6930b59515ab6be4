import type { PayloadRequest } from 'payload'
import { actorOf } from './auditEntry'

/** Editors save every second while they type: for so long, in milliseconds, one entry stands for all of it. */
const sessionMs = 30 * 60_000

/**
 * Whether a change begins a new session of editing, and so an entry of its own: unless the newest entry of the document in this language
 * already says that the same person changed or made it, in the last half hour. Whatever happens in between (an approval, somebody
 * else's change) ends a session, so that a change after it is seen.
 */
export async function beganSession(
  { collection, document, locale }: { collection: string; document: string; locale?: string },
  req: PayloadRequest,
): Promise<boolean> {
  const { docs } = await req.payload.db.find<{ id: string; action: string; at: string; actor?: string | null }>({
    collection: 'audit',
    where: {
      and: [
        { document: { equals: document } },
        { collection: { equals: collection } },
        { locale: { equals: locale ?? '' } },
      ],
    },
    sort: '-id',
    limit: 1,
    pagination: false,
    req,
  })
  const [last] = docs
  if (!last || (last.action !== 'changed' && last.action !== 'created')) return true
  if ((last.actor ?? '') !== (actorOf(req.user).id ?? '')) return true
  return Date.now() - Date.parse(last.at) > sessionMs
}
