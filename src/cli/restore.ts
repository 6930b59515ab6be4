import { resolve } from 'node:path'
import { mediaStore } from '../media/mediaStore'
import { movedNames } from '../moving/movedParts'
import { restoreAll } from '../moving/restoreAll'
import { verifyExport } from '../moving/verifyExport'
import config from '../payload.config'
import { settings } from '../settings'
import { onePath } from './onePath'
import { sayAndFail, withPayload } from './openPayload'
import { showProgress } from './showProgress'

const usage = `Usage: npm run restore -- FOLDER

Puts an export (npm run export) into the empty database of DATABASE_URL, SQLite or MongoDB, and its media files into DATA_DIR or the bucket of S3_BUCKET. Every file is
checked before anything is written. Where it is interrupted, run it again. No server may run on the database meanwhile.
`

/** `npm run restore -- FOLDER`: the other end of an export. */
const folder = resolve(onePath(usage))
const { report, end } = showProgress()
const manifest = await verifyExport(folder, movedNames(await config), report).catch(sayAndFail)
if (manifest)
  await withPayload(
    async (payload) => {
      const { dropped, sameSecret } = await restoreAll(
        payload,
        { folder, manifest, store: mediaStore(settings) },
        report,
      )
      end()
      process.stdout.write('Restored\n')
      if (dropped > 0) process.stderr.write(`${dropped} links to documents that are gone were left out\n`)
      if (!sameSecret)
        process.stderr.write(
          'The secret is another than that of the export: keys of apps must be made anew, unless you give the old PAYLOAD_SECRET\n',
        )
      if (manifest.missingMedia.length > 0)
        process.stderr.write(`The export lacks these media files: ${manifest.missingMedia.join(', ')}\n`)
    },
    { whole: false },
  )
