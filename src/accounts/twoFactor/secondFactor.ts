import { TOTP } from 'otpauth'
import type { BasePayload, PayloadRequest, Where } from 'payload'

/** A row of `second-factors`: one a person, under the person's id. */
export interface SecondFactor {
  id: string
  /** Sealed; see `sealSecret`. */
  secret: string
  /** Unset: begun, and no code was shown yet that would prove the app knows the secret. */
  confirmedAt?: string | null
  /** The period of the newest code that was taken: neither it nor an older one is taken again. */
  lastStep: number
  /** Hashes of those that were not used yet. */
  recoveryCodes: string[]
  /** Wrong codes since the last right one. */
  failures: number
  lockedUntil?: string | null
  /** Grows with each change, so that of two at once one sees that it came second. */
  revision: number
}

/** Seconds for which a code is shown. */
export const period = 30

/** What apps agree on without being told: six digits, half a minute, SHA-1 (RFC 6238). */
export const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'Saphena', label, algorithm: 'SHA1', digits: 6, period, secret })

/** By the adapter itself: Payload's own operations on the collection are refused to everybody. */
export const findSecondFactor = (
  payload: BasePayload,
  person: string,
  req?: PayloadRequest,
): Promise<SecondFactor | null> =>
  payload.db.findOne<SecondFactor>({
    collection: 'second-factors',
    where: { id: { equals: person } },
    ...(req ? { req } : {}),
  })

/** Whether this person logs in by two factors. */
export async function hasSecondFactor(payload: BasePayload, person: string): Promise<boolean> {
  return Boolean((await findSecondFactor(payload, person))?.confirmedAt)
}

/** Changes a row that is still as it was read. @returns whether it was */
export async function changeSecondFactor(
  payload: BasePayload,
  { id, revision }: SecondFactor,
  change: Partial<SecondFactor>,
): Promise<boolean> {
  const unchanged: Where = { and: [{ id: { equals: id } }, { revision: { equals: revision } }] }
  const changed = await payload.db.updateOne({
    collection: 'second-factors',
    where: unchanged,
    data: { ...change, revision: revision + 1 },
    // one statement: nothing comes between the look and the change
    options: { atomic: true } as never,
  })
  return Boolean(changed)
}

/** @param req the transaction that it belongs to, where there is one */
export async function dropSecondFactor(payload: BasePayload, person: string, req?: PayloadRequest): Promise<void> {
  await payload.db.deleteMany({
    collection: 'second-factors',
    where: { id: { equals: person } },
    ...(req ? { req } : {}),
  })
}
