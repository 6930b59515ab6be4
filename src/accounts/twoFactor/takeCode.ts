import { setImmediate } from 'node:timers/promises'
import type { BasePayload } from 'payload'
import { noteCommit } from '../../database/conflicts'
import { plainRecoveryCode } from './recoveryCodes'
import { openSecret, recoveryHash } from './sealSecret'
import { changeSecondFactor, findSecondFactor, period, type SecondFactor, totpOf } from './secondFactor'

/** Wrong codes in a row, after which none is looked at for a while. */
const mostFailures = 5
const lockMs = 15 * 60_000
/** How often it is tried again where another answer to the same row came first. */
const mostTries = 20

export type Taken = 'by-app' | 'by-recovery-code' | 'refused' | 'locked'

/**
 * Takes a code of the authenticator app, or a recovery code, so that it cannot be taken again. Each look is counted before its outcome is
 * told, by one conditional write: ten guesses at once are ten guesses. It must not run inside a transaction, which would undo the count.
 */
export async function takeCode(payload: BasePayload, person: string, code: string, now = Date.now()): Promise<Taken> {
  noteCommit() // done again for a write conflict, a code would be refused as one that was taken
  for (let tries = 0; tries < mostTries; tries++) {
    const row = await findSecondFactor(payload, person)
    if (!row) return 'refused'
    if (row.lockedUntil && Date.parse(row.lockedUntil) > now) return 'locked'
    const { taken, change } = judge(payload, row, code, now)
    if (await changeSecondFactor(payload, row, change)) return taken
    await setImmediate()
  }
  return 'refused'
}

interface Judgement {
  taken: Taken
  change: Partial<SecondFactor>
}

function judge(payload: BasePayload, row: SecondFactor, code: string, now: number): Judgement {
  const right = { failures: 0, lockedUntil: null }
  const step = stepOf(payload, row, code, now)
  if (step !== undefined) return { taken: 'by-app', change: { ...right, lastStep: step } }
  const rest = withoutCode(payload, row, code)
  if (rest) return { taken: 'by-recovery-code', change: { ...right, recoveryCodes: rest } }
  const failures = row.failures + 1
  if (failures < mostFailures) return { taken: 'refused', change: { failures } }
  return { taken: 'refused', change: { failures: 0, lockedUntil: new Date(now + lockMs).toISOString() } }
}

/** The period that a code is of, if it is right and newer than all that were taken. Clocks may be half a minute apart. */
function stepOf(payload: BasePayload, row: SecondFactor, typed: string, now: number): number | undefined {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const secret = openSecret(payload.secret, row.id, row.secret)
  if (secret === undefined) {
    payload.logger.error({ msg: 'A two-factor secret was sealed under another PAYLOAD_SECRET', user: row.id })
    return undefined
  }
  const delta = totpOf(secret, '').validate({ token, timestamp: now, window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(now / 1000 / period) + delta
  return step > row.lastStep ? step : undefined
}

function withoutCode(payload: BasePayload, row: SecondFactor, typed: string): string[] | undefined {
  const code = row.confirmedAt ? plainRecoveryCode(typed) : undefined
  if (!code) return undefined
  const hash = recoveryHash(payload.secret, row.id, code)
  const rest = row.recoveryCodes.filter((each) => each !== hash)
  return rest.length < row.recoveryCodes.length ? rest : undefined
}
