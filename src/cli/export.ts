import { resolve } from 'node:path'
import { mediaStore } from '../media/mediaStore'
import { exportAll } from '../moving/exportAll'
import { settings } from '../settings'
import { onePath } from './onePath'
import { withPayload } from './openPayload'
import { showProgress } from './showProgress'

const usage = `Usage: npm run export -- FOLDER

Writes everything of the database (documents, versions, people, history, publish log) and the media files into FOLDER, which is made or
is empty. The server may run on. What comes out holds secrets.
`

/** `npm run export -- FOLDER`: everything, to take elsewhere. */
const folder = resolve(onePath(usage))
await withPayload(async (payload) => {
  const { report, end } = showProgress()
  const { manifest, lost } = await exportAll(payload, { folder, store: mediaStore(settings) }, report)
  end()
  const lines = Object.values(manifest.files).reduce((sum, file) => sum + file.lines, 0)
  process.stdout.write(`${lines} records and ${Object.keys(manifest.media).length} media files are in ${folder}\n`)
  const missing = manifest.missingMedia.filter((name) => !lost.includes(name))
  if (missing.length > 0)
    process.stderr.write(`These media files are missing, and so they are not in the export: ${missing.join(', ')}\n`)
  if (lost.length > 0) {
    process.stderr.write(
      `These media files went while the export ran, which lacks them: ${lost.join(', ')}. Export again\n`,
    )
    process.exitCode = 1
  }
})
