import type { Payload } from 'payload'
import { checkDatabase } from '../../database/health'
import { sqliteInternals } from '../../database/sqliteDatabase'
import type { Check } from './finding'

export const checkDatabaseAnswers: Check = async ({ payload }) => {
  const { ok, kind, detail } = await checkDatabase(payload as Payload, 10_000)
  if (!ok)
    return [
      {
        level: 'problem',
        what: `The database (${kind}) does not answer or takes no writes${detail.error ? `: ${detail.error}` : ''}`,
        todo: 'See whether DATABASE_URL is right, the server runs, and may be reached from here; on a replica set, that it has a primary',
      },
    ]
  const reader = sqliteInternals(payload as Payload)?.connections.client
  if (!reader) return []
  const { rows } = await reader.execute('PRAGMA quick_check')
  const complaints = rows.map((row) => String(row.quick_check)).filter((line) => line !== 'ok')
  if (complaints.length === 0) return []
  return [
    {
      level: 'problem',
      what: `The SQLite file is damaged: ${complaints.slice(0, 3).join('; ')}`,
      todo: 'Stop the server, keep the file, and put back the newest copy that is sound (DATA_DIR/backups, or your own)',
    },
  ]
}
