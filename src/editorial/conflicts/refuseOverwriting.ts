import type { CollectionConfig, CollectionSlug, PayloadRequest } from 'payload'
import { ConflictError } from './ConflictError'
import { findLastWriter, type Writer } from './lastWriter'
import { timeOf } from './timeOf'
import { claimNewest, noteRead, readOf } from './writtenUpon'

/** So soon after his own save nobody has read and typed in another window, in milliseconds. */
const longestQueueMs = 10_000

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
      const { data, id } = args as { data?: { updatedAt?: unknown }; id?: unknown }
      noteRead(req, id, timeOf(data?.updatedAt))
      return args
    },
  ],
  beforeValidate: [
    async ({ collection, data, originalDoc, req }) => {
      const read = readOf(req, originalDoc?.id)
      if (typeof read !== 'string') return data
      const slug = collection.slug as CollectionSlug
      const { id, _status: status, editedBy } = originalDoc
      const newest = timeOf(originalDoc.updatedAt)
      const current = read === newest || (await wasRewritten(slug, id, { read, newest, status }, req))
      if (!current) {
        const at = newest ?? new Date().toISOString()
        const writer = await findLastWriter({ collection: slug, document: id, at, editedBy }, req)
        if (!isOneBefore(writer)) throw new ConflictError(writer)
      }
      await claimNewest(req, `${slug}:${id}`, newest ?? null)
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

/**
 * The save before, of the same page: autosaves that follow on one another are sent before the page was drawn anew with what the one
 * before had answered.
 */
const isOneBefore = ({ own, at }: Writer): boolean => own && Math.abs(Date.now() - Date.parse(at)) < longestQueueMs
