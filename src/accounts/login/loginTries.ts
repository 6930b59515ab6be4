import { APIError, type PayloadRequest } from 'payload'
import { askerHeader, networkOf } from '../../http/askerOf'
import { countAsker } from '../../http/countAsker'
import { type Limit, rateCounts } from '../../http/rateCounts'
import { Tries } from './Tries'

const windowMs = 10 * 60_000

/** Wrong passwords in a row for one account from one address. */
export const loginTries = new Tries({ name: 'logins', most: 5, windowMs })

/** Tries of one account from the addresses of a network that may be one customer's. */
const ofNetwork = new Tries({ name: 'logins from a network', most: 20, windowMs })

/** Tries of one account from everywhere: many addresses together get no further. */
const ofAccount = new Tries({ name: 'logins of an account', most: 100, windowMs })

/** From where an account was logged in to of late. */
const places: Limit = {
  name: 'places of an account',
  most: Number.MAX_SAFE_INTEGER,
  windowMs: 30 * 24 * 60 * 60_000,
  renewed: true,
}
const placeOf = (account: string, asker: string): string => [account, asker].join('\0')

/** Logins from one address, to whatever accounts and by whatever road: one password is not tried on everybody. */
const ofAddress: Limit = { name: 'logins of an address', most: 120 }

/**
 * Counts one more try of a password. Where the account was logged in to of late only what is tried there counts: by all tries together,
 * somebody elsewhere could keep a person whom he knows out for as long as he likes.
 *
 * @returns whether the password may be looked at
 */
export async function mayTry(account: string, asker: string): Promise<boolean> {
  if (asker !== '' && !countAsker(ofAddress, asker)) return false
  if (!(await loginTries.take(account, asker))) return false
  if (asker === '' || (await rateCounts.read(places, placeOf(account, asker))) > 0) return true
  const network = networkOf(asker)
  if (network !== undefined && !(await ofNetwork.take(account, network))) return false
  return ofAccount.take(account, '')
}

/** After a login. */
export async function noteLogin(account: string, asker: string): Promise<void> {
  await loginTries.forget(account, asker)
  await rateCounts.countTogether(places, placeOf(account, asker))
}

/** Opens an account to wherever it was tried from. */
export async function forgetTries(account: string): Promise<void> {
  for (const tries of [loginTries, ofNetwork, ofAccount]) await tries.forgetAll(account)
}

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
