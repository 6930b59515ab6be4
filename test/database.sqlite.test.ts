import { readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { inspect } from 'node:util'
import { type SQLiteAdapter, sql } from '@payloadcms/db-sqlite'
import Database from 'libsql'
import {
  type CollectionAfterChangeHook,
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
} from 'payload'
import { afterEach, describe, expect, it } from 'vitest'
import { closeDatabase } from '../src/database/health'
import { sqliteInternals } from '../src/database/sqliteDatabase'
import { TransactionLost } from '../src/database/sqliteTransactions'
import { type CreatedDatabase, sqlite } from './databases'
import { type TinyOptions, tiny, tinyPayload } from './tinyPayload'

let created: CreatedDatabase | undefined
let payload: Payload

async function open(options: Partial<TinyOptions> = {}): Promise<ReturnType<typeof tiny>> {
  created = await sqlite.create()
  payload = await tinyPayload({ ...created, ...options })
  return tiny(payload)
}

afterEach(async () => {
  await closeDatabase(payload)
  await created?.remove()
})

const adapter = () => payload.db as unknown as SQLiteAdapter
const sessionOf = async (req: { transactionID?: unknown }) =>
  adapter().sessions[String(await req.transactionID)]?.db as unknown as SQLiteAdapter['drizzle']
const rows = async (table: string) =>
  Number((await adapter().drizzle.run(sql.raw(`SELECT count(*) AS n FROM ${table}`))).rows[0]?.n)

describe('writes at once on SQLite', () => {
  it('keeps sixty saves whole, of which some fail at the end, and none is told that the database is busy', async () => {
    const { create, count } = await open({
      afterChange: async ({ doc }) => {
        await pause(1)
        if (doc.title.endsWith('9')) throw new Error('The hook says no')
      },
    })
    const saves = await Promise.allSettled(
      Array.from({ length: 60 }, (_, n) =>
        create({ collection: 'notes', data: { title: `note ${n}`, parts: [{ text: 'a' }, { text: 'b' }] } }),
      ),
    )
    const reasons = saves.flatMap((save) => (save.status === 'rejected' ? [save.reason.message] : []))
    expect(reasons).toEqual(Array(6).fill('The hook says no'))
    expect((await count({ collection: 'notes' })).totalDocs).toBe(54)
    expect((await count({ collection: 'entries' })).totalDocs).toBe(54)
    expect(await rows('notes_locales')).toBe(54)
    expect(await rows('notes_parts')).toBe(108)
    expect(await rows('_notes_v')).toBe(54)
  })

  it('counts a wrong login while a save waits in its hook', async () => {
    let go = () => {}
    const gate = new Promise<void>((resolve) => {
      go = resolve
    })
    const { create, login } = await open({ afterChange: () => gate })
    await create({ collection: 'users', data: { email: 'a@example.org', password: 'right' } })

    const save = create({ collection: 'notes', data: { title: 'slow' } })
    await pause(50)
    const wrong = login({ collection: 'users', data: { email: 'a@example.org', password: 'wrong' } })
    await pause(50)
    go()
    await expect(wrong).rejects.toThrow('email or password')
    await save
    const { rows: users } = await adapter().drizzle.run(sql.raw('SELECT login_attempts FROM users'))
    expect(users[0]?.login_attempts).toBe(1)
  })

  it('locks an account after wrong logins that come at once', async () => {
    const { create, login } = await open()
    await create({ collection: 'users', data: { email: 'a@example.org', password: 'right' } })
    const attempt = (password: string) => login({ collection: 'users', data: { email: 'a@example.org', password } })
    const wrong = await Promise.allSettled(Array.from({ length: 8 }, () => attempt('wrong')))
    expect(wrong.filter(({ status }) => status === 'fulfilled')).toEqual([])
    expect(wrong.map((each) => (each as PromiseRejectedResult).reason.message).join()).not.toContain('SQLITE')
    await expect(attempt('right')).rejects.toThrow('locked')
  })

  it('lets readers in while a transaction is open, and shows them what is committed only', async () => {
    let counted: number | undefined
    const { create, count } = await open({
      afterChange: async ({ req }) => {
        counted = (await tiny(req.payload).count({ collection: 'notes' })).totalDocs
        expect((await tiny(req.payload).count({ collection: 'notes', req })).totalDocs).toBe(1)
      },
    })
    await create({ collection: 'notes', data: { title: 'one' } })
    expect(counted).toBe(0)
    expect((await count({ collection: 'notes' })).totalDocs).toBe(1)
  })

  it('writes what comes without a transaction as a whole: the key-value store, preferences, several rows of one document', async () => {
    await open()
    await Promise.all(Array.from({ length: 20 }, (_, n) => payload.kv.set(`key ${n}`, { n })))
    expect(await rows('payload_kv')).toBe(20)
    const failing = adapter().create({
      collection: 'notes' as never,
      data: { id: 'x', title: 'x', parts: [{ id: 'same' }, { id: 'same' }] },
    })
    await expect(failing).rejects.toThrow()
    expect(await rows('notes')).toBe(0)
  })

  it('opens no connection for each transaction', async () => {
    const { create } = await open()
    await create({ collection: 'notes', data: { title: 'first' } })
    const before = readdirSync('/proc/self/fd').length
    for (let n = 0; n < 100; n++) await create({ collection: 'entries', data: { note: String(n) } })
    expect(readdirSync('/proc/self/fd').length).toBeLessThanOrEqual(before + 2)
  })

  it('waits for another process that writes, again and again, while all else goes on', async () => {
    const { create, count } = await open()
    const other = new Database(`${created?.dataDir}/saphena.db`)
    let turns = 0
    const ticking = setInterval(() => turns++, 5)
    let writing = true
    const lockAgain = (async () => {
      while (writing) {
        try {
          other.exec('BEGIN IMMEDIATE')
        } catch {
          await pause(1)
          continue
        }
        other.exec('PRAGMA user_version = 1')
        await pause(60)
        other.exec('COMMIT')
        await pause(Math.random() * 4)
      }
    })()
    const before = turns
    for (let n = 0; n < 10; n++) await create({ collection: 'notes', data: { title: `note ${n}` } })
    writing = false
    await lockAgain
    clearInterval(ticking)
    other.close()
    expect((await count({ collection: 'notes' })).totalDocs).toBe(10)
    // Waiting inside SQLite, there would have been none.
    expect(turns - before).toBeGreaterThan(20)
  })

  it('refuses a write that goes round the queue', async () => {
    await open()
    await expect(adapter().drizzle.run(sql.raw('DELETE FROM notes'))).rejects.toThrow()
  })
})

describe('a hook that forgets req', () => {
  const forgetful: CollectionAfterChangeHook = async ({ req, doc }) => {
    await tiny(req.payload).create({ collection: 'entries', data: { note: `about ${doc.id}` } })
  }

  it('is told so, by the operation and what surrounds it, and its save leaves nothing', async () => {
    const { create, count } = await open({ afterChange: forgetful, limits: { selfWaitMs: 100 } })
    const save = create({ collection: 'notes', data: { title: 'outer' } })
    await expect(save).rejects.toThrow(
      /createOperation.*waits for the transaction that surrounds it \(.* on entries\).*must pass `req`/,
    )
    expect((await count({ collection: 'notes' })).totalDocs).toBe(0)
    expect(sqliteInternals(payload)?.queue.state().holder).toBeNull()
  })

  it('is told so for a bare write of the adapter, by method and collection', async () => {
    const { create } = await open({
      afterChange: async ({ req }) => {
        await req.payload.kv.set('seen', true)
      },
      limits: { selfWaitMs: 100 },
    })
    await expect(create({ collection: 'notes', data: { title: 'outer' } })).rejects.toThrow(
      /upsert on payload-kv waits for the transaction that surrounds it/,
    )
  })

  it('writes afterwards what a hook did not wait for', async () => {
    let later: Promise<unknown> | undefined
    const { create } = await open({
      afterChange: ({ req }) => {
        later = req.payload.kv.set('seen', true)
      },
    })
    await create({ collection: 'notes', data: { title: 'outer' } })
    await later
    expect(await rows('payload_kv')).toBe(1)
  })
})

describe('a transaction that ends badly', () => {
  it('is an error where COMMIT fails, frees the queue, and leaves nothing', async () => {
    let broken = true
    const { create, count } = await open({
      afterChange: async ({ req }) => {
        if (!broken) return
        const db = await sessionOf(req)
        await db.run(sql.raw('PRAGMA defer_foreign_keys = ON'))
        await db.run(sql.raw(`INSERT INTO notes_locales (title, _locale, _parent_id) VALUES ('x', 'en', 'nobody')`))
      },
    })
    await expect(create({ collection: 'notes', data: { title: 'lost' } })).rejects.toThrow(/FOREIGN KEY/)
    expect((await count({ collection: 'notes' })).totalDocs).toBe(0)

    broken = false
    await create({ collection: 'notes', data: { title: 'kept' } })
    expect((await count({ collection: 'notes' })).totalDocs).toBe(1)
  })

  it('leaves nothing where the disk is full in the middle, and goes on once there is room', async () => {
    const { create, count } = await open()
    const { writer } = sqliteInternals(payload)?.connections ?? expect.fail('not connected')
    const pages = Number((await writer.execute('PRAGMA page_count')).rows[0]?.page_count)
    await writer.execute(`PRAGMA max_page_count = ${pages + 2}`)
    const large = { title: 'large', parts: Array.from({ length: 60 }, () => ({ text: 'x'.repeat(1_000) })) }
    const error = await create({ collection: 'notes', data: large }).catch((reason: Error) => reason)
    expect(error).toMatchObject({
      message: expect.stringMatching(/^database or disk is full, in: insert into "notes/),
      cause: { code: 'SQLITE_FULL' },
    })
    // The error is logged, and what an editor wrote is not to stand in a log.
    expect(inspect(error, { depth: 10 })).not.toContain('xxx')
    expect((await count({ collection: 'notes' })).totalDocs).toBe(0)
    expect(await rows('entries')).toBe(0)

    await writer.execute(`PRAGMA max_page_count = ${pages + 10_000}`)
    await create({ collection: 'notes', data: large })
    expect((await count({ collection: 'notes' })).totalDocs).toBe(1)
  })

  it('does not say that a save was kept whose hook has hidden a failure that rolled it back', async () => {
    const { create, count } = await open({
      afterChange: async ({ req, doc }) => {
        if (doc.code) return
        // The same code twice: Payload rolls the whole transaction back for it, not the second write alone.
        await tiny(req.payload).create({ collection: 'notes', data: { code: 'taken' }, req })
        await tiny(req.payload)
          .create({ collection: 'notes', data: { code: 'taken' }, req })
          .catch(() => {})
      },
    })
    await expect(create({ collection: 'notes', data: { title: 'outer' } })).rejects.toThrow(TransactionLost)
    expect((await count({ collection: 'notes' })).totalDocs).toBe(0)
  })

  it('undoes a whole bulk change where one document fails', async () => {
    let refuse = ''
    const { create, update, find, count } = await open({
      afterChange: ({ doc }) => {
        if (doc.code === refuse) throw new Error('The hook says no')
      },
    })
    for (const code of ['a', 'b', 'c']) await create({ collection: 'notes', data: { code, title: 'old' } })
    refuse = 'b'
    const change = { collection: 'notes', where: { title: { equals: 'old' } }, data: { title: 'new' } }
    await expect(update(change)).rejects.toThrow('Nothing was changed, because one document failed')
    const { docs } = await find({ collection: 'notes' })
    expect(docs.map(({ title }: { title: string }) => title)).toEqual(['old', 'old', 'old'])
    expect((await count({ collection: 'entries' })).totalDocs).toBe(3)

    refuse = 'none'
    expect((await update(change)).docs).toHaveLength(3)
    expect((await count({ collection: 'entries' })).totalDocs).toBe(6)
  })

  it('takes the turn from a transaction that nobody ends, and its own later commit is an error', async () => {
    const { create, count } = await open({ limits: { evictAfterMs: 100 } })
    const req = await createLocalReq({}, payload)
    // As another request would: in a context of its own.
    const abandoned = await new Promise<boolean>((resolve) => setImmediate(() => resolve(initTransaction(req))))
    expect(abandoned).toBe(true)
    await create({ collection: 'entries', data: { note: 'lost' }, req })

    await create({ collection: 'entries', data: { note: 'kept' } })
    await expect(commitTransaction(req)).rejects.toThrow(TransactionLost)
    await expect(create({ collection: 'entries', data: { note: 'too late' }, req })).rejects.toThrow(TransactionLost)
    await killTransaction(req)
    expect((await count({ collection: 'entries' })).totalDocs).toBe(1)
  })

  it('finishes what is queued when the database closes, and opens again', async () => {
    const { create } = await open({ afterChange: () => pause(20) })
    const saves = Array.from({ length: 5 }, (_, n) => create({ collection: 'notes', data: { title: `note ${n}` } }))
    await pause(5)
    await payload.db.destroy?.()
    const kept = (await Promise.allSettled(saves)).filter(({ status }) => status === 'fulfilled').length
    await payload.db.init?.()
    await payload.db.connect?.()
    expect(await rows('notes')).toBe(kept)
    await create({ collection: 'notes', data: { title: 'after' } })
    expect(await rows('notes')).toBe(kept + 1)
  })
})
