import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { closeDatabase } from '../src/database/health'
import { migrateDatabase } from '../src/database/migrate'
import type { SqliteMigration } from '../src/database/migrateSqlite'
import type { MongoMigration } from '../src/database/mongoMigrations'
import { availableDatabases, type CreatedDatabase, sqlite } from './databases'
import { connectTiny, tiny, tinyMigration, tinyPayload } from './tinyPayload'

const left: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const undo of left.splice(0).reverse()) await undo()
})

async function fresh(name: 'sqlite' | 'mongodb'): Promise<CreatedDatabase> {
  const created = await (await availableDatabases()).find((each) => each.name === name)?.create()
  if (!created) throw new Error(`No ${name} here`)
  left.push(created.remove)
  return created
}
async function opened(open: Promise<Payload>): Promise<Payload> {
  const payload = await open
  left.push(() => closeDatabase(payload))
  return payload
}
const backups = (dataDir: string): Promise<string[]> => readdir(join(dataDir, 'backups')).catch(() => [])
const drizzleOf = (payload: Payload) => (payload.db as unknown as SQLiteAdapter).drizzle
const columnsOf = async (payload: Payload): Promise<string[]> => {
  const { rows } = await drizzleOf(payload).run(sql.raw('PRAGMA table_info(topics)'))
  return rows.map(({ name }) => String(name))
}

describe('Upgrading SQLite', () => {
  const addColumn: SqliteMigration = {
    name: '20260102_000000_add_column',
    async up({ db }) {
      await db.run(sql.raw('ALTER TABLE topics ADD COLUMN added text'))
      await pause(100)
    },
  }
  /** A database that an older version made, with something in it. */
  const older = async () => {
    const created = await fresh('sqlite')
    const payload = await opened(tinyPayload(created))
    await tiny(payload).create({ collection: 'topics', data: { name: 'Sleep' } })
    return { created, payload, first: await tinyMigration(payload) }
  }

  it('migrates once where several start at once, and the others wait for it', async () => {
    const { created, payload, first } = await older()
    const second = await opened(connectTiny(created))
    const third = await opened(connectTiny(created))
    const ran = await Promise.all(
      [payload, second, third].map((each) => migrateDatabase(each, { sqlite: [first, addColumn], mongodb: [] })),
    )
    expect(ran.flat()).toEqual([addColumn.name])
    expect((await columnsOf(third)).filter((name) => name === 'added')).toEqual(['added'])
    expect(await backups(created.dataDir)).toHaveLength(1)
    expect(await migrateDatabase(second, { sqlite: [first, addColumn], mongodb: [] })).toEqual([])
  })

  it('copies a database that holds data before it is migrated, so that the copy opens as what it was', async () => {
    const { created, payload, first } = await older()
    expect(await backups(created.dataDir)).toEqual([])
    await migrateDatabase(payload, { sqlite: [first, addColumn], mongodb: [] })
    const [copy = '', ...more] = await backups(created.dataDir)
    expect(more).toEqual([])
    expect(copy).toContain(`before-${addColumn.name}`)
    expect((await stat(join(created.dataDir, 'backups'))).mode & 0o777).toBe(0o700)
    const before = await opened(connectTiny({ ...created, url: `file:${join(created.dataDir, 'backups', copy)}` }))
    expect(await columnsOf(before)).not.toContain('added')
    expect((await tiny(before).find({ collection: 'topics' })).docs).toMatchObject([{ name: 'Sleep' }])
  })

  it('leaves the file as it was where a migration fails, and runs it the next time', async () => {
    const { created, payload, first } = await older()
    const failing: SqliteMigration = {
      name: '20260103_000000_fails',
      async up({ db }) {
        await db.run(sql.raw('CREATE TABLE half_done (id text)'))
        throw new Error('The disk is full')
      },
    }
    await expect(migrateDatabase(payload, { sqlite: [first, addColumn, failing], mongodb: [] })).rejects.toThrow(
      'The disk is full',
    )
    expect(await columnsOf(payload)).not.toContain('added')
    expect(await backups(created.dataDir)).toEqual([])
    const mended = { ...failing, up: async () => {} }
    expect(await migrateDatabase(payload, { sqlite: [first, addColumn, mended], mongodb: [] })).toEqual([
      addColumn.name,
      failing.name,
    ])
  })

  it('is whole after a kill in the middle of a migration', async () => {
    const created = await sqlite.create()
    left.push(created.remove)
    const first = await opened(tinyPayload(created))
    await tiny(first).create({ collection: 'topics', data: { name: 'Sleep' } })
    await killedWhileMigrating(created)

    expect(await columnsOf(first)).not.toContain('added')
    const init = await tinyMigration(first)
    expect(await migrateDatabase(first, { sqlite: [init, addColumn], mongodb: [] })).toEqual([addColumn.name])
    expect((await tiny(first).find({ collection: 'topics' })).docs).toMatchObject([{ name: 'Sleep' }])
  }, 60_000)
})

