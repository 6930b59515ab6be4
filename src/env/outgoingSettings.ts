import { z } from 'zod'
import { flag, type ValuesOf } from './kinds'

/** Which servers that are not ours it speaks to. */
export interface OutgoingSettings {
  /** Undefined: e-mail is noted in the log. */
  smtpUrl: string | undefined
  webhookAllowPrivate: boolean
  referencesCheck: boolean
  referencesAllowPrivate: boolean
}

export const outgoingVariables = {
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'Where e-mail is handed in, such as smtps://user:password@mail.example.org; without it e-mail is noted in the log and not sent.',
    ),
  WEBHOOK_ALLOW_PRIVATE: flag
    .default(false)
    .describe('true lets webhooks go to private and loopback addresses, as on a machine of your own.'),
  REFERENCES_CHECK: flag
    .default(true)
    .describe(
      'false asks no other server whether the references of published articles still answer; otherwise each is asked once a week.',
    ),
  REFERENCES_ALLOW_PRIVATE: flag
    .default(false)
    .describe('true checks references at private and loopback addresses too, as those of an intranet.'),
} as const

export function toOutgoingSettings(value: ValuesOf<typeof outgoingVariables>): OutgoingSettings {
  return {
    smtpUrl: value.SMTP_URL,
    webhookAllowPrivate: value.WEBHOOK_ALLOW_PRIVATE,
    referencesCheck: value.REFERENCES_CHECK,
    referencesAllowPrivate: value.REFERENCES_ALLOW_PRIVATE,
  }
}
