import type { PayloadRequest } from 'payload'

/**
 * What a user may do, in rising order of trust with published words:
 * `api` reads what is public with a key of its own, `editor` writes drafts, `reviewer` also publishes, `admin` also manages people.
 */
export const roles = ['admin', 'editor', 'reviewer', 'api'] as const
export type Role = (typeof roles)[number]

type Person = PayloadRequest['user'] | null | undefined

export function roleOf(user: Person): Role | undefined {
  const role = (user as { role?: unknown } | null | undefined)?.role
  return roles.find((known) => known === role)
}

export const isAdmin = (user: Person): boolean => roleOf(user) === 'admin'

/** Someone who works on the content and may see drafts. An API key of role `api` is a reader, not staff. */
export const isStaff = (user: Person): boolean => ['admin', 'editor', 'reviewer'].includes(roleOf(user) ?? '')

/** Publishing, withdrawing and changing what is published is a clinical decision. */
export const canPublish = (user: Person): boolean => ['admin', 'reviewer'].includes(roleOf(user) ?? '')
