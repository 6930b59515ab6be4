import { randomBytes } from 'node:crypto'
import { link, mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SqliteConnections } from './sqliteConnections'

/**
 * Copies a SQLite database, while others write to it, into one file that opens by itself, and looks whether the copy is sound. Only then
 * does it appear under its name, and only its owner may read it.
 *
 * @throws where there is a file of that name: none is written over
 */
export async function copySqlite({ writer }: Pick<SqliteConnections, 'writer'>, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(4).toString('hex')}.unfinished`
  await (await open(draft, 'wx', 0o600)).close()
  try {
    await writer.execute({ sql: 'VACUUM INTO ?', args: [draft] })
    await writer.execute({ sql: 'ATTACH ? AS copied', args: [draft] })
    const { rows } = await writer.execute('PRAGMA copied.integrity_check')
    await writer.execute('DETACH copied')
    const complaints = rows.map((row) => String(row.integrity_check)).filter((line) => line !== 'ok')
    if (complaints.length > 0) throw new Error(`The copy is not sound, and was thrown away: ${complaints.join('; ')}`)
    await link(draft, file)
  } finally {
    await rm(draft, { force: true })
  }
}
