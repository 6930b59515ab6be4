import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { filePath } from '../database/sqliteConnections'
import { backUp } from '../moving/backUp'
import { Refused } from '../moving/Refused'
import { settings } from '../settings'
import { pathsUpTo } from './onePath'
import { sayAndFail, withPayload } from './openPayload'

const usage = `Usage: npm run backup [-- FILE]

Copies the SQLite database into FILE, or into a file named for the time in DATA_DIR/backups, while the server runs on. Media files and the
secret are files in DATA_DIR: back them up as such.
`

/** `npm run backup`: a copy of the SQLite file that opens. */
const [given] = pathsUpTo(1, usage)
const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const file = resolve(given ?? join(settings.dataDir, 'backups', `saphena-${time}.db`))
const { databaseUrl } = settings
const source = databaseUrl.startsWith('file:') ? filePath(databaseUrl) : ''
// Opening it would make one, and the copy would be of nothing.
if (source && !existsSync(source)) sayAndFail(new Refused(`There is no database at ${source}`))
else
  await withPayload(
    async (payload) => {
      await backUp(payload, file)
      process.stdout.write(`The copy is ${file}\n`)
    },
    { migrate: false },
  )
