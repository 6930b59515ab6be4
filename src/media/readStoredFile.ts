import { buffer } from 'node:stream/consumers'
import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest } from 'payload'
import { settings } from '../settings'
import { mediaStore } from './mediaStore'

interface StoredFile {
  id: string
  filename?: string | null
  mimeType?: string | null
  focalX?: number | null
  focalY?: number | null
}

/**
 * Hands a picture that is cropped, or gets another focal point, to Payload as if it were uploaded again. Payload would fetch it from its own
 * public address, which within an organisation it is not let to.
 */
export const readStoredFile =
  (collection: CollectionSlug): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    const { id, data } = args as { id?: string; data?: Partial<StoredFile> }
    if (operation !== 'update' || id === undefined || req.file || !data) return args
    const stored = await req.payload.db.findOne<StoredFile>({ collection, where: { id: { equals: id } }, req })
    if (!stored?.filename || !isEdited(stored, data, req)) return args
    const file = await mediaStore(settings).read(stored.filename)
    if (!file) return args
    const bytes = await buffer(file)
    req.file = { name: stored.filename, data: bytes, mimetype: stored.mimeType ?? '', size: bytes.length }
    return { ...args, overwriteExistingFiles: true }
  }

interface UploadEdits {
  crop?: unknown
  heightInPixels?: unknown
  widthInPixels?: unknown
  focalPoint?: { x?: number; y?: number }
}

/** As Payload decides whether to make a picture anew. */
function isEdited(stored: StoredFile, sent: Partial<StoredFile>, req: PayloadRequest): boolean {
  const edits = (req.query?.uploadEdits ?? {}) as UploadEdits
  if (edits.crop || edits.heightInPixels || edits.widthInPixels) return true
  const { x, y } = edits.focalPoint ?? { x: sent.focalX, y: sent.focalY }
  return Boolean(x && y) && (Number(x) !== stored.focalX || Number(y) !== stored.focalY)
}
