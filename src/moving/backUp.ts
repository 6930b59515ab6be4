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
  try {
    await copySqlite(connections, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new Refused(`${file} is there already, and is not written over`)
  }
}
