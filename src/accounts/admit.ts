import { type BasePayload, NotFound, type PayloadRequest } from 'payload'
import { noteFailedLookup } from '../http/failedLookup'
import { admitKey } from './keys/admitKey'
import { mustEnrol } from './twoFactor/mustEnrol'

type User = NonNullable<PayloadRequest['user']>
type Strategy = BasePayload['authStrategies'][number]

/**
 * Stands behind each of Payload's ways to know somebody, so that no road passes by: a key whose time is over is nobody's, and who has yet
 * to enrol for two-factor login is known without his role, by which everything is allowed.
 */
export function admitByRule(payload: BasePayload): void {
  const telling = tellingFailures(payload)
  payload.authStrategies = payload.authStrategies.map((strategy) => ({
    ...strategy,
    authenticate: async (args) => {
      const result = await strategy.authenticate({ ...args, payload: telling })
      const { user } = result
      return user ? { ...result, user: await tellFailure(payload, admit(payload, strategy, user)) } : result
    },
  }))
}

const admit = (payload: BasePayload, { name }: Strategy, user: User): Promise<User | null> =>
  name === 'local-jwt' ? withoutRoleUntilEnrolled(payload, user) : admitKey(payload, user)

/** The same person, who may do nothing yet where the organisation requires two-factor login and he has none. */
export async function withoutRoleUntilEnrolled(payload: BasePayload, user: User): Promise<User> {
  return (await mustEnrol(payload, user)) ? ({ ...user, role: undefined, mustEnrol: true } as unknown as User) : user
}

/** Payload's strategies catch whatever is thrown while they look for a person, and know nobody then. */
function tellingFailures(payload: BasePayload): BasePayload {
  const telling: BasePayload = Object.create(payload)
  telling.find = (options) => tellFailure(payload, payload.find({ ...options, overrideAccess: true }))
  telling.findByID = (options) => tellFailure(payload, payload.findByID({ ...options, overrideAccess: true }))
  return telling
}

/** A person who was deleted is nobody, and no failure. */
async function tellFailure<Result>(payload: BasePayload, looking: Promise<Result>): Promise<Result> {
  try {
    return await looking
  } catch (err) {
    if (!(err instanceof NotFound)) {
      noteFailedLookup()
      payload.logger.error({ err, msg: 'It could not be looked up who asks' })
    }
    throw err
  }
}
