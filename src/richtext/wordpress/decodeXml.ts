import { UnreadableFile } from '../UnreadableFile'

/**
 * The text in an XML file's bytes, by its byte order mark or what its first line declares; UTF-8 otherwise (XML 1.0, 4.3.3). Nothing
 * is guessed: in a whole site's export one wrong guess spoils every accent.
 *
 * @throws {@link UnreadableFile} where the bytes are not in that encoding
 */
export function decodeXml(bytes: Uint8Array): string {
  const label = encodingOf(bytes)
  const decoder = decoderOf(label)
  try {
    return decoder.decode(bytes)
  } catch {
    throw new UnreadableFile(`it says that its encoding is ${label}, and is not: export it again, or save it as UTF-8`)
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE'
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200))
  return /^(?:ï»¿)?<\?xml[^>]{0,100}\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1] ?? 'UTF-8'
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    throw new UnreadableFile(`its encoding is ${label}, which is not known: save it as UTF-8`)
  }
}
