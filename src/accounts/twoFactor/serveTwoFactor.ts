import { Secret } from 'otpauth'
import { addDataAndFileToRequest, type BasePayload, type Endpoint, type PayloadRequest } from 'payload'
import { isAdmin } from '../../access/roles'
import { answerProblem } from '../../editorial/answerProblem'
import { appendAudit } from '../../editorial/audit/auditEntry'
import { endOtherSessions, isFresh } from './freshSession'
import { makeRecoveryCodes, plainRecoveryCode } from './recoveryCodes'
import { resetSecondFactor } from './resetSecondFactor'
import { recoveryHash, sealSecret } from './sealSecret'
import { changeSecondFactor, dropSecondFactor, findSecondFactor, hasSecondFactor, totpOf } from './secondFactor'
import { takeCode } from './takeCode'

type User = NonNullable<PayloadRequest['user']> & { name?: string; email?: string }
type Handler = (user: User, req: PayloadRequest) => Promise<Response>

/** `/api/users/two-factor/…`: what somebody does about his own second factor, and an administrator about that of others. */
export const twoFactorEndpoints: Endpoint[] = [
  { path: '/two-factor/status/:id', method: 'get', handler: (req) => forSession(req, tellStatus) },
  { path: '/two-factor/begin', method: 'post', handler: (req) => forSession(req, begin) },
  { path: '/two-factor/confirm', method: 'post', handler: (req) => forSession(req, confirm) },
  { path: '/two-factor/recovery-codes', method: 'post', handler: (req) => forSession(req, renewRecoveryCodes) },
  { path: '/two-factor/remove', method: 'post', handler: (req) => forSession(req, remove) },
  { path: '/two-factor/reset', method: 'post', handler: (req) => forSession(req, reset) },
]

/** For who logged in by a password: an app's key has no second factor, and decides about nobody's. */
async function forSession(req: PayloadRequest, handle: Handler): Promise<Response> {
  const { user } = req
  if (!user) return answerProblem(401, 'Log in first.')
  if ((user as { _strategy?: string })._strategy !== 'local-jwt') return answerProblem(403, 'This is not for API keys.')
  if (req.method === 'POST') {
    try {
      await addDataAndFileToRequest(req)
    } catch {
      return answerProblem(400, 'The body must be JSON.')
    }
  }
  return handle(user as User, req)
}

const answer = (body: object): Response => Response.json(body, { headers: { 'cache-control': 'no-store' } })

/** Whether somebody is enrolled, and how many recovery codes are left: for himself and for administrators. */
const tellStatus: Handler = async (user, { payload, routeParams, user: asker }) => {
  const person = String(routeParams?.id ?? '')
  if (person !== user.id && !isAdmin(asker)) return answerProblem(403, 'Only administrators see this of others.')
  const factor = await findSecondFactor(payload, person)
  const enrolled = Boolean(factor?.confirmedAt)
  return answer({ enrolled, recoveryCodesLeft: enrolled ? factor?.recoveryCodes.length : 0 })
}

/** A new secret, which holds once a code of it was shown. */
const begin: Handler = async (user, { payload }) => {
  if (await hasSecondFactor(payload, user.id)) return answerProblem(409, 'Two-factor login is on already.')
  // Whoever finds a desk unlocked must not make its owner's account his own.
  if (!isFresh(user)) return answerProblem(403, 'For this, log out and log in again: your login is too long ago.')
  const secret = new Secret({ size: 20 }).base32
  await dropSecondFactor(payload, user.id)
  await payload.db.create({
    collection: 'second-factors',
    data: {
      id: user.id,
      secret: sealSecret(payload.secret, user.id, secret),
      lastStep: 0,
      recoveryCodes: [],
      failures: 0,
      revision: 0,
    },
    returning: false,
  })
  return answer({ secret, uri: totpOf(secret, user.email ?? user.id).toString() })
}

const confirm: Handler = async (user, req) => {
  const { payload } = req
  if (await hasSecondFactor(payload, user.id)) return answerProblem(409, 'Two-factor login is on already.')
  const refusal = await refusalOf(payload, user, req)
  if (refusal) return refusal
  const codes = await keepNewCodes(payload, user, { confirmedAt: new Date().toISOString() })
  if (!codes) return answerProblem(409, 'This was done somewhere else in this moment. Look again.')
  await endOtherSessions(payload, user)
  await tell(user, 'two-factor-on', req)
  return answer({ recoveryCodes: codes })
}

const renewRecoveryCodes: Handler = async (user, req) => {
  const { payload } = req
  if (!(await hasSecondFactor(payload, user.id))) return answerProblem(409, 'Two-factor login is not on.')
  const refusal = await refusalOf(payload, user, req)
  if (refusal) return refusal
  const codes = await keepNewCodes(payload, user, {})
  if (!codes) return answerProblem(409, 'This was done somewhere else in this moment. Look again.')
  await tell(user, 'recovery-codes-renewed', req)
  return answer({ recoveryCodes: codes })
}

const remove: Handler = async (user, req) => {
  const { payload } = req
  if (!(await hasSecondFactor(payload, user.id))) return answerProblem(409, 'Two-factor login is not on.')
  const refusal = await refusalOf(payload, user, req)
  if (refusal) return refusal
  await dropSecondFactor(payload, user.id)
  await endOtherSessions(payload, user)
  await tell(user, 'two-factor-off', req)
  return answer({})
}

/** For who lost phone and recovery codes: an administrator takes the second factor away, and whoever is logged in as him is not any more. */
const reset: Handler = async (user, req) => {
  const { payload } = req
  if (!isAdmin(req.user)) return answerProblem(403, 'Only administrators may do this.')
  const { id } = (req.data ?? {}) as { id?: unknown }
  if (typeof id !== 'string' || id === user.id) return answerProblem(400, 'Say whose, and not your own.')
  const person = await payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  if (!person) return answerProblem(404, 'There is no such person.')
  await resetSecondFactor(person, req)
  return answer({})
}

/** What to answer to a code that is not right; undefined for one that is. */
async function refusalOf(payload: BasePayload, { id }: User, { data }: PayloadRequest): Promise<Response | undefined> {
  const { code } = (data ?? {}) as { code?: unknown }
  if (typeof code !== 'string' || code.length > 64) return answerProblem(400, 'Type the code that your app shows.')
  const taken = await takeCode(payload, id, code)
  if (taken === 'locked') return answerProblem(429, 'There were too many wrong codes. Try again in 15 minutes.')
  return taken === 'refused' ? answerProblem(400, 'This code is not right. Your app shows a new one soon.') : undefined
}

/** Shown once: what is kept are hashes. */
async function keepNewCodes(
  payload: BasePayload,
  { id }: User,
  change: { confirmedAt?: string },
): Promise<string[] | undefined> {
  const factor = await findSecondFactor(payload, id)
  const codes = makeRecoveryCodes()
  const recoveryCodes = codes.map((code) => recoveryHash(payload.secret, id, plainRecoveryCode(code) ?? code))
  return factor && (await changeSecondFactor(payload, factor, { ...change, recoveryCodes })) ? codes : undefined
}

const tell = (
  { id, name }: Pick<User, 'id' | 'name'>,
  action: 'two-factor-on' | 'two-factor-off' | 'recovery-codes-renewed',
  req: PayloadRequest,
): Promise<void> => appendAudit({ action, collection: 'users', document: String(id), title: name ?? '' }, req)
