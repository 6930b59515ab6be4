import { mkdirSync } from 'node:fs'
import { type BasePayload, getPayload } from 'payload'
import { closeDatabase } from '../database/health'
import { behaveAsGuest } from '../database/lockManners'
import { migrateDatabase } from '../database/migrate'
import { DamagedExport } from '../moving/DamagedExport'
import { Refused } from '../moving/Refused'
import { refuseHalfRestored } from '../moving/restoreMark'
import config from '../payload.config'
import { settings } from '../settings'

/**
 * Runs a command's work on the database of the settings, beside a running server or without one, and leaves nothing open.
 *
 * @param whole false works on a database that a restore has half filled, too. @default true
 * @param migrate false leaves the database as it is, whatever version of Saphena it is of. @default true
 * @param failed is told what was thrown. @default says it and ends with 1
 */
export async function withPayload(
  work: (payload: BasePayload) => Promise<void>,
  {
    whole = true,
    migrate = true,
    failed = sayAndFail,
  }: { whole?: boolean; migrate?: boolean; failed?: (error: unknown) => void } = {},
): Promise<void> {
  behaveAsGuest()
  // Payload would listen at PORT for changes of its configuration; a server that runs there keeps it waiting, and the command from ending.
  process.env.DISABLE_PAYLOAD_HMR = 'true'
  try {
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
    const payload = await getPayload({ config })
    if (settings.logLevel === 'info') payload.logger.level = 'warn' // a command says itself what it does
    try {
      if (migrate) await migrateDatabase(payload)
      if (whole) await refuseHalfRestored(payload)
      await work(payload)
    } finally {
      await closeDatabase(payload)
    }
  } catch (error) {
    failed(error)
  }
}

/** What whoever gave the command can do something about is one line; anything else comes with its place. */
export function sayAndFail(error: unknown): undefined {
  const expected = error instanceof Refused || error instanceof DamagedExport
  process.stderr.write(`${expected ? error.message : ((error as Error).stack ?? String(error))}\n`)
  process.exitCode = 1
}
