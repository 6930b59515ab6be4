import type {
  BasePayload,
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import { createLocalReq } from 'payload'
import { logStoreOf } from '../database/logStore'
import { runInTransaction } from '../database/runInTransaction'
import { completeVersion } from './completeVersion'
import type { LogEvent, LoggedCollection } from './logEntry'
import { entryBetween, type PublicState, readPublicState } from './publicState'
import { appendEntry } from './publishLog'

interface Noted {
  before: PublicState | null
  intent: string | undefined
}

// A string: Payload takes a context that has none for empty, and makes a new one.
const noted = 'publicStatesBefore'
const told = 'publicEvents'
type Context = { [noted]?: Map<string, Noted>; [told]?: Map<string, LogEvent> }

const keyOf = (collection: string, id: unknown): string => `${collection}:${id}`

async function note(
  collection: LoggedCollection,
  id: string,
  before: PublicState | null,
  req: PayloadRequest,
): Promise<void> {
  const context = req.context as Context
  context[noted] ??= new Map()
  const intent = await logStoreOf(req.payload).intend(collection, id)
  context[noted].set(keyOf(collection, id), { before, intent })
}

async function settle(collection: LoggedCollection, id: string, gone: boolean, req: PayloadRequest): Promise<void> {
  const all = (req.context as Context)[noted]
  const known = all?.get(keyOf(collection, id))
  all?.delete(keyOf(collection, id))
  const after = gone ? null : await readPublicState(collection, id, req)
  const entry = entryBetween(collection, id, known?.before ?? null, after, gone)
  if (entry) await appendEntry(entry, req)
  if (known?.intent) await logStoreOf(req.payload).settle(known.intent)
  noteEvent(collection, id, entry?.event, req)
}

function noteEvent(collection: string, id: string, event: LogEvent | undefined, req: PayloadRequest): void {
  const context = req.context as Context
  context[told] ??= new Map()
  if (event) context[told].set(keyOf(collection, id), event)
  else context[told].delete(keyOf(collection, id))
}

/** For hooks after these: what the document's last change in this request was to readers, if they see any. */
export const loggedEvent = (req: PayloadRequest, collection: string, id: unknown): LogEvent | undefined =>
  (req.context as Context)[told]?.get(keyOf(collection, id))

/**
 * The hooks by which every change that readers can see gets into the log, whichever road it came by. They run within the
 * operation, so an entry is kept or taken back with the change itself; they touch nothing but the database.
 */
export const logChanges: {
  beforeChange: CollectionBeforeChangeHook[]
  afterChange: CollectionAfterChangeHook[]
  beforeDelete: CollectionBeforeDeleteHook[]
  afterDelete: CollectionAfterDeleteHook[]
} = {
  beforeChange: [
    async ({ collection, data, operation, originalDoc, req }) => {
      const slug = collection.slug as LoggedCollection
      const id = originalDoc?.id ?? data.id
      const before = operation === 'update' && id ? await readPublicState(slug, id, req) : null
      if (id) await note(slug, id, before, req)
      return data
    },
  ],
  afterChange: [
    async ({ collection, doc, req }) => {
      await settle(collection.slug as LoggedCollection, doc.id, false, req)
      return doc
    },
  ],
  beforeDelete: [
    async ({ collection, id, req }) => {
      const slug = collection.slug as LoggedCollection
      await note(slug, String(id), await readPublicState(slug, String(id), req), req)
    },
  ],
  afterDelete: [
    async ({ collection, id, req }) => {
      await settle(collection.slug as LoggedCollection, String(id), true, req)
    },
  ],
}

/**
 * For writes that go to the database without Payload's hooks: does them, and logs what they change for readers. They belong to
 * the transaction of `req`, or to one of their own.
 */
export async function logged(
  collection: LoggedCollection,
  ids: readonly string[],
  req: PayloadRequest,
  write: () => Promise<unknown>,
): Promise<void> {
  for (const id of ids) await note(collection, id, await readPublicState(collection, id, req), req)
  await write()
  for (const id of ids) await settle(collection, id, !(await exists(collection, id, req)), req)
}

const exists = async (collection: LoggedCollection, id: string, req: PayloadRequest): Promise<boolean> =>
  (await req.payload.db.findOne({ collection, where: { id: { equals: id } }, select: {}, req })) !== null

/** Older intents belong to operations that no process is still working on. */
const abandonedAfterMs = 5 * 60_000

/**
 * Without transactions a process may have gone between a change, its version and its entry. Nobody knows then what readers saw before,
 * so the entry says what they see now. Called at start, and now and then.
 *
 * @returns how many changes were completed
 */
export async function completeIntents(payload: BasePayload, olderThanMs = abandonedAfterMs): Promise<number> {
  const store = logStoreOf(payload)
  const left = await store.abandoned(olderThanMs)
  for (const { intent, collection, document } of left) {
    const req = await createLocalReq({}, payload)
    await runInTransaction(req, async () => {
      const slug = collection as LoggedCollection
      await completeVersion(slug, document, req)
      const after = await readPublicState(slug, document, req)
      const known: PublicState = { locales: [], slugs: after?.slugs ?? {}, updatedAt: '' }
      const entry = entryBetween(slug, document, known, after, !after && !(await exists(slug, document, req)))
      if (entry) await appendEntry(entry, req)
      await store.settle(intent)
    })
  }
  return left.length
}
