import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import {
  type CollectionAfterLoginHook,
  type CollectionAfterOperationHook,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  commitTransaction,
  type PayloadRequest,
} from 'payload'
import { isRepeated } from '../../database/conflicts'
import { noteBegin } from './failedLogin'
import { accountOf, askerIn, forgetTries, mayTry, noteLogin, TooManyTries } from './loginTries'

const hash = promisify(pbkdf2)
/** As Payload hashes passwords (`generatePasswordSaltHash`): another number would be seen by the time. */
const iterations = 600_000

/** Counts tries by account and address, and takes as long for an account that is none as for one that is. */
const beforeLogin: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return args
  const { email, password } = (args as { data: { email?: unknown; password?: unknown } }).data
  noteBegin(req)
  const account = accountOf(email)
  if (!isRepeated() && !(await mayTry(account, askerIn(req)))) throw new TooManyTries()
  if (typeof password === 'string' && password && !(await isHashed(account, req)))
    await hash(password, randomBytes(32), iterations, 32, 'sha256')
  return args
}

/** Whether Payload will hash the password: it does not for an account that is none or is locked. */
async function isHashed(email: string, { payload }: PayloadRequest): Promise<boolean> {
  const user = await payload.db.findOne<{ id: string; lockUntil?: string | null }>({
    collection: 'users',
    where: { email: { equals: email } },
    select: { lockUntil: true },
  })
  return user !== null && !(user?.lockUntil && Date.parse(user.lockUntil) > Date.now())
}

const afterLogin: CollectionAfterLoginHook = async ({ user, req }) => {
  // What follows is written beside the transaction, and would wait for it on SQLite.
  await commitTransaction(req)
  await noteLogin(accountOf((user as { email?: unknown }).email), askerIn(req))
  return user
}

/** What an administrator unlocks is open from everywhere. It stands behind Payload's look at who asks. */
const afterUnlock: CollectionAfterOperationHook = async ({ args, operation, result }) => {
  if ((operation as string) === 'unlock')
    await forgetTries(accountOf((args as { data?: { email?: unknown } }).data?.email))
  return result
}

/** The hooks that stand around Payload's login. */
export const guardLogin = {
  beforeOperation: [beforeLogin],
  afterLogin: [afterLogin],
  afterOperation: [afterUnlock],
} satisfies Partial<NonNullable<CollectionConfig['hooks']>>
