import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { MediaStore } from '../media/mediaStore'
import { readLines } from './lineFile'
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

/** Copies the files of exported media documents. @returns what the manifest says of them, in the order of their names */
export async function copyMedia(
  { from, to, lines }: { from: MediaStore; to: string; lines: string },
  report: (files: number) => void,
): Promise<{ media: Record<string, FileMark>; missing: string[] }> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  const copied = new Map<string, FileMark>()
  const missing: string[] = []
  for await (const line of readLines(lines)) {
    for (const { name } of filesOf(line as Row)) {
      if (copied.has(name)) continue
      const file = await from.read(name)
      if (!file) missing.push(name)
      else copied.set(name, await writeFile(file, join(to, name)))
      report(copied.size)
    }
  }
  const inOrder = [...copied].sort(([a], [b]) => (a < b ? -1 : 1))
  return { media: Object.fromEntries(inOrder), missing: missing.sort() }
}

/** Writes under another name first, so that a file which is there is whole. */
async function writeFile(from: Readable, to: string): Promise<FileMark> {
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
