import type { BasePayload, PayloadRequest } from 'payload'
import { admitKey } from './keys/admitKey'
import { mustEnrol } from './twoFactor/mustEnrol'

type User = NonNullable<PayloadRequest['user']>
type Strategy = BasePayload['authStrategies'][number]

/**
 * Stands behind each of Payload's ways to know somebody, so that no road passes by: a key whose time is over is nobody's, and who has yet
 * to enrol for two-factor login is known without his role, by which everything is allowed.
 */
export function admitByRule(payload: BasePayload): void {
  payload.authStrategies = payload.authStrategies.map((strategy) => ({
    ...strategy,
    authenticate: async (args) => {
      const result = await strategy.authenticate(args)
      return result.user ? { ...result, user: await admit(payload, strategy, result.user) } : result
    },
  }))
}

const admit = (payload: BasePayload, { name }: Strategy, user: User): Promise<User | null> =>
  name === 'local-jwt' ? withoutRoleUntilEnrolled(payload, user) : admitKey(payload, user)

/** The same person, who may do nothing yet where the organisation requires two-factor login and he has none. */
export async function withoutRoleUntilEnrolled(payload: BasePayload, user: User): Promise<User> {
  return (await mustEnrol(payload, user)) ? ({ ...user, role: undefined, mustEnrol: true } as unknown as User) : user
}
