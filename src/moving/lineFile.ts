import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import type { FileMark } from './manifest'

export interface LineWriter {
  write(lines: readonly object[]): Promise<void>
  /** @returns what the manifest says of the file */
  end(): Promise<FileMark & { lines: number }>
}

/** A file of JSON lines that only its owner may read. It waits for the disk, so that memory stays flat. */
export function writeLines(path: string): LineWriter {
  const stream = createWriteStream(path, { mode: 0o600 })
  const failed = finished(stream)
  failed.catch(() => undefined)
  const hash = createHash('sha256')
  let bytes = 0
  let count = 0
  return {
    async write(lines) {
      for (const line of lines) {
        const text = Buffer.from(`${JSON.stringify(line)}\n`)
        hash.update(text)
        bytes += text.length
        count++
        if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failed])
      }
    },
    async end() {
      stream.end()
      await failed
      return { sha256: hash.digest('hex'), bytes, lines: count }
    },
  }
}

export async function* readLines(path: string): AsyncGenerator<object> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) if (line !== '') yield JSON.parse(line) as object
}
