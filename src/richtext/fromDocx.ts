import { Unzip, UnzipInflate, zipSync } from 'fflate'
import { fromHast } from './fromHast'
import { isElement, textOf } from './hastNodes'
import type { LexicalState } from './lexicalNodes'
import { parseHtml } from './parseHtml'
import { UnreadableFile } from './UnreadableFile'

/** What a Word document may unpack to, pictures apart: a book has some 10 MB of XML. */
const MAX_UNPACKED = 64 * 1024 * 1024
const MAX_FILES = 2000

/**
 * A Word document's headings, lists, links and emphasis; its styles, pictures and comments are left out. The title is the
 * paragraph in Word's style Title, or else a first heading of level 1.
 *
 * @throws {@link UnreadableFile}
 */
export async function fromDocx(bytes: Uint8Array): Promise<{ title?: string; body: LexicalState; warnings: string[] }> {
  const files = unpack(bytes)
  if (!files['word/document.xml']) throw new UnreadableFile('it is a zip archive but no Word document')
  const html = await toHtml(zipSync(files, { level: 0 }))
  const tree = parseHtml(html, 'fragment')
  const index = tree.children.findIndex((node) => isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'))
  const first = tree.children[index]
  const title = isElement(first, 'h1') ? textOf(first).replace(/\s+/g, ' ').trim() : ''
  if (title) tree.children.splice(index, 1)
  return { ...(title ? { title } : {}), ...fromHast(tree) }
}

async function toHtml(docx: Uint8Array): Promise<string> {
  // Loaded for the first Word document, and not by every process at its start.
  const { default: mammoth } = await import('mammoth')
  const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", 'u => u', 'strike => s']
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  try {
    return (await mammoth.convertToHtml({ buffer: Buffer.from(docx) }, { styleMap, convertImage })).value
  } catch {
    throw new UnreadableFile('its Word document is damaged')
  }
}

/** The archive's files without pictures and fonts, counted while they unpack: the sizes that an archive states may lie. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {}
  let unpacked = 0
  let count = 0
  const unzip = new Unzip((file) => {
    if (++count > MAX_FILES) throw new UnreadableFile(`its zip archive holds more than ${MAX_FILES} files`)
    if (!/\.(?:xml|rels)$/.test(file.name)) return
    const chunks: Uint8Array[] = []
    file.ondata = (error, chunk, final) => {
      if (error) throw error
      unpacked += chunk.length
      if (unpacked > MAX_UNPACKED) {
        throw new UnreadableFile(`it unpacks to more than ${MAX_UNPACKED / 1024 / 1024} MB`)
      }
      chunks.push(chunk)
      if (final) files[file.name] = new Uint8Array(Buffer.concat(chunks))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += CHUNK)
      unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length)
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('its zip archive is damaged')
  }
  if (count === 0) throw new UnreadableFile('it is no Word document (.docx)')
  return files
}

/** Small enough that what one chunk unpacks to (at most a thousand times its size) fits into memory. */
const CHUNK = 16 * 1024
