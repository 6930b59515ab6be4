import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BasePayload, Payload } from 'payload'
import { movedLogOf } from '../database/movedLog'
import { readSnapshot } from '../database/readSnapshot'
import type { MediaStore } from '../media/mediaStore'
import { completeIntents } from '../publishing/logChanges'
import { catchUp } from './catchUp'
import { everyDocument } from './doctor/everyDocument'
import { readLines } from './lineFile'
import { MediaCopies } from './MediaCopies'
import { formatVersion, type Manifest, manifestFile, markSecret, thisSchema, writeManifest } from './manifest'
import { movedParts } from './movedParts'
import { Refused } from './Refused'
import type { Report } from './report'
import { fileOf, type WrittenPart, writePart } from './writePart'

/** Stands in a folder while it is written: what is in one of these may be thrown away. */
const unfinished = 'unfinished'

const readMe = `This folder holds everything of a Saphena: texts and their history, people with the hashes of their passwords, keys of
apps, pictures. It holds secrets: keep it where only those may read it who may read the database, and delete it when it has served.

npm run restore -- THIS_FOLDER puts it into an empty database, SQLite or MongoDB. The secret of the installation (PAYLOAD_SECRET, or the
file "secret" in its data folder) is not in here. Give the new one the same secret, or keys of apps have to be made anew.
`

export interface Exported {
  manifest: Manifest
  /** Media files that are missing in it and were not missing when it began: they came and went meanwhile. */
  lost: string[]
}

/** Writes the whole database and its media files into a folder, as they are at one moment, while others go on writing. */
export async function exportAll(
  payload: BasePayload,
  { folder, store }: { folder: string; store: MediaStore },
  report: Report,
): Promise<Exported> {
  await prepare(folder)
  await completeIntents(payload)
  const media = join(folder, 'media')
  await mkdir(media, { mode: 0o700 })
  const copies = new MediaCopies(store, media, (files) => report('media files', files))
  const before = await copies.copy(everyDocument(payload, 'media'))
  const { written, lastPosition } = await writeParts(payload, folder, report)
  const { names, missing } = await copies.copy(readLines(join(folder, 'media.ndjson')))
  const manifest: Manifest = {
    format: formatVersion,
    made: { at: new Date().toISOString(), database: payload.db.name === 'mongoose' ? 'mongodb' : 'sqlite' },
    schema: thisSchema(),
    secret: markSecret(payload),
    lastPosition,
    files: Object.fromEntries(written.map(({ part, mark }) => [fileOf(part), mark])),
    media: await copies.keepOnly(names),
    missingMedia: missing,
  }
  await writeFile(join(folder, 'README.txt'), readMe, { mode: 0o600 })
  await writeManifest(folder, manifest)
  await rm(join(folder, unfinished))
  return { manifest, lost: missing.filter((name) => !before.missing.includes(name)) }
}

/** All parts as they are at one moment. */
async function writeParts(
  payload: BasePayload,
  folder: string,
  report: Report,
): Promise<{ written: WrittenPart[]; lastPosition: number }> {
  const write = async () => {
    const written: WrittenPart[] = []
    for (const part of movedParts(payload))
      written.push(await writePart(folder, part, (lines) => report(part.name, lines)))
    return { written, lastPosition: await movedLogOf(payload).lastGiven() }
  }
  return (await readSnapshot(payload as Payload, write)) ?? (await writeAndCatchUp(payload, folder, write, report))
}

async function writeAndCatchUp(
  payload: BasePayload,
  folder: string,
  write: () => Promise<{ written: WrittenPart[]; lastPosition: number }>,
  report: Report,
) {
  const { written } = await write()
  const current = await catchUp(payload, folder, written, (changed) => report('changed meanwhile', changed))
  const log = current.find(({ part }) => part.name === 'publish-log')
  // The log's newest entry is never taken out, and what came since belongs to the next export.
  const lastPosition = Math.max(0, ...[...(log?.stamps.keys() ?? [])].slice(-1).map(Number))
  return { written: current, lastPosition }
}

/** An empty folder, or one that an interrupted export has left. */
async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const found = await readdir(folder)
  if (found.length > 0 && (!found.includes(unfinished) || found.includes(manifestFile)))
    throw new Refused(`${folder} is not empty: name a folder that is, or one that is not there`)
  // The mark goes last, and comes first: whenever this ends, the next run knows the folder for its own.
  for (const name of found) if (name !== unfinished) await rm(join(folder, name), { recursive: true })
  await chmod(folder, 0o700)
  await writeFile(join(folder, unfinished), '', { mode: 0o600 })
}
