import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { lstat, mkdir, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readLines } from './lineFile'
import type { FileMark } from './manifest'
import type { Row } from './movedRow'

/** The names of the files that a media document has: the picture as it came, and its smaller ones. */
export function namesOf({ filename, sizes }: Row): string[] {
  const smaller = Object.values((sizes ?? {}) as Record<string, Row | null>)
  const names = [filename, ...smaller.map((size) => size?.filename)]
  return names.filter((name): name is string => typeof name === 'string' && name === basename(name))
}

/** Copies the files of exported media documents. @returns what the manifest says of them, in the order of their names */
export async function copyMedia(
  { from, to, lines }: { from: string; to: string; lines: string },
  report: (files: number) => void,
): Promise<{ media: Record<string, FileMark>; missing: string[] }> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  const copied = new Map<string, FileMark>()
  const missing: string[] = []
  for await (const line of readLines(lines)) {
    for (const name of namesOf(line as Row)) {
      const source = join(from, name)
      if (copied.has(name)) continue
      if (!(await isFile(source))) missing.push(name)
      else copied.set(name, await copyFile(source, join(to, name), 0o600))
      report(copied.size)
    }
  }
  const inOrder = [...copied].sort(([a], [b]) => (a < b ? -1 : 1))
  return { media: Object.fromEntries(inOrder), missing: missing.sort() }
}

/** Copies under another name first, so that a file which is there is whole. */
export async function copyFile(from: string, to: string, mode: number): Promise<FileMark> {
  const mark = measure()
  await pipeline(createReadStream(from), mark.through, createWriteStream(`${to}.unfinished`, { mode }))
  await rename(`${to}.unfinished`, to)
  return mark.result()
}

/** @returns undefined where there is no such file */
export async function markOf(path: string): Promise<FileMark | undefined> {
  if (!(await isFile(path))) return undefined
  const mark = measure()
  for await (const chunk of createReadStream(path)) mark.add(chunk as Buffer)
  return mark.result()
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

/** A link is none of ours: it could lead anywhere. */
async function isFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
