/**
 * npm run migrate:create -- [NAME]: writes the SQLite migration from the last committed one to the collections as they are now.
 * Touches no database, and asks nothing.
 */
import { randomBytes } from 'node:crypto'
import { createMigration } from '../database/createMigration'

// The collections are read through the whole configuration, which must not find a MongoDB here, nor make a data folder.
process.env.DATABASE_URL = 'file:never-opened.db'
process.env.PAYLOAD_SECRET = randomBytes(32).toString('hex')
// A server that runs at PORT would be listened to, for ever.
process.env.DISABLE_PAYLOAD_HMR = 'true'

const { getPayload } = await import('payload')
const { default: config } = await import('../payload.config')
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
const written = await createMigration(payload, process.argv[2])
if (!written) console.log('Collections and migrations are in step: nothing to write.')
process.exit(0)
