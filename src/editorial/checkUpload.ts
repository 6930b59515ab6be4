import { fileTypeFromBuffer } from 'file-type'
import { APIError, type CollectionBeforeOperationHook } from 'payload'
import sharp from 'sharp'
import { endOfPicture } from './endOfPicture'

export const largestUpload = 20 * 1024 * 1024
const mostPixels = 50_000_000

/** Raster pictures and PDF. SVG and HTML can run scripts where they are shown, and are not here. */
export const uploadTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'application/pdf']

const extensions: Record<string, readonly string[]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
}

/**
 * Judges an upload by its bytes, before anything decodes it: the type that the first bytes tell must be one that we serve and
 * must fit the name, and a picture's dimensions, which its header tells, must be ones that a server can decode. What stands behind a
 * picture's end is not kept.
 *
 * @throws APIError 400 with a sentence for the editor; 413 where the file is too large.
 */
export const checkUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const file = req.file
  if (!file || (operation !== 'create' && operation !== 'update')) return args
  if (file.size > largestUpload) throw refused(`The file is larger than ${largestUpload / 1024 / 1024} MB.`, 413)
  const type = (await fileTypeFromBuffer(file.data))?.mime
  if (!type || !uploadTypes.includes(type))
    throw refused('This is neither a JPEG, PNG, WebP, AVIF or GIF picture nor a PDF.')

  const name = safeName(file.name)
  const parts = name.toLowerCase().split('.')
  if (parts.length < 2 || !extensions[type]?.includes(parts.at(-1) ?? '')) {
    throw refused(`The file is ${type}, and its name does not end in .${extensions[type]?.join(' or .')}.`)
  }
  file.name = name
  file.mimetype = type
  if (type === 'application/pdf') {
    // A polyglot: a PDF reader looks for the mark within the first kilobyte, a browser would see what stands before it.
    if (!file.data.subarray(0, 5).equals(Buffer.from('%PDF-')))
      throw refused('The PDF does not begin with its own mark.')
    return args
  }
  const pixels = await pixelsOf(file.data)
  if (!pixels || pixels > mostPixels)
    throw refused(`A picture has at most ${mostPixels / 1_000_000} million pixels, all of its frames together.`)
  const end = endOfPicture(type, file.data)
  if (end === undefined) throw refused('The picture is damaged.')
  // Cut and not refused: phones write films and further pictures behind a JPEG.
  file.data = file.data.subarray(0, end)
  file.size = end
  return args
}

/** Of all frames: one that moves is decoded as a whole. */
async function pixelsOf(data: Buffer): Promise<number> {
  const {
    width,
    height,
    pages = 1,
  } = await sharp(data, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw refused('The picture is damaged.')
    })
  return width * height * pages
}

/**
 * A plain file name: no folders, no control characters, one extension, and none that a smaller copy of another picture has
 * (`leg-320x160.png`), which the one would be written over.
 */
function safeName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const dot = last.lastIndexOf('.')
  const stem = (dot > 0 ? last.slice(0, dot) : last).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  const plain = (stem || 'file').slice(0, 100).replace(/(\d)x(\d+)$/, '$1-$2')
  return `${plain}${dot > 0 ? last.slice(dot).replace(/[^.A-Za-z0-9]/g, '') : ''}`
}

const refused = (message: string, status = 400): Error => new APIError(message, status, null, true)
