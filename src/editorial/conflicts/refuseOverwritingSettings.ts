import type { GlobalConfig } from 'payload'
import { ConflictError } from './ConflictError'
import { findLastWriter } from './lastWriter'
import { timeOf } from './timeOf'
import { claimNewest, noteRead, readOf } from './writtenUpon'

/**
 * What `refuseOverwriting` is for documents, for a global. Nothing saves it by itself, so that a second window of the same person is
 * refused at once. Settings that were never saved are read with null for `updatedAt`, and whoever sends that has read them so.
 */
export const refuseOverwritingSettings: Required<
  Pick<NonNullable<GlobalConfig['hooks']>, 'beforeOperation' | 'beforeValidate' | 'beforeRead'>
> = {
  beforeOperation: [
    ({ args, global, operation, req }) => {
      if (operation !== 'update') return args
      const { updatedAt } = (args as { data?: { updatedAt?: unknown } }).data ?? {}
      noteRead(req, global.slug, updatedAt === null ? null : timeOf(updatedAt))
      return args
    },
  ],
  beforeValidate: [
    async ({ data, global, originalDoc, req }) => {
      const { slug } = global
      const read = readOf(req, slug)
      if (read === undefined) return data
      const newest = timeOf(originalDoc?.updatedAt) ?? null
      if (read !== newest) {
        const at = newest ?? new Date().toISOString()
        throw new ConflictError(await findLastWriter({ collection: slug, document: slug, at }, req))
      }
      await claimNewest(req, `${slug}:${slug}`, newest)
      return data
    },
  ],
  beforeRead: [({ doc }) => (isSaved(doc) ? doc : { ...doc, updatedAt: null })],
}

/** A row that was selected from has its id still. */
const isSaved = (doc: { id?: unknown; _id?: unknown }): boolean => (doc.id ?? doc._id) !== undefined
