import { readFileSync } from 'node:fs'
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
  WORKERS: z
    .string()
    .regex(/^([1-9]|[1-5]\d|6[0-4])$/, 'must be a number from 1 to 64')
    .transform(Number)
    .default(1)
    .describe(
      'How many processes answer requests on this machine: 1, or as many as it has cores for readers; each has memory of its own, and a METRICS_PORT of its own, counted up.',
    ),
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
      'Signs sessions, and seals API keys and two-factor login: 32 or more random characters, the same on every instance; without it one is made and kept in DATA_DIR.',
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
  S3_BUCKET: z
    .string()
    .min(3, 'must be the name of a bucket')
    .optional()
    .describe(
      'A bucket of its own for media files, on Amazon S3 or what speaks its protocol, open to nobody else: for several machines that share no folder; without it they lie in DATA_DIR/media.',
    ),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where the bucket is, such as https://s3.example.org; without it Amazon’s own address in S3_REGION.'),
  S3_REGION: z
    .string()
    .min(1)
    .default('us-east-1')
    .describe('The bucket’s region; most other servers than Amazon’s take any.'),
  S3_ACCESS_KEY_ID: z
    .string()
    .min(1)
    .optional()
    .describe('The access key for the bucket; without it the machine’s own role is used, as on Amazon’s servers.'),
  S3_SECRET_ACCESS_KEY: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The secret of that access key; it needs to list the bucket and to get, put and delete objects, and no more.',
    ),
  S3_FORCE_PATH_STYLE: flag
    .default(false)
    .describe(
      'true names the bucket in the path and not in the host name, as MinIO, Ceph and most other servers want it.',
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
  CORS_ORIGINS: z
    .string()
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .refine(
      (origins) =>
        origins.every((origin) => /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin),
      'must be origins such as https://app.example.org, with commas between them',
    )
    .default([])
    .describe(
      'Origins, with commas between them, whose pages may read what /api answers, such as https://app.example.org; /v1 is open to all.',
    ),
  TRUST_PROXY: z
    .string()
    .regex(/^\d$/, 'must be a number from 0 to 9')
    .transform(Number)
    .default(0)
    .describe(
      'How many proxies stand before Saphena and add to X-Forwarded-For, such as 1 behind Caddy; with 0 all who come by a proxy are counted as one asker.',
    ),
  READS_A_MINUTE: z
    .string()
    .regex(/^\d{1,7}$/, 'must be a number of requests')
    .transform(Number)
    .default(6000)
    .describe(
      'How many requests one address may make in a minute to GraphQL, search and previews that the response cache cannot answer; 0 is no limit.',
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

/** What may be given by a file: `NAME_FILE` names one that holds it, as Docker and Kubernetes hand secrets in. */
const byFile = [
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

const schema = z
  .object(variables)
  .refine(({ S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret }) => Boolean(id) === Boolean(secret), {
    path: ['S3_ACCESS_KEY_ID'],
    message: 'and S3_SECRET_ACCESS_KEY go together: give both, or none',
  })
  .refine((given) => given.WORKERS === 1 || !given.METRICS_TOKEN || given.METRICS_PORT !== undefined, {
    path: ['METRICS_PORT'],
    message: 'is needed where WORKERS is more than 1, since each process has metrics of its own',
  })

export interface Settings {
  port: number
  host: string
  workers: number
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
  /** Undefined: media files lie in `dataDir`. */
  s3: S3Settings | undefined
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
  corsOrigins: string[]
  trustProxy: number
  /** 0: no limit. */
  readsAMinute: number
  /** Undefined: no port of their own. */
  shutdownDelaySeconds: number
  metricsPort: number | undefined
  metricsToken: string | undefined
  /** Undefined: nothing is traced. The SDK reads it by itself. */
  otlpEndpoint: string | undefined
  otelServiceName: string
  production: boolean
}

export interface S3Settings {
  bucket: string
  /** Undefined: Amazon's own. */
  endpoint: string | undefined
  region: string
  /** Undefined: the machine's own role. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined
  forcePathStyle: boolean
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
  const { values, complaints } = readFiles(given)
  const parsed = schema.safeParse({ ...given, ...values })
  if (!parsed.success)
    complaints.push(...parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  if (!parsed.success || complaints.length > 0)
    throw new InvalidSettings(`Cannot start, these settings are invalid: ${[...new Set(complaints)].join('; ')}`)
  const value = parsed.data
  const dataDir = resolve(value.DATA_DIR)
  const production = value.NODE_ENV === 'production'
  return Object.freeze({
    port: value.PORT,
    host: value.HOST,
    workers: value.WORKERS,
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
    s3: s3Of(value),
    cacheBytes: value.CACHE_BYTES,
    cacheStaleSeconds: value.CACHE_STALE_SECONDS,
    partsBytes: value.PARTS_BYTES,
    webhookAllowPrivate: value.WEBHOOK_ALLOW_PRIVATE,
    referencesCheck: value.REFERENCES_CHECK,
    referencesAllowPrivate: value.REFERENCES_ALLOW_PRIVATE,
    introspection: value.GRAPHQL_INTROSPECTION ?? !production,
    graphqlOperations: value.GRAPHQL_OPERATIONS,
    corsOrigins: value.CORS_ORIGINS,
    trustProxy: value.TRUST_PROXY,
    readsAMinute: value.READS_A_MINUTE,
    shutdownDelaySeconds: value.SHUTDOWN_DELAY_SECONDS,
    metricsPort: value.METRICS_PORT,
    metricsToken: value.METRICS_TOKEN,
    otlpEndpoint: value.OTEL_EXPORTER_OTLP_ENDPOINT,
    otelServiceName: value.OTEL_SERVICE_NAME,
    production,
  })
}

/** What the files hold that `NAME_FILE` variables name, without the line's end that an editor leaves. */
function readFiles(given: Record<string, string | undefined>) {
  const values: Record<string, string> = {}
  const complaints: string[] = []
  for (const name of byFile) {
    const path = given[`${name}_FILE`]
    if (!path) continue
    if (given[name]) complaints.push(`${name}_FILE: is given beside ${name}, and only one of them may be`)
    try {
      const text = readFileSync(path, 'utf8').trim()
      if (text) values[name] = text
      else complaints.push(`${name}_FILE: the file is empty`)
    } catch (error) {
      complaints.push(`${name}_FILE: the file cannot be read (${(error as NodeJS.ErrnoException).code})`)
    }
  }
  return { values, complaints }
}

function s3Of(value: z.infer<typeof schema>): S3Settings | undefined {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = value
  if (!bucket) return undefined
  return Object.freeze({
    bucket,
    endpoint: value.S3_ENDPOINT,
    region: value.S3_REGION,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    forcePathStyle: value.S3_FORCE_PATH_STYLE,
  })
}

/** Each variable with its sentence and default, for `.env.example` and the reference. */
export function describeSettings(): { name: string; sentence: string; default: string | undefined }[] {
  const files = new Set<string>(byFile)
  const documented = Object.entries(variables).flatMap(([name, type]) => [
    { name, sentence: type.description ?? '', default: defaultOf(type) },
    ...(files.has(name)
      ? [{ name: `${name}_FILE`, sentence: `A file that holds ${name}, in its place.`, default: undefined }]
      : []),
  ])
  const others = Object.entries(otherVariables).map(([name, sentence]) => ({ name, sentence, default: undefined }))
  return [...documented, ...others]
}

function defaultOf(type: z.ZodType): string | undefined {
  const result = type.safeParse(undefined)
  return result.success && result.data !== undefined ? String(result.data) : undefined
}
