import { join, resolve } from 'node:path'
import { backUp } from '../moving/backUp'
import { settings } from '../settings'
import { pathsUpTo } from './onePath'
import { withPayload } from './openPayload'

const usage = `Usage: npm run backup [-- FILE]

Copies the SQLite database into FILE, or into a file named for the time in DATA_DIR/backups, while the server runs on. Media files and the
secret are files in DATA_DIR: back them up as such.
`

/** `npm run backup`: a copy of the SQLite file that opens. */
const [given] = pathsUpTo(1, usage)
const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const file = resolve(given ?? join(settings.dataDir, 'backups', `saphena-${time}.db`))
await withPayload(
  async (payload) => {
    await backUp(payload, file)
    process.stdout.write(`The copy is ${file}\n`)
  },
  { migrate: false },
)
