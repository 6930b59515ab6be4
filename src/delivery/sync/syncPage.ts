import { type BasePayload, createLocalReq } from 'payload'
import type { LogEntry } from '../../publishing/logEntry'
import { readLog } from '../../publishing/publishLog'
import type { Addresses, Locale } from '../addresses'
import { readDocument } from './document'
import { countServed, readServed } from './served'
import { type SyncCursor, type SyncedType, syncedTypes, writeCursor } from './syncCursor'

export type SyncItem =
  | { op: 'upsert'; type: SyncedType; id: string; document: object }
  | { op: 'remove'; type: SyncedType; id: string; reason: 'withdrawn' | 'deleted'; at: string }

export interface SyncPage {
  items: SyncItem[]
  /** To be given with the next request; kept only once the items were. */
  cursor: string
  /** There is more already: ask again at once. */
  more: boolean
  /** About how many documents or changes are still to come, for showing progress. */
  remaining: number
}

/**
 * The next page for a client that is as far as its cursor says.
 *
 * @param last the log's last position
 */
export function syncPage(
  payload: BasePayload,
  cursor: SyncCursor,
  limit: number,
  addresses: Addresses,
  last: number,
): Promise<SyncPage> {
  return cursor.after
    ? everything(payload, cursor, cursor.after, limit, addresses)
    : changes(payload, cursor, limit, addresses, last)
}

async function everything(
  payload: BasePayload,
  { locale, position }: SyncCursor,
  after: { type: SyncedType; id: string },
  limit: number,
  addresses: Addresses,
): Promise<SyncPage> {
  const items: SyncItem[] = []
  let at: { type: SyncedType; id: string } | undefined = after
  while (at && items.length < limit) {
    const asked = limit - items.length
    const served = await readServed(payload, at.type, at.id, asked)
    for (const { type, id } of served) items.push(...(await upsert(payload, type, id, locale, addresses)))
    const last: string | undefined = served.at(-1)?.id
    if (last !== undefined && served.length === asked) at = { type: at.type, id: last }
    else at = typeAfter(at.type)
  }
  const remaining = at ? await countFrom(payload, at) : 0
  return { items, cursor: writeCursor({ locale, position, ...(at ? { after: at } : {}) }), more: true, remaining }
}

async function countFrom(payload: BasePayload, { type, id }: { type: SyncedType; id: string }): Promise<number> {
  const later = syncedTypes.slice(syncedTypes.indexOf(type) + 1)
  const counts = [countServed(payload, type, id), ...later.map((each) => countServed(payload, each, ''))]
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}

function typeAfter(type: SyncedType): { type: SyncedType; id: string } | undefined {
  const next = syncedTypes[syncedTypes.indexOf(type) + 1]
  return next ? { type: next, id: '' } : undefined
}

async function changes(
  payload: BasePayload,
  { locale, position }: SyncCursor,
  limit: number,
  addresses: Addresses,
  last: number,
): Promise<SyncPage> {
  const entries = await readLog(payload, position, limit)
  const items: SyncItem[] = []
  const done = new Set<string>()
  // A document that changed several times comes as it is now, once; the newest entry says why it is gone.
  for (const entry of entries.toReversed())
    for (const { type, id } of await concerned(payload, entry)) {
      if (done.has(`${type}:${id}`)) continue
      const found = await upsert(payload, type, id, locale, addresses)
      // That a picture is gone says nothing of its article: an older entry may, which is the article's own.
      if (found.length === 0 && entry.collection !== type) continue
      done.add(`${type}:${id}`)
      const reason = entry.event === 'deleted' ? 'deleted' : 'withdrawn'
      items.push(...(found.length > 0 ? found : [{ op: 'remove', type, id, reason, at: entry.at } as const]))
    }
  const next = entries.at(-1)?.position ?? position
  const more = entries.length === limit
  const remaining = more ? Math.max(0, last - next) : 0
  return { items: items.reverse(), cursor: writeCursor({ locale, position: next }), more, remaining }
}

async function upsert(
  payload: BasePayload,
  type: SyncedType,
  id: string,
  locale: Locale,
  addresses: Addresses,
): Promise<SyncItem[]> {
  const document = await readDocument(payload, type, id, locale, addresses)
  return document ? [{ op: 'upsert', type, id, document }] : []
}

/** The documents whose answer an entry changes: its own, and for a picture the articles that show it. */
async function concerned(payload: BasePayload, entry: LogEntry): Promise<{ type: SyncedType; id: string }[]> {
  const { collection, document } = entry
  if (collection === 'media') {
    const { docs } = await payload.db.find<{ id: string }>({
      collection: 'articles',
      where: { images: { in: [document] } },
      select: { slug: true },
      sort: 'id',
      limit: 500,
      pagination: false,
      req: await createLocalReq({}, payload),
    })
    return docs.map(({ id }) => ({ type: 'articles', id }))
  }
  const type = syncedTypes.find((each) => each === collection)
  return type ? [{ type, id: document }] : []
}
