import { existsSync, statSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Payload } from 'payload'
import { copySqlite } from '../database/copySqlite'
import { sqliteInternals } from '../database/sqliteDatabase'
import { Refused } from './Refused'

/** Copies the SQLite file while the server runs on. A file that is there is never written over. */
export async function backUp(payload: Payload, file: string): Promise<void> {
  const connections = sqliteInternals(payload)?.connections
  if (!connections)
    throw new Refused(
      'This database is MongoDB: back it up with mongodump (with --oplog on a replica set), or with npm run export, which needs no tools of MongoDB',
    )
  await clearAbandoned(dirname(file))
  try {
    await copySqlite(connections, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new Refused(`${file} is there already, and is not written over`)
  }
}

/** As `copySqlite` names a copy until it is whole, and SQLite what it writes beside one. */
const draftName = /\.[0-9a-f]{8}\.unfinished(-journal)?$/
/** A copy that is being made is written to again and again; while it is looked through, it is not. */
const abandonedAfterMs = 600_000

/** Takes away what processes have left that were killed: copies are large, and there would be no room for the next. */
async function clearAbandoned(folder: string): Promise<void> {
  const names = existsSync(folder) ? await readdir(folder) : []
  for (const name of names.filter((each) => draftName.test(each))) {
    const path = join(folder, name)
    const draft = statSync(path, { throwIfNoEntry: false })
    if (draft && Date.now() - draft.mtimeMs > abandonedAfterMs) await rm(path, { force: true })
  }
}
