import type { BasePayload, PayloadRequest } from 'payload'
import { hasSecondFactor } from './secondFactor'

/** Whether somebody has to enrol for two-factor login before anything else. Asked at each request, so that the setting holds at once. */
export async function mustEnrol(payload: BasePayload, { id }: NonNullable<PayloadRequest['user']>): Promise<boolean> {
  return (await isRequired(payload)) && !(await hasSecondFactor(payload, String(id)))
}

async function isRequired(payload: BasePayload): Promise<boolean> {
  // MongoDB has none until somebody saves it.
  const organisation = (await payload.db.findGlobal<{ login?: { requireTwoFactor?: boolean | null } }>({
    slug: 'organisation',
    select: { login: true },
  })) as { login?: { requireTwoFactor?: boolean | null } | null } | null
  return organisation?.login?.requireTwoFactor === true
}