describe('Upgrading MongoDB', () => {
  const mongo = inject('mongo')
  const missing = 'missing' in mongo ? mongo.missing : undefined
  const counter = (payload: { db: unknown }) =>
    (payload.db as MongooseAdapter).connection.collection<{ _id: string; runs: number }>('upgrade-runs')
  const count: MongoMigration = {
    name: '20260102_000000_count',
    changes: ['upgrade-runs'],
    async up({ payload }) {
      await counter(payload).updateOne({ _id: 'count' }, { $inc: { runs: 1 } }, { upsert: true })
      await pause(200)
    },
  }
  const when = it.skipIf(missing && process.env.CI !== 'true')

  when('changes data once where several start at once', async () => {
    const created = await fresh('mongodb')
    const several = [
      await opened(connectTiny(created)),
      await opened(connectTiny(created)),
      await opened(connectTiny(created)),
    ]
    const ran = await Promise.all(several.map((each) => migrateDatabase(each, { sqlite: [], mongodb: [count] })))
    expect(ran.flat()).toEqual([count.name])
    expect(await counter(several[0] as Payload).findOne({})).toMatchObject({ runs: 1 })
    expect(await migrateDatabase(several[1] as Payload, { sqlite: [], mongodb: [count] })).toEqual([])
  })

  when(
    'runs a change that failed half way again, and none after it before; what was there lies in a copy',
    async () => {
      const payload = await opened(connectTiny(await fresh('mongodb')))
      await counter(payload).insertOne({ _id: 'from before', runs: 0 })
      let fails = true
      const halfWay: MongoMigration = {
        name: '20260101_000000_half_way',
        changes: ['upgrade-runs', 'nothing-yet'],
        async up(args) {
          await counter(args.payload).updateOne({ _id: 'half' }, { $set: { runs: 1 } }, { upsert: true })
          if (fails) throw new Error('The connection broke')
        },
      }
      const options = { sqlite: [], mongodb: [halfWay, count] }
      await expect(migrateDatabase(payload, options)).rejects.toThrow(halfWay.name)
      expect(await counter(payload).findOne({ _id: 'count' })).toBeNull()
      fails = false
      expect(await migrateDatabase(payload, options)).toEqual([halfWay.name, count.name])
      const { connection } = payload.db as unknown as MongooseAdapter
      const names = (await connection.listCollections()).map(({ name }) => name).filter((name) => /^before/.test(name))
      const copyOf = ({ name }: MongoMigration) => `before-${name}-upgrade-runs`
      expect(names.sort()).toEqual([copyOf(halfWay), copyOf(count)])
      const rows = await connection.collection(copyOf(halfWay)).find().toArray()
      expect(rows).toEqual([{ _id: 'from before', runs: 0 }])
    },
  )

  when(
    'takes the lock over from a process that was killed in the middle, and runs its change again',
    async () => {
      const created = await fresh('mongodb')
      await killedWhileMigrating(created)
      const payload = await opened(connectTiny(created))
      expect(await migrateDatabase(payload, { sqlite: [], mongodb: [count] })).toEqual([count.name])
    },
    60_000,
  )
})

/** Another process begins a migration that takes long, and is killed once it is in the middle. */
async function killedWhileMigrating({ url, dataDir }: CreatedDatabase): Promise<void> {
  const args = ['--conditions=production', 'src/run.mjs', 'test/migrateSlowly.ts', url, dataDir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('in the middle')) child.kill('SIGKILL')
  })
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
}
