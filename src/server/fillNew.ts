import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BasePayload } from 'payload'
import { makeFirstAdministrator } from '../access/firstAdministrator'
import { withRestoreLock } from '../database/restoreLock'
import { seedStarter } from '../editorial/seedStarter'
import { refuseHalfRestored } from '../moving/restoreMark'
import { settings } from '../settings'

/** An administrator and the starter content, where there is nobody yet. */
export async function fillNew(payload: BasePayload): Promise<void> {
  const administrator = await withRestoreLock(payload, async () => {
    // Asked again: a restore may have begun since.
    await refuseHalfRestored(payload)
    return makeFirstAdministrator(payload, { email: settings.adminEmail, password: settings.adminPassword })
  })
  announceAdministrator(administrator)
  if (settings.seed) await seedOnce(payload, administrator.made)
}

/** At once, because what comes after may fail and the password is never shown again. */
function announceAdministrator({ made, password }: { made: boolean; password?: string }): void {
  if (!made) return
  process.stdout.write(`First administrator: ${settings.adminEmail}\n`)
  if (password) process.stdout.write(`Password, shown this once: ${password}\n`)
}

/** The starter content goes into a new database; where that was interrupted, the next start completes it. */
async function seedOnce(payload: BasePayload, isNew: boolean): Promise<void> {
  const unfinished = join(settings.dataDir, 'seeding')
  if (!isNew && !existsSync(unfinished)) return
  writeFileSync(unfinished, '')
  await seedStarter(payload)
  rmSync(unfinished)
}
