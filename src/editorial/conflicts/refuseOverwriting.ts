import type { CollectionConfig, CollectionSlug, PayloadRequest } from 'payload'
import { claimState } from '../../database/claimState'
import { ConflictError } from './ConflictError'

// A string: Payload takes a context that has none for empty, and makes a new one.
const note = 'writtenUpon'
/** So soon after his own save nobody has read and typed in another window, in milliseconds. */
const longestQueueMs = 10_000

type Context = { [note]?: { id: unknown; read: string } | undefined }

/**
 * Refuses a save that was written upon an older state than the newest: its author has not seen what he would overwrite. Whoever sends
 * `updatedAt` says by it what he has read, as the admin's form does with every save and autosave. Who leaves it out changes what he
 * names, whatever stands there; so does who changes many documents at once.
 */
export const refuseOverwriting: Required<
  Pick<NonNullable<CollectionConfig['hooks']>, 'beforeOperation' | 'beforeValidate'>
> = {
  beforeOperation: [
    ({ args, operation, req }) => {
      if (operation !== 'update') return args
      // Later on Payload fills in what was not sent.
      const { data, id } = args as { data?: { updatedAt?: unknown }; id?: unknown }
      const read = timeOf(data?.updatedAt)
      const context = req.context as Context
      context[note] = id !== undefined && read !== undefined ? { id, read } : undefined
      return args
    },
  ],
  beforeValidate: [
    async ({ collection, data, originalDoc, req }) => {
      const { id, read } = (req.context as Context)[note] ?? {}
      if (read === undefined || originalDoc?.id !== id) return data
      const slug = collection.slug as CollectionSlug
      const newest = timeOf(originalDoc.updatedAt)
      const current =
        read === newest ||
        (await wasRewritten(slug, originalDoc.id, { read, newest, status: originalDoc._status }, req))
      if (!current) {
        const writer = await findLastWriter(slug, originalDoc, req)
        if (!isOneBefore(writer)) throw new ConflictError(writer)
      }
      const owner = String(req.user?.id ?? '')
      if (!(await claimState(req.payload, { document: `${slug}:${id}`, state: String(newest), owner })))
        throw new ConflictError({ by: 'Somebody else', own: false, at: new Date().toISOString() })
      return data
    },
  ],
}

/**
 * Relinking writes the row that readers see anew, and no version: whoever opened what is published has that row's time, or an earlier
 * one of the same words.
 */
async function wasRewritten(
  collection: CollectionSlug,
  id: string,
  { read, newest, status }: { read: string; newest: string | undefined; status: unknown },
  req: PayloadRequest,
): Promise<boolean> {
  if (newest === undefined || read < newest || status !== 'published') return false
  const row = await req.payload.db.findOne<{ id: string; updatedAt?: unknown }>({
    collection,
    where: { id: { equals: id } },
    select: { updatedAt: true },
    req,
  })
  return read <= (timeOf(row?.updatedAt) ?? '')
}

interface Writer {
  by: string | null
  own: boolean
  at: string
}

/** An article knows who wrote in it last; of the others the audit tells. */
async function findLastWriter(
  collection: CollectionSlug,
  { id, updatedAt, editedBy }: { id: string; updatedAt: unknown; editedBy?: unknown },
  req: PayloadRequest,
): Promise<Writer> {
  const at = timeOf(updatedAt) ?? new Date().toISOString()
  const own = (writer: unknown) => writer !== undefined && String(writer) === String(req.user?.id)
  if (editedBy) {
    const writer = typeof editedBy === 'object' ? (editedBy as { id: string }).id : editedBy
    const user = await req.payload.db.findOne<{ id: string; name?: string }>({
      collection: 'users',
      where: { id: { equals: writer } },
      select: { name: true },
      req,
    })
    return { by: user?.name ?? 'Somebody', own: own(writer), at }
  }
  const { docs } = await req.payload.db.find<{ id: string; actor?: string; actorName: string }>({
    collection: 'audit',
    where: { and: [{ document: { equals: id } }, { collection: { equals: collection } }] },
    sort: '-id',
    limit: 1,
    pagination: false,
    req,
  })
  const [entry] = docs
  return { by: entry?.actorName ?? null, own: own(entry?.actor || undefined), at }
}

/**
 * The save before, of the same page: autosaves that follow on one another are sent before the page was drawn anew with what the one
 * before had answered.
 */
const isOneBefore = ({ own, at }: Writer): boolean => own && Math.abs(Date.now() - Date.parse(at)) < longestQueueMs

/** ISO 8601 in UTC, which sorts as time does. */
function timeOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && !(value instanceof Date)) return undefined
  const time = new Date(value)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}
