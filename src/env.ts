import { resolve } from 'node:path'
import { z } from 'zod'

/**
 * One settings object from the environment: typed, validated, frozen. Nothing else reads `process.env`.
 * Every variable has one sentence on how to choose a value; `.env.example` carries the same sentences and a test keeps them alike.
 */
const databaseUrl = /^(file:.+|mongodb(\+srv)?:\/\/.+)$/
const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

const port = z
  .string()
  .regex(/^\d+$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a number from 0 to 65535')

const variables = {
  PORT: port.default(3000).describe('The TCP port to listen on; 0 lets the system choose a free one.'),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('The address to listen on; 0.0.0.0 inside a container or behind a proxy on another machine.'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('./data')
    .describe(
      'The folder for the embedded database, uploaded media and the kept secret; put it on a volume that is backed up.',
    ),
  DATABASE_URL: z
    .string()
    .regex(databaseUrl, 'must begin with file:, mongodb:// or mongodb+srv://')
    .optional()
    .describe('file:PATH for SQLite or mongodb://… for MongoDB; without it an SQLite file in DATA_DIR is used.'),
  PAYLOAD_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe(
      'Signs sessions and encrypts API keys: 32 or more random characters, the same on every instance; without it one is made and kept in DATA_DIR.',
    ),
  SERVER_URL: z
    .url({ protocol: /^https?$/ })
    .transform((value) => value.replace(/\/+$/, ''))
    .optional()
    .describe(
      'The public address that readers and editors use, such as https://cms.example.org; it makes links absolute and cookies secure.',
    ),
  WEBSITE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((value) => value.replace(/\/+$/, ''))
    .optional()
    .describe(
      'Where the website stands that shows drafts to editors, at /preview; without it Saphena shows them on a plain page of its own.',
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
  SEED: flag.default(true).describe('false leaves the starter content out of a new database.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('How much is logged: fatal, error, warn, info, debug or silent.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'Where e-mail is handed in, such as smtps://user:password@mail.example.org; without it e-mail is noted in the log and not sent.',
    ),
  CACHE_BYTES: z
    .string()
    .regex(/^\d{1,15}$/, 'must be a number of bytes')
    .transform(Number)
    .default(64 * 1024 * 1024)
    .describe(
      'How much memory, in bytes, may hold answers to readers who are not logged in; 0 switches the response cache off.',
    ),
  CACHE_STALE_SECONDS: z
    .string()
    .regex(/^\d{1,7}$/, 'must be a number of seconds')
    .transform(Number)
    .default(300)
    .describe(
      'How many seconds readers are still given kept answers while the database cannot be reached; 0 refuses them within a second.',
    ),
  PARTS_BYTES: z
    .string()
    .regex(/^\d{1,15}$/, 'must be a number of bytes')
    .transform(Number)
    .default(64 * 1024 * 1024)
    .describe(
      'How much memory, in bytes, may hold published documents that such answers are put together from; 0 has each read from the database.',
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
  GRAPHQL_INTROSPECTION: flag
    .optional()
    .describe(
      'true lets strangers read the GraphQL schema in production too; outside production they may unless it is false.',
    ),
  GRAPHQL_OPERATIONS: z
    .string()
    .min(1)
    .transform((folder) => resolve(folder))
    .optional()
    .describe(
      'A folder of *.graphql files: these operations are then served to everybody and no others, asked for by SHA-256, by name or by their whole text.',
    ),
  SHUTDOWN_DELAY_SECONDS: z
    .string()
    .regex(/^\d{1,2}$/, 'must be a number of seconds')
    .transform(Number)
    .default(0)
    .describe(
      'How long a process that was asked to stop goes on answering while /readyz already says 503, so that a balancer can send requests elsewhere: some seconds more than it takes to notice. 0 without a balancer.',
    ),
  METRICS_PORT: port
    .optional()
    .describe(
      'A TCP port of its own for /metrics, which Prometheus reads; close it to the internet. Without it and without METRICS_TOKEN there are no metrics.',
    ),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe(
      'What Prometheus has to send as Authorization: Bearer …, 16 or more random characters; without METRICS_PORT it opens /metrics at PORT.',
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Where traces are sent, an OpenTelemetry collector that takes OTLP over HTTP, such as http://localhost:4318; without it nothing is traced.',
    ),
  OTEL_SERVICE_NAME: z
    .string()
    .min(1)
    .default('saphena')
    .describe('What traces call this service; the other OTEL_* variables of OpenTelemetry’s own SDK work too.'),
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('production')
    .describe(
      'production, unless you work on Saphena itself: outside it GraphiQL and introspection are open to everybody.',
    ),
} as const

/** What tests and commands alone read; documented in `.env.example` beside the rest. */
export const otherVariables = {
  MONGODB_TEST_URL:
    'A real MongoDB for the tests to use in place of the bundled test server; its databases named saphena-test-* are dropped.',
  FIXTURE: 'The article file that npm run demo imports.',
  WEBHOOK_SECRET: 'The secret of the webhook that npm run website hears; without it one is made at each start.',
} as const

const schema = z.object(variables)

export interface Settings {
  port: number
  host: string
  /** Absolute. */
  dataDir: string
  databaseUrl: string
  /** Undefined: take the secret kept in `dataDir`. */
  secret: string | undefined
  /** Without a trailing slash; undefined where the operator gave none. */
  serverUrl: string | undefined
  /** Without a trailing slash; undefined: drafts are shown by Saphena itself. */
  websiteUrl: string | undefined
  adminEmail: string
  adminPassword: string | undefined
  seed: boolean
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  smtpUrl: string | undefined
  /** 0: no response cache. */
  cacheBytes: number
  cacheStaleSeconds: number
  /** 0: no parts are kept. */
  partsBytes: number
  webhookAllowPrivate: boolean
  referencesCheck: boolean
  referencesAllowPrivate: boolean
  introspection: boolean
  /** Absolute; undefined: any operation is served. */
  graphqlOperations: string | undefined
  /** Undefined: no port of their own. */
  shutdownDelaySeconds: number
  metricsPort: number | undefined
  metricsToken: string | undefined
  /** Undefined: nothing is traced. The SDK reads it by itself. */
  otlpEndpoint: string | undefined
  otelServiceName: string
  production: boolean
}

/** Thrown when a variable has a value that cannot be used; the message is one line and names every one of them. */
export class InvalidSettings extends Error {
  override name = 'InvalidSettings'
}

/** @throws InvalidSettings */
export function readSettings(environment: Record<string, string | undefined> = process.env): Readonly<Settings> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const complaints = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new InvalidSettings(`Cannot start, these settings are invalid: ${[...new Set(complaints)].join('; ')}`)
  }
  const value = parsed.data
  const dataDir = resolve(value.DATA_DIR)
  const production = value.NODE_ENV === 'production'
  return Object.freeze({
    port: value.PORT,
    host: value.HOST,
    dataDir,
    databaseUrl: value.DATABASE_URL ?? `file:${resolve(dataDir, 'saphena.db')}`,
    secret: value.PAYLOAD_SECRET,
    serverUrl: value.SERVER_URL,
    websiteUrl: value.WEBSITE_URL,
    adminEmail: value.ADMIN_EMAIL,
    adminPassword: value.ADMIN_PASSWORD,
    seed: value.SEED,
    logLevel: value.LOG_LEVEL,
    smtpUrl: value.SMTP_URL,
    cacheBytes: value.CACHE_BYTES,
    cacheStaleSeconds: value.CACHE_STALE_SECONDS,
    partsBytes: value.PARTS_BYTES,
    webhookAllowPrivate: value.WEBHOOK_ALLOW_PRIVATE,
    referencesCheck: value.REFERENCES_CHECK,
    referencesAllowPrivate: value.REFERENCES_ALLOW_PRIVATE,
    introspection: value.GRAPHQL_INTROSPECTION ?? !production,
    graphqlOperations: value.GRAPHQL_OPERATIONS,
    shutdownDelaySeconds: value.SHUTDOWN_DELAY_SECONDS,
    metricsPort: value.METRICS_PORT,
    metricsToken: value.METRICS_TOKEN,
    otlpEndpoint: value.OTEL_EXPORTER_OTLP_ENDPOINT,
    otelServiceName: value.OTEL_SERVICE_NAME,
    production,
  })
}

/** Each variable with its sentence and default, for `.env.example` and the reference. */
export function describeSettings(): { name: string; sentence: string; default: string | undefined }[] {
  const documented = Object.entries(variables).map(([name, type]) => ({
    name,
    sentence: type.description ?? '',
    default: defaultOf(type),
  }))
  const others = Object.entries(otherVariables).map(([name, sentence]) => ({ name, sentence, default: undefined }))
  return [...documented, ...others]
}

function defaultOf(type: z.ZodType): string | undefined {
  const result = type.safeParse(undefined)
  return result.success && result.data !== undefined ? String(result.data) : undefined
}
