import type { Payload } from 'payload'
import { compareMigrations } from '../../database/compareMigrations'
import { type Check, someOf } from './finding'

export const checkMigrations: Check = async ({ payload }) => {
  const { pending, unknown } = await compareMigrations(payload as Payload)
  return [
    ...(unknown.length > 0
      ? [
          {
            level: 'problem' as const,
            what: `The database is of a newer version of Saphena: it has seen ${someOf(unknown)}`,
            todo: 'Run that version, or put back the copy that was made before it migrated (DATA_DIR/backups)',
          },
        ]
      : []),
    ...(pending.length > 0
      ? [
          {
            level: 'problem' as const,
            what: `The database is of an older version of Saphena: it lacks ${someOf(pending)}`,
            todo: 'Start the server (npm start), which copies an SQLite file and then migrates; back MongoDB up before',
          },
        ]
      : []),
  ]
}
