import { basename, join } from 'node:path'
import { folderStore } from '../media/folderStore'
import { DamagedExport } from './DamagedExport'
import { formatVersion, type Manifest, readManifest, thisSchema } from './manifest'
import { markOf } from './mediaFiles'
import { Refused } from './Refused'
import type { Report } from './report'

/**
 * Reads every file of an export and compares it with what the manifest says, before anything is written anywhere.
 *
 * @throws DamagedExport which names the file
 */
export async function verifyExport(folder: string, report: Report): Promise<Manifest> {
  const manifest = await readManifest(folder)
  if (manifest.format !== formatVersion)
    throw new Refused(`This export has format ${manifest.format}, and this version of Saphena reads ${formatVersion}`)
  checkSchema(manifest)
  const marks = [
    ...Object.entries(manifest.files).map(([name, mark]) => ({ name, within: folder, mark })),
    ...Object.entries(manifest.media).map(([name, mark]) => ({ name, within: join(folder, 'media'), mark })),
  ]
  for (const [index, { name, within, mark }] of marks.entries()) {
    if (name !== basename(name)) throw new DamagedExport(name, 'is no name of a file in this folder')
    const path = join(within, name)
    const file = await folderStore(within).read(name)
    if (!file) throw new DamagedExport(path, 'is not there')
    const found = await markOf(file)
    if (found.bytes !== mark.bytes)
      throw new DamagedExport(path, `is damaged: it has ${found.bytes} bytes where ${mark.bytes} were written`)
    if (found.sha256 !== mark.sha256)
      throw new DamagedExport(path, 'is damaged: its checksum is not the one of when it was written')
    report('checking files', index + 1, marks.length)
  }
  return manifest
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
