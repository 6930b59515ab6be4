import { constants } from 'node:fs'
import { access, link, mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Payload } from 'payload'
import { sqliteInternals } from '../database/sqliteDatabase'
import { Refused } from './Refused'

/**
 * Copies the SQLite file while others write, into one file that opens by itself, and looks whether the copy is sound. It appears under its
 * name only then; a file that is there is never written over.
 */
export async function backUp(payload: Payload, file: string): Promise<void> {
  const connections = sqliteInternals(payload)?.connections
  if (!connections)
    throw new Refused(
      'This database is MongoDB: back it up with mongodump (with --oplog on a replica set), or with npm run export, which needs no tools of MongoDB',
    )
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  if (await isThere(file)) throw new Refused(`${file} is there already, and is not written over`)
  const draft = `${file}.${process.pid}.unfinished`
  await (await open(draft, 'wx', 0o600)).close()
  try {
    await connections.writer.execute({ sql: 'VACUUM INTO ?', args: [draft] })
    await connections.writer.execute({ sql: 'ATTACH ? AS backup', args: [draft] })
    const { rows } = await connections.writer.execute('PRAGMA backup.integrity_check')
    await connections.writer.execute('DETACH backup')
    const complaints = rows.map((row) => String(row.integrity_check)).filter((line) => line !== 'ok')
    if (complaints.length > 0) throw new Error(`The copy is not sound, and was thrown away: ${complaints.join('; ')}`)
    await link(draft, file)
  } finally {
    await rm(draft, { force: true })
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
