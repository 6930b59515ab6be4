import { mkdirSync } from 'node:fs'
import { type BasePayload, getPayload } from 'payload'
import { closeDatabase } from '../database/health'
import { migrateDatabase } from '../database/migrate'
import config from '../payload.config'
import { settings } from '../settings'

/** Runs a command's work on the database of the settings, beside a running server or without one, and leaves nothing open. */
export async function withPayload(work: (payload: BasePayload) => Promise<void>): Promise<void> {
  try {
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
    const payload = await getPayload({ config })
    if (settings.logLevel === 'info') payload.logger.level = 'warn' // a command says itself what it does
    try {
      await migrateDatabase(payload)
      await work(payload)
    } finally {
      await closeDatabase(payload)
    }
  } catch (error) {
    process.stderr.write(`${(error as Error).stack ?? String(error)}\n`)
    process.exitCode = 1
  }
}
