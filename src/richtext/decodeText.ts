import { UnreadableFile } from './UnreadableFile'

/**
 * The text in a file's bytes: UTF-8, UTF-16 with a byte order mark, or else what an HTML page declares, or else
 * windows-1252, in which old editors save and which no bytes contradict.
 *
 * @throws {@link UnreadableFile} where the bytes are no text
 */
export function decodeText(bytes: Uint8Array, html = false): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  refuseBinary(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(html ? declaredEncoding(bytes) : 'windows-1252').decode(bytes)
  }
}

const SIGNATURES: [string, string][] = [
  ['%PDF-', 'it is a PDF: save it as .docx, .html or .txt'],
  ['{\\rtf', 'it is in Rich Text Format: save it as .docx'],
  ['\u00D0\u00CF\u0011\u00E0', 'it is an old Word file (.doc): save it as .docx'],
  ['PK\u0003\u0004', 'it is a zip archive'],
  ['\u0089PNG', 'it is a picture'],
  ['\u00FF\u00D8\u00FF', 'it is a picture'],
  ['GIF8', 'it is a picture'],
  ['SQLite format', 'it is a database'],
]

/** @throws {@link UnreadableFile} for the known kinds of file that are no text, and for what has too many control characters */
function refuseBinary(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature))
  if (known) throw new UnreadableFile(known[1])
  const sample = bytes.subarray(0, 65_536)
  let controls = 0
  for (const byte of sample) if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27) controls++
  if (controls > 8 && controls > sample.length / 20) throw new UnreadableFile('it is binary, not text')
}

function declaredEncoding(bytes: Uint8Array): string {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048))
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head)?.[1] ?? 'windows-1252'
  try {
    return new TextDecoder(label).encoding === 'utf-8' ? 'windows-1252' : label
  } catch {
    return 'windows-1252'
  }
}
