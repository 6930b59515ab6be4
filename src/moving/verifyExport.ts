import { basename, join } from 'node:path'
import { folderStore } from '../media/folderStore'
import { DamagedExport } from './DamagedExport'
import {
  type FileMark,
  formatVersion,
  type Manifest,
  manifestFile,
  readFormats,
  readManifest,
  thisSchema,
} from './manifest'
import { markOf } from './mediaFiles'
import { Refused } from './Refused'
import type { Report } from './report'
import { fileOf } from './writePart'

/**
 * Reads every file of an export and compares it with what the manifest says, before anything is written anywhere.
 *
 * @param parts the names of all that an export is made of
 * @throws DamagedExport which names the file
 */
export async function verifyExport(folder: string, parts: readonly string[], report: Report): Promise<Manifest> {
  const manifest = await readManifest(folder)
  if (!readFormats.includes(manifest.format))
    throw new Refused(`This export has format ${manifest.format}, and this version of Saphena reads ${formatVersion}`)
  checkSchema(manifest)
  checkNames(manifest, parts)

  const files = Object.entries(manifest.files)
  const media = Object.entries(manifest.media)
  const reportDone = (done: number) => report('checking files', done, files.length + media.length)
  for (const [index, [name, mark]] of files.entries()) {
    const { lines } = await checkFile(folder, name, mark)
    if (lines !== mark.lines)
      throw new DamagedExport(
        manifestFile,
        `is damaged: for ${name} it says ${mark.lines} lines, and there are ${lines}`,
      )
    reportDone(index + 1)
  }
  for (const [index, [name, mark]] of media.entries()) {
    await checkFile(join(folder, 'media'), name, mark)
    reportDone(files.length + index + 1)
  }
  return manifest
}

async function checkFile(within: string, name: string, mark: FileMark): Promise<{ lines: number }> {
  if (name !== basename(name)) throw new DamagedExport(name, 'is no name of a file in this folder')
  const path = join(within, name)
  const file = await folderStore(within).read(name)
  if (!file) throw new DamagedExport(path, 'is not there')
  const found = await markOf(file)
  if (found.bytes !== mark.bytes)
    throw new DamagedExport(path, `is damaged: it has ${found.bytes} bytes where ${mark.bytes} were written`)
  if (found.sha256 !== mark.sha256)
    throw new DamagedExport(path, 'is damaged: its checksum is not the one of when it was written')
  return found
}

/** Whatever is not named would be left out without a word. */
function checkNames({ files }: Manifest, parts: readonly string[]): void {
  const wanted = new Set(parts.map((name) => fileOf({ name })))
  const lacking = [...wanted].filter((name) => !(name in files))
  if (lacking.length > 0) throw new DamagedExport(manifestFile, `is damaged: it does not name ${lacking[0]}`)
  const strange = Object.keys(files).filter((name) => !wanted.has(name))
  if (strange.length > 0)
    throw new DamagedExport(manifestFile, `is damaged: it names ${strange[0]}, which is no part of an export`)
}

function checkSchema({ schema }: Manifest): void {
  const here = thisSchema()
  for (const kind of ['sqlite', 'mongodb'] as const) {
    const given = schema[kind]
    const newer = given.filter((name) => !here[kind].includes(name))
    if (newer.length > 0)
      throw new Refused(`This export is of a newer version of Saphena (it knows ${newer[0]}): restore it with that one`)
    const missing = here[kind].filter((name) => !given.includes(name))
    if (missing.length > 0)
      throw new Refused(
        `This export is of an older version of Saphena (it lacks ${missing[0]}): restore it with that one, then upgrade`,
      )
  }
}
