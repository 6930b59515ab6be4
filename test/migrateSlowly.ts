import { setTimeout as pause } from 'node:timers/promises'
import { sql } from '@payloadcms/db-sqlite'
import { migrateDatabase } from '../src/database/migrate'
import { connectTiny, tinyMigration } from './tinyPayload'

/** `src/run.mjs test/migrateSlowly.ts URL DATA_DIR`: begins a migration that never ends, and says when it is in the middle. */
const [url = '', dataDir = ''] = process.argv.slice(2)
const payload = await connectTiny({ url, dataDir })
const stay = async () => {
  process.stdout.write('in the middle\n')
  await pause(600_000)
}
await migrateDatabase(payload, {
  sqlite: [
    await tinyMigration(payload),
    {
      name: '20260102_000000_add_column',
      async up({ db }) {
        await db.run(sql.raw('ALTER TABLE topics ADD COLUMN added text'))
        await stay()
      },
    },
  ],
  mongodb: [{ name: '20260102_000000_count', changes: [], up: stay }],
})
