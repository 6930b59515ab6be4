import { accountVariables } from './accountSettings'
import { databaseVariables } from './databaseSettings'
import { mediaVariables } from './mediaSettings'
import { observabilityVariables } from './observabilitySettings'
import { outgoingVariables } from './outgoingSettings'
import { readerVariables } from './readerSettings'
import { serverVariables } from './serverSettings'

/** Every variable, in the order in which `.env.example` has them. */
export const variables = {
  ...serverVariables,
  ...databaseVariables,
  ...accountVariables,
  ...mediaVariables,
  ...readerVariables,
  ...outgoingVariables,
  ...observabilityVariables,
} as const

/** What may be given by a file: `NAME_FILE` names one that holds it, as Docker and Kubernetes hand secrets in. */
export const byFile = [
  'DATABASE_URL',
  'PAYLOAD_SECRET',
  'ADMIN_PASSWORD',
  'SMTP_URL',
  'METRICS_TOKEN',
  'S3_SECRET_ACCESS_KEY',
] as const satisfies (keyof typeof variables)[]

/** What tests and commands alone read; documented in `.env.example` beside the rest. */
export const otherVariables = {
  MONGODB_TEST_URL:
    'A real MongoDB for the tests to use in place of the bundled test server; its databases named saphena-test-* are dropped.',
  FIXTURE: 'The article file that npm run demo imports.',
  WEBHOOK_SECRET: 'The secret of the webhook that npm run website hears; without it one is made at each start.',
} as const
