import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type { BasePayload, Payload, PayloadRequest } from 'payload'
import { movedLogOf } from '../database/movedLog'
import { withRestoreLock } from '../database/restoreLock'
import { clearHalfRestored, writeRestored } from '../database/writeRestored'
import { rebuildStemIndex } from '../editorial/indexStems'
import type { MediaStore } from '../media/mediaStore'
import { digestOf } from './digestOf'
import { readLines } from './lineFile'
import { type Manifest, markSecret } from './manifest'
import { filesOf, markOf } from './mediaFiles'
import { type MovedPart, movedParts } from './movedParts'
import type { Row } from './movedRow'
import { Refused } from './Refused'
import type { Report } from './report'
import { readRestoreMark, setRestoreMark, takeRestoreMark } from './restoreMark'
import { fileOf } from './writePart'

const pageSize = 50

export interface Restored {
  /** Links that pointed to documents which are gone. */
  dropped: number
  /** The keys of apps work on. */
  sameSecret: boolean
}

/**
 * Puts a verified export into an empty database and its media files in their place, below Payload's hooks: no version is made and
 * nothing is told to followers. Interrupted, it is run again.
 *
 * @throws Refused where the database holds anything
 */
export function restoreAll(payload: BasePayload, given: Given, report: Report): Promise<Restored> {
  return withRestoreLock(payload, () => restoreAlone(payload, given, report))
}

interface Given {
  folder: string
  manifest: Manifest
  store: MediaStore
}

async function restoreAlone(payload: BasePayload, given: Given, report: Report): Promise<Restored> {
  const own = digestOf(given.manifest)
  const mark = await readRestoreMark(payload)
  const filled = mark?.export === own && mark.next === 'derived'
  if (!mark) await refuseContent(movedParts(payload))
  const absent = await findAbsentMedia(given)
  // Before anything else is written: from here on nobody takes the database for an empty one.
  if (!filled) await setRestoreMark(payload, { export: own, next: 'content' })
  await putMedia(given, absent, report)
  const dropped = filled ? 0 : await putContent(payload, given, { own, wasBegun: mark !== null }, report)
  report('index of words', 0)
  await rebuildStemIndex(payload)
  await takeRestoreMark(payload)
  return { dropped, sameSecret: given.manifest.secret === markSecret(payload) }
}

async function refuseContent(parts: MovedPart[]): Promise<void> {
  for (const part of parts)
    for await (const { key } of part.list()) {
      const found = await part.read([key])
      if ([...found.values()].some((lines) => lines.length > 0))
        throw new Refused(`The database is not empty, it has ${part.name}: an export is restored into an empty one`)
      break
    }
}

/** Those of an interrupted restore are there already. Another file of the same name is not written over. */
async function findAbsentMedia({ manifest, store }: Given): Promise<string[]> {
  const there = await store.list()
  const absent: string[] = []
  for (const [name, { sha256 }] of Object.entries(manifest.media)) {
    const file = there.has(name) ? await store.read(name) : undefined
    if (!file) absent.push(name)
    else if ((await markOf(file)).sha256 !== sha256)
      throw new Refused(`${name} is in ${store.place} already and is another file: restore where no media files are`)
  }
  return absent
}

async function putMedia({ folder, store }: Given, absent: string[], report: Report): Promise<void> {
  if (absent.length === 0) return
  const types = new Map<string, string>()
  for await (const line of readLines(join(folder, 'media.ndjson')))
    for (const { name, mimeType } of filesOf(line as Row)) types.set(name, mimeType)
  for (const [index, name] of absent.entries()) {
    await store.keep(name, join(folder, 'media', name), types.get(name) ?? 'application/octet-stream')
    report('media files', index + 1, absent.length)
  }
}

function putContent(
  payload: BasePayload,
  { folder, manifest }: Given,
  { own, wasBegun }: { own: string; wasBegun: boolean },
  report: Report,
): Promise<number> {
  return writeRestored(payload as Payload, async (req) => {
    if (wasBegun) await clearHalfRestored(payload as Payload, req)
    for (const part of movedParts(payload)) await putPart({ folder, manifest, part, req }, report)
    await movedLogOf(payload).putLastGiven(manifest.lastPosition, req)
    await setRestoreMark(payload, { export: own, next: 'derived' }, req)
  })
}

async function putPart(
  { folder, manifest, part, req }: { folder: string; manifest: Manifest; part: MovedPart; req: PayloadRequest },
  report: Report,
): Promise<void> {
  const total = manifest.files[fileOf(part)]?.lines ?? 0
  if (total === 0) return
  let page: object[] = []
  let done = 0
  const flush = async () => {
    await part.write(page, req)
    done += page.length
    page = []
    report(part.name, done, total)
    // libSQL answers without leaving JavaScript: nothing else would run, and no memory be freed.
    await breathe()
  }
  for await (const line of readLines(join(folder, fileOf(part)))) {
    const before = page.at(-1)
    if (before && page.length >= pageSize && part.keyOf(before) !== part.keyOf(line)) await flush()
    page.push(line)
  }
  if (page.length > 0) await flush()
}
