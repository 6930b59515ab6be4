import { once } from 'node:events'
import { closeDatabase } from '../src/database/health'
import { noteJobs } from './noteJobs'
import { connectTiny } from './tinyPayload'

/** `src/run.mjs test/workQueue.ts URL DATA_DIR`: says that it is ready, waits for a word, and runs jobs until there are none left. */
const [url = '', dataDir = ''] = process.argv.slice(2)
const payload = await connectTiny({ url, dataDir, jobs: noteJobs })
process.stdout.write('ready\n')
await once(process.stdin, 'data')
let ran = 0
for (;;) {
  const { jobStatus } = await payload.jobs.run({ limit: 5, overrideAccess: true, silent: true })
  const done = Object.values(jobStatus ?? {}).filter(({ status }) => status === 'success').length
  ran += done
  // Where it was given none, another may have been faster with those that it saw.
  if (done === 0 && (await payload.count({ collection: 'payload-jobs', overrideAccess: true })).totalDocs === 0) break
}
await closeDatabase(payload)
process.stdout.write(`ran ${ran}\n`)
process.exit(0)
