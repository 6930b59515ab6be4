import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { readLines, writeLines } from './lineFile'
import type { FileMark } from './manifest'
import type { MovedPart } from './movedParts'

const pageSize = 20

/** A part as it was written, and what tells that it has changed since. */
export interface WrittenPart {
  part: MovedPart
  mark: FileMark & { lines: number }
  /** By the piece's key, as it was just before the piece was read. */
  stamps: Map<string, string>
}

export const fileOf = ({ name }: Pick<MovedPart, 'name'>): string => `${name}.ndjson`

/** Writes all of a part into its file, a few pieces at a time. */
export async function writePart(
  folder: string,
  part: MovedPart,
  report: (lines: number) => void,
): Promise<WrittenPart> {
  const stamps = new Map<string, string>()
  const file = writeLines(join(folder, fileOf(part)))
  let keys: string[] = []
  let written = 0
  const flush = async () => {
    if (keys.length === 0) return
    const found = await part.read(keys)
    for (const key of keys) {
      const lines = found.get(key) ?? []
      await file.write(lines)
      written += lines.length
    }
    keys = []
    report(written)
  }
  for await (const { key, stamp } of part.list()) {
    stamps.set(key, stamp)
    keys.push(key)
    if (keys.length === pageSize) await flush()
  }
  await flush()
  return { part, stamps, mark: await file.end() }
}

/** Writes a part anew with some pieces in another state; those without lines go. */
export async function rewritePart(
  folder: string,
  { part, stamps }: WrittenPart,
  changed: Map<string, object[]>,
): Promise<WrittenPart> {
  const path = join(folder, fileOf(part))
  const file = writeLines(`${path}.unfinished`)
  const waiting = [...changed.keys()].sort()
  const writeUntil = async (key: string | undefined) => {
    while (waiting[0] !== undefined && (key === undefined || waiting[0] < key))
      await file.write(changed.get(waiting.shift() as string) ?? [])
  }
  for await (const line of readLines(path)) {
    const key = part.keyOf(line)
    await writeUntil(key)
    if (!changed.has(key)) await file.write([line])
  }
  await writeUntil(undefined)
  const mark = await file.end()
  await rename(`${path}.unfinished`, path)
  return { part, stamps, mark }
}
