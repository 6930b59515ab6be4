import { APIError, type PayloadRequest } from 'payload'
import { askerHeader } from '../../http/askerOf'
import { type Limit, rateCounts } from '../../http/rateCounts'
import { Tries } from './Tries'

const windowMs = 10 * 60_000

/**
 * Wrong passwords in a row for one account from one address. By account alone, somebody elsewhere could keep a person whom he knows out for
 * as long as he likes: Payload's own lock, which does that, stands at a number that one address cannot reach.
 */
export const loginTries = new Tries({ name: 'logins', most: 5, windowMs })

/** Logins from one address, to whatever accounts and by whatever road: one password is not tried on everybody. */
const ofAddress: Limit = { name: 'logins of an address', most: 120 }
export const isAddressFree = (asker: string): boolean => rateCounts.count(ofAddress, asker) <= ofAddress.most

/** Letters to one account about a forgotten password, asked for from one address. */
export const resetTries = new Tries({ name: 'letters', most: 5, windowMs })

/** The same for an account that is none. */
export class TooManyTries extends APIError {
  constructor() {
    super('There were too many attempts. Try again in ten minutes.', 429, null, true)
  }
}

export const accountOf = (email: unknown): string =>
  String(email ?? '')
    .toLowerCase()
    .trim()
    .slice(0, 320)

/** Who asks; what comes by no network is nobody. */
export const askerIn = ({ headers }: PayloadRequest): string => headers?.get?.(askerHeader) ?? ''
