import { resolve } from 'node:path'
import { z } from 'zod'
import { flag, type ValuesOf } from './kinds'

/** Where the content lies, and what a new database begins with. */
export interface DatabaseSettings {
  /** Absolute. */
  dataDir: string
  databaseUrl: string
  seed: boolean
}

export const databaseVariables = {
  DATA_DIR: z
    .string()
    .min(1)
    .default('./data')
    .describe(
      'The folder for the embedded database, uploaded media and the kept secret; put it on a volume that is backed up.',
    ),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|mongodb(\+srv)?:\/\/.+)$/, 'must begin with file:, mongodb:// or mongodb+srv://')
    .optional()
    .describe('file:PATH for SQLite or mongodb://… for MongoDB; without it an SQLite file in DATA_DIR is used.'),
  SEED: flag.default(true).describe('false leaves the starter content out of a new database.'),
} as const

export function toDatabaseSettings(value: ValuesOf<typeof databaseVariables>): DatabaseSettings {
  const dataDir = resolve(value.DATA_DIR)
  return {
    dataDir,
    databaseUrl: value.DATABASE_URL ?? `file:${resolve(dataDir, 'saphena.db')}`,
    seed: value.SEED,
  }
}
