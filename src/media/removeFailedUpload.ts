import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  APIError,
  type CollectionAfterErrorHook,
  type CollectionBeforeChangeHook,
  FileUploadError,
  type SanitizedCollectionConfig,
} from 'payload'

/** The names that an upload's files are about to get, by the context of its request. */
const begun = new WeakMap<object, string[]>()

const noteNames: CollectionBeforeChangeHook = ({ data, operation, context }) => {
  if (operation === 'create') begun.set(context, namesOf(data))
  return data
}

/** Nothing of the kind is the asker's mistake, whatever Payload says; what is comes before anything is written. */
const removeFiles: CollectionAfterErrorHook = async ({ collection, context, error, req }) => {
  const names = begun.get(context) ?? []
  const isOurs = error instanceof FileUploadError || !(error instanceof APIError) || error.status >= 500
  if (names.length === 0 || !isOurs) return
  const { totalDocs } = await req.payload.db.count({
    collection: collection.slug,
    where: { filename: { equals: names[0] } },
  })
  if (totalDocs > 0) return
  for (const name of names) await rm(join(folderOf(collection), name), { force: true })
  return { status: 500 }
}

/**
 * Payload writes the files of an upload before its document, and leaves them there if either fails: on a full disk each further try would
 * take of what room is left, for what nobody can find.
 */
export const removeFailedUpload = { beforeChange: [noteNames], afterError: [removeFiles] }

function namesOf({ filename, sizes }: { filename?: string | null; sizes?: Record<string, Sized> }): string[] {
  const smaller = Object.values(sizes ?? {}).map((size) => size?.filename)
  return [filename, ...smaller].filter((name) => typeof name === 'string')
}

type Sized = { filename?: string | null } | null | undefined

const folderOf = ({ upload }: SanitizedCollectionConfig): string => upload.staticDir ?? ''
