import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileMark } from './manifest'
import type { Row } from './movedRow'

/** The files that a media document has: the picture as it came, and its smaller ones. */
export function filesOf({ filename, mimeType, sizes }: Row): { name: string; mimeType: string }[] {
  const smaller = Object.values((sizes ?? {}) as Record<string, Row | null>)
  return [{ filename, mimeType }, ...smaller].flatMap((file) => {
    const name = file?.filename
    if (typeof name !== 'string' || name !== basename(name)) return []
    return [{ name, mimeType: String(file?.mimeType ?? 'application/octet-stream') }]
  })
}

/** Writes under another name first, so that a file which is there is whole. */
export async function writeMedia(from: Readable, to: string): Promise<FileMark> {
  const mark = measure()
  await pipeline(from, mark.through, createWriteStream(`${to}.unfinished`, { mode: 0o600 }))
  await rename(`${to}.unfinished`, to)
  return mark.result()
}

export async function markOf(file: Readable): Promise<FileMark & { lines: number }> {
  const mark = measure()
  let lines = 0
  for await (const chunk of file as AsyncIterable<Buffer>) {
    mark.add(chunk)
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', at + 1)) lines++
  }
  return { ...mark.result(), lines }
}

function measure() {
  const hash = createHash('sha256')
  let bytes = 0
  const add = (chunk: Buffer) => {
    hash.update(chunk)
    bytes += chunk.length
  }
  const through = new Transform({
    transform(chunk: Buffer, _, done) {
      add(chunk)
      done(null, chunk)
    },
  })
  return { add, through, result: (): FileMark => ({ sha256: hash.digest('hex'), bytes }) }
}
