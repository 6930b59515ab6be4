import { randomBytes } from 'node:crypto'
import type { BasePayload } from 'payload'

/**
 * Makes the first administrator where there is no user yet: at start and never over the network.
 * @returns the password that was made up, to be shown once; undefined where nobody was made or the operator chose it.
 */
export async function makeFirstAdministrator(
  payload: BasePayload,
  { email, password }: { email: string; password: string | undefined },
): Promise<{ made: boolean; password?: string }> {
  const isUsed = async () => (await payload.count({ collection: 'users', overrideAccess: true })).totalDocs > 0
  if (await isUsed()) return { made: false }
  const chosen = password ?? randomBytes(15).toString('base64url')
  try {
    await payload.create({
      collection: 'users',
      data: { email, password: chosen, name: 'Administrator', role: 'admin' },
      overrideAccess: true,
    })
  } catch (error) {
    // The address is unique: another process that started at the same time was faster.
    if (await isUsed()) return { made: false }
    throw error
  }
  return password ? { made: true } : { made: true, password: chosen }
}
