import {
  type CollectionAfterLoginHook,
  type CollectionAfterOperationHook,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  commitTransaction,
  type PayloadRequest,
} from 'payload'
import { appendAudit } from '../../editorial/audit/auditEntry'
import { withoutRoleUntilEnrolled } from '../admit'
import { accountOf, askerIn, loginTries } from '../login/loginTries'
import { hasSecondFactor } from './secondFactor'
import { takeCode } from './takeCode'
import { CodeNeeded, CodesLocked, WrongCode } from './twoFactorErrors'

/** Where GraphQL's argument `code` is carried; REST has it in the body. */
export const askedCode = 'twoFactorCode'

/** By the request of the operation, which is one of its own for each field of a GraphQL document. */
const resetting = new WeakSet<PayloadRequest>()

const noteReset: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'resetPassword') resetting.add(req)
  else if (operation === 'login') resetting.delete(req)
  return args
}

/** Payload has looked at the password: whoever has a second factor shows it now, or gets no session. */
const askSecondFactor: CollectionBeforeLoginHook = async ({ user, req }) => {
  const person = String(user.id)
  if (resetting.has(req) || !(await hasSecondFactor(req.payload, person))) return user
  const code = codeIn(req)
  // What is counted below is written beside the transaction, and outlives the refusal, which would roll it back.
  await commitTransaction(req)
  // The password was right, and codes are counted by themselves.
  await loginTries.forget(accountOf((user as { email?: unknown }).email), askerIn(req))
  if (code === undefined) throw new CodeNeeded()
  const taken = await takeCode(req.payload, person, code)
  if (taken === 'locked') throw new CodesLocked()
  if (taken === 'refused') throw new WrongCode()
  if (taken === 'by-recovery-code') {
    const { name } = user as { name?: string }
    const actor = { id: person, name: name ?? person }
    await appendAudit({ action: 'recovery-code-used', collection: 'users', document: person, title: name, actor }, req)
  }
  return user
}

/** What follows in the same GraphQL document runs as who has just logged in: no further than at the next request. */
const holdBack: CollectionAfterLoginHook = async ({ user, req }) => {
  if (req.user) req.user = await withoutRoleUntilEnrolled(req.payload, req.user)
  return user
}

/**
 * Whoever may read somebody's mail sets his password and is not logged in by that: Payload's session of it is taken back before anybody
 * has its token, and the person logs in with the new password and a code.
 */
const giveNoSessionByReset: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  if (operation !== 'resetPassword') return result
  const { user } = result as { user: { id: string } }
  if (!(await hasSecondFactor(req.payload, user.id))) return result
  await req.payload.db.updateOne({ collection: 'users', id: user.id, data: { sessions: [] }, returning: false })
  req.user = null
  return { ...result, token: undefined, user: null } as never
}

function codeIn(req: PayloadRequest): string | undefined {
  const code = req.context[askedCode] ?? (req.data as { code?: unknown } | undefined)?.code
  return typeof code === 'string' && code.trim() ? code.slice(0, 64) : undefined
}

/** The hooks by which a second factor stands between a password and a session, for REST, GraphQL and the admin alike. */
export const twoFactorLogin = {
  beforeOperation: [noteReset],
  beforeLogin: [askSecondFactor],
  afterLogin: [holdBack],
  afterOperation: [giveNoSessionByReset],
} satisfies Partial<NonNullable<CollectionConfig['hooks']>>
