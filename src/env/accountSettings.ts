import { z } from 'zod'
import type { ValuesOf } from './kinds'

/** What logins are signed with, and who is the first to log in. */
export interface AccountSettings {
  /** Undefined: take the secret kept in `dataDir`. */
  secret: string | undefined
  adminEmail: string
  adminPassword: string | undefined
}

export const accountVariables = {
  PAYLOAD_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe(
      'Signs sessions, and seals API keys and two-factor login: 32 or more random characters, the same on every instance; without it one is made and kept in DATA_DIR.',
    ),
  ADMIN_EMAIL: z
    .email()
    .default('admin@localhost.localdomain')
    .describe('The e-mail address of the first administrator, who is made at the first start only.'),
  ADMIN_PASSWORD: z
    .string()
    .min(12, 'must have at least 12 characters')
    .optional()
    .describe('The first administrator’s password, 12 or more characters; without it a random one is printed once.'),
} as const

export function toAccountSettings(value: ValuesOf<typeof accountVariables>): AccountSettings {
  return {
    secret: value.PAYLOAD_SECRET,
    adminEmail: value.ADMIN_EMAIL,
    adminPassword: value.ADMIN_PASSWORD,
  }
}
