import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sql } from '@payloadcms/db-sqlite'
import {
  buildConfig,
  type CollectionAfterChangeHook,
  type CollectionConfig,
  type Config,
  getPayload,
  type Payload,
} from 'payload'
import { pino } from 'pino'
import { findSchemaChanges } from '../src/database/createMigration'
import { migrateDatabase } from '../src/database/migrate'
import type { SqliteMigration } from '../src/database/migrateSqlite'
import { mongoDatabase } from '../src/database/mongoDatabase'
import { refusePartialBulk } from '../src/database/refusePartialBulk'
import { type SqliteOptions, sqliteDatabase } from '../src/database/sqliteDatabase'
import type { Json } from './json'

// The bucket's package is a version behind the others: see src/payload.config.ts.
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'

export interface TinyOptions {
  url: string
  dataDir: string
  /** Runs after a note was written and before its transaction ends. */
  afterChange?: CollectionAfterChangeHook
  /** The SQLite queue's limits. */
  limits?: Partial<SqliteOptions>
  collections?: CollectionConfig[]
  jobs?: Config['jobs']
}

const id = { name: 'id', type: 'text', required: true, defaultValue: () => randomUUID() } as const

/**
 * A Payload with three small collections, for tests of the database alone: notes (drafts, versions, two languages, a unique
 * code), topics that notes belong to, and entries, one for each change of a note. And users, to log in as.
 */
const collections = (afterChange: CollectionAfterChangeHook | undefined): CollectionConfig[] => [
  { slug: 'users', auth: { maxLoginAttempts: 3 }, fields: [id] },
  {
    slug: 'topics',
    fields: [
      id,
      { name: 'name', type: 'text' },
      { name: 'notes', type: 'join', collection: 'notes' as never, on: 'topics' },
    ],
  },
  {
    slug: 'notes',
    versions: { drafts: true },
    fields: [
      id,
      { name: 'title', type: 'text', localized: true },
      { name: 'code', type: 'text', unique: true },
      { name: 'topics', type: 'relationship', relationTo: 'topics' as never, hasMany: true },
      { name: 'parts', type: 'array', fields: [{ name: 'text', type: 'text' }] },
    ],
    hooks: {
      afterChange: [
        async ({ doc, req }) => {
          await tiny(req.payload).create({ collection: 'entries', data: { note: doc.id }, req })
        },
        ...(afterChange ? [afterChange] : []),
      ],
      afterOperation: [refusePartialBulk],
    },
  },
  { slug: 'entries', fields: [id, { name: 'note', type: 'text' }] },
]

/** Connects, and leaves tables and indexes to `migrateTiny`. */
export async function connectTiny({
  url,
  dataDir,
  afterChange,
  limits,
  collections: more = [],
  jobs,
}: TinyOptions): Promise<Payload> {
  const migrationDir = join(dataDir, 'migrations')
  const config = await buildConfig({
    secret: 'only-for-tests-only-for-tests-only-for-tests',
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: pino({ level: process.env.TEST_LOG ?? 'silent' }) as never,
    email: () => ({
      name: 'none',
      defaultFromAddress: 'none@example.org',
      defaultFromName: 'None',
      sendEmail: async () => {},
    }),
    localization: { locales: ['en', 'es'], defaultLocale: 'en', fallback: true },
    collections: [...collections(afterChange), ...more],
    ...(jobs ? { jobs } : {}),
    db: url.startsWith('file:')
      ? sqliteDatabase({ url, dataDir, migrationDir, ...limits })
      : await mongoDatabase({ url, migrationDir }),
  })
  return getPayload({ config, key: randomUUID() })
}

/** What the collections above need on SQLite, as a committed migration would bring it. */
export async function tinyMigration(payload: Payload): Promise<SqliteMigration> {
  const statements = payload.db.name === 'sqlite' ? await findSchemaChanges(payload) : []
  return {
    name: '20260101_000000_init',
    async up({ db }) {
      for (const statement of statements) await db.run(sql.raw(statement))
    },
  }
}

/** Connected and migrated. */
export async function tinyPayload(options: TinyOptions): Promise<Payload> {
  const payload = await connectTiny(options)
  await migrateDatabase(payload, { sqlite: [await tinyMigration(payload)], mongodb: [] })
  return payload
}

type Method =
  | 'create'
  | 'find'
  | 'findByID'
  | 'update'
  | 'delete'
  | 'count'
  | 'findVersions'
  | 'restoreVersion'
  | 'login'

type Untyped = Record<Method, (options: Record<string, unknown>) => Promise<Json>>

/** The Local API for the collections above: Payload's own types are made from the real ones. */
export function tiny(payload: Payload): Untyped {
  const untyped = payload as unknown as Untyped
  const methods: Method[] = [
    'create',
    'find',
    'findByID',
    'update',
    'delete',
    'count',
    'findVersions',
    'restoreVersion',
    'login',
  ]
  return Object.fromEntries(methods.map((method) => [method, untyped[method].bind(payload)])) as Untyped
}
