import { setTimeout as wait } from 'node:timers/promises'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type LogStore, logStoreOf } from '../src/database/logStore'
import { buildDoor, type Door } from './door'
import { type Cached, serveCached } from './serveCached'
import { describeService, paragraphs, type Service, startService } from './startService'

const staleSeconds = 6
const onMongo = process.env.TEST_DATABASE === 'mongodb'

/** The log cannot be read: MongoDB is gone; an SQLite file cannot go, so there its log fails. */
describeService('While the database is away, readers', () => {
  let service: Service
  let cached: Cached
  let door: Door | undefined
  let direct = ''
  let readAfter: { mockRestore: () => void } | undefined
  const paths: Record<string, string> = {}
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    service = await startService({
      reach: async (url) => {
        if (!onMongo) return url
        direct = url
        const there = new URL(url)
        door = await buildDoor({ host: there.hostname, port: Number(there.port) })
        there.host = `127.0.0.1:${door.port}`
        there.search = '?serverSelectionTimeoutMS=1500'
        return there.href
      },
    })
    cached = await serveCached(service, { staleSeconds })
    for (const title of ['Knees', 'Elbows', 'Never read']) {
      const data = { title, body: paragraphs('Rest it.'), _status: 'published' }
      const { body } = await service.ask('reviewer', 'POST', '/api/articles', data)
      ids[title] = body.doc.id
      paths[title] = `/api/articles/${body.doc.id}`
    }
    await cached.caughtUp()
  })
  afterAll(async () => {
    await cached?.close()
    await service?.close()
    await door?.shut()
  })

  const leave = async () => {
    if (door) await door.shut()
    else
      readAfter = vi
        .spyOn(logStoreOf(service.payload) as LogStore, 'readAfter')
        .mockRejectedValue(new Error('the log cannot be read'))
  }
  const comeBack = async () => {
    if (door) await door.open()
    else readAfter?.mockRestore()
  }
  const read = async (title: string) => {
    const response = await fetch(cached.url + paths[title])
    return { status: response.status, from: response.headers.get('x-cache'), text: await response.text(), response }
  }
  const warm = async (title: string) => {
    await read(title)
    return vi.waitFor(
      async () => {
        const answer = await read(title)
        expect(answer.from).toBe('hit')
        return answer
      },
      { timeout: 30_000, interval: 50 },
    )
  }

  it('are given what is kept, marked as stale, for as long as was set, and then 503', async () => {
    const before = await warm('Knees')
    await leave()
    const left = performance.now()
    const stale = await vi.waitFor(
      async () => {
        const answer = await read('Knees')
        expect(answer.from).toBe('stale')
        return answer
      },
      { timeout: 20_000, interval: 100 },
    )
    expect([stale.status, stale.text]).toEqual([200, before.text])
    expect(stale.response.headers.get('warning')).toBeNull()

    for (;;) {
      const since = () => (performance.now() - left) / 1000
      const asked = since()
      const { status, from, text, response } = await read('Knees')
      if (status === 200) {
        expect([from, text, asked < staleSeconds]).toEqual(['stale', before.text, true])
        await wait(100)
        continue
      }
      // The last look may have begun somewhat before the database went.
      expect([status, since() > staleSeconds - 2.5]).toEqual([503, true])
      expect(response.headers.get('retry-after')).toBe('5')
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(JSON.parse(text)).toMatchObject({ status: 503, code: 'unavailable' })
      break
    }
    expect(await cached.metrics.read()).toMatch(/^saphena_cache_answers_total\{result="refused"\} [1-9]/m)

    await comeBack()
    await vi.waitFor(async () => expect((await read('Knees')).from).toBe('hit'), { timeout: 45_000, interval: 100 })
    expect((await read('Knees')).text).toBe(before.text)
  }, 120_000)

  it('never get what is known to have changed, however lately it was kept', async () => {
    await warm('Knees')
    await warm('Elbows')
    await leave()
    await vi.waitFor(async () => expect((await read('Elbows')).from).toBe('stale'), { timeout: 20_000, interval: 100 })
    if (onMongo) {
      // By another process, which has the database: ours cannot know it yet.
      const connection = await mongoose.createConnection(direct).asPromise()
      const data = JSON.stringify({ event: 'changed', locales: ['en'], slugs: {}, slugsBefore: {} })
      const row = {
        intent: false,
        collection: 'articles',
        document: ids.Elbows,
        at: new Date().toISOString(),
        order: 0,
      }
      await connection.collection('publish_log').insertOne({ ...row, data })
      await connection.close()
      await comeBack()
      // From the moment in which it is no longer stale.
      await vi.waitFor(async () => expect((await read('Knees')).from).toBe('hit'), { timeout: 45_000, interval: 50 })
      expect((await read('Elbows')).from).toBe('miss')
    } else {
      const data = { title: 'Elbows, again', _status: 'published' }
      expect((await service.ask('reviewer', 'PATCH', `/api/articles/${ids.Elbows}`, data)).status).toBe(200)
      const { from, text } = await read('Elbows')
      expect([from, text.includes('Elbows, again')]).toEqual(['miss', true])
      await comeBack()
    }
  }, 120_000)

  it.runIf(onMongo)(
    'are told when to ask again for what is not kept',
    async () => {
      await leave()
      await wait(1_500)
      const { status, response } = await read('Never read')
      expect([status, response.headers.get('retry-after')]).toEqual([503, '5'])
      await comeBack()
      await vi.waitFor(async () => expect((await read('Never read')).status).toBe(200), {
        timeout: 45_000,
        interval: 200,
      })
    },
    120_000,
  )
})
