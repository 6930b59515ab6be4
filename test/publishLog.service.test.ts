import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { logStoreOf } from '../src/database/logStore'
import { mongoOf } from '../src/database/mongoDatabase'
import { followLog, followOnce } from '../src/publishing/followLog'
import { completeIntents } from '../src/publishing/logChanges'
import type { LogEntry } from '../src/publishing/logEntry'
import { compactLog, lastPosition, readLog } from '../src/publishing/publishLog'
import { currentRequestId, withRequestId } from '../src/requestId'
import { describeService, paragraphs, type Service, startService } from './startService'

describeService('The publish log', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.close())

  /** What an action adds to the log, as `event collection`. */
  async function during(action: () => Promise<unknown>): Promise<LogEntry[]> {
    const before = await lastPosition(service.payload)
    await action()
    return readLog(service.payload, before)
  }
  const events = (entries: LogEntry[]) => entries.map(({ event, collection }) => `${event} ${collection}`)
  const create = async (data: object, collection = 'articles') =>
    (await service.ask('reviewer', 'POST', `/api/${collection}`, data)).body.doc.id as string
  const change = (id: string, data: object, query = '', collection = 'articles') =>
    service.ask('reviewer', 'PATCH', `/api/${collection}/${id}${query}`, data)

  it('has an entry for every change that readers see, and for no other', async () => {
    let id = ''
    const draft = await during(async () => {
      id = await create({ title: 'One', body: paragraphs('Words.') })
      await change(id, { summary: 'A draft.' }, '?draft=true')
    })
    expect(events(draft)).toEqual([])

    const published = await during(() => change(id, { _status: 'published' }))
    expect(events(published)).toEqual(['published articles'])
    expect(published[0]).toMatchObject({ document: id, locales: ['en'], slugs: { en: 'one' }, slugsBefore: {} })

    expect(events(await during(() => change(id, { summary: 'Next.' }, '?draft=true')))).toEqual([])
    expect(events(await during(() => change(id, { summary: 'Next.', _status: 'published' })))).toEqual([
      'changed articles',
    ])

    const moved = await during(() => change(id, { slug: 'uno', _status: 'published' }))
    expect(events(moved).sort()).toEqual(['moved articles', 'published redirects'])
    expect(moved.find(({ event }) => event === 'moved')).toMatchObject({
      slugs: { en: 'uno' },
      slugsBefore: { en: 'one' },
    })

    const spanish = await during(() =>
      change(
        id,
        { title: 'Uno', slug: 'uno-es', body: paragraphs('Palabras.'), localeStatus: 'ready', _status: 'published' },
        '?locale=es',
      ),
    )
    expect(spanish).toMatchObject([{ event: 'changed', locales: ['en', 'es'], slugs: { en: 'uno', es: 'uno-es' } }])

    const withdrawn = await during(() => change(id, { _status: 'draft' }))
    expect(events(withdrawn).sort()).toEqual(['withdrawn articles', 'withdrawn redirects'])
    await change(id, { _status: 'published' })
    const trashed = await during(() => change(id, { deletedAt: new Date().toISOString() }))
    expect(events(trashed)).toContain('withdrawn articles')
  })

  it('has one for each road: GraphQL, deletion, a vocabulary change that links again', async () => {
    const query = 'mutation ($data: mutationSymptomInput!) { createSymptom(data: $data) { id } }'
    let symptom = ''
    const graphql = await during(async () => {
      const { body } = await service.ask('reviewer', 'POST', '/api/graphql', {
        query,
        variables: { data: { name: 'Throbbing', _status: 'published' } },
      })
      symptom = body.data.createSymptom.id
    })
    expect(events(graphql)).toEqual(['published symptoms'])

    const article = await create({ title: 'Legs', body: paragraphs('A pulsing feeling.'), _status: 'published' })
    const relinked = await during(async () => {
      await change(symptom, { synonyms: ['pulsing feeling'], _status: 'published' }, '', 'symptoms')
      await service.runJobs()
    })
    expect(events(relinked)).toEqual(['changed symptoms', 'changed articles'])
    expect(relinked[1]?.document).toBe(article)

    const deleted = await during(() => service.ask('admin', 'DELETE', `/api/symptoms/${symptom}`))
    expect(events(deleted)).toContain('deleted symptoms')
  })

  it('tells at once that an article is recalled, and why', async () => {
    const id = await create({ title: 'Wrong', body: paragraphs('x'), _status: 'published' })
    const missing = await change(id, { recall: { kind: 'recalled' }, _status: 'published' })
    expect(missing.status).toBe(400)
    const recalled = await during(() =>
      change(id, { recall: { kind: 'recalled', reason: 'The dose was wrong.' }, _status: 'published' }),
    )
    expect(events(recalled)).toEqual(['recalled articles'])
    const article = (await service.ask('stranger', 'GET', '/v1/articles/wrong')).body
    expect(article.recall).toMatchObject({ kind: 'recalled', reason: 'The dose was wrong.', at: expect.any(String) })
    const { documents } = (await service.ask('stranger', 'GET', '/v1/manifest')).body
    expect(documents.find((each: { id: string }) => each.id === id).recall).toBe('recalled')
    expect(events(await during(() => change(id, { summary: 'y', _status: 'published' })))).toEqual(['changed articles'])
    const other = await create({ title: 'Draft only', body: paragraphs('x') })
    await service.ask('editor', 'PATCH', `/api/articles/${other}`, { recall: { kind: 'recalled', reason: 'no' } })
    const { recall } = (await service.ask('editor', 'GET', `/api/articles/${other}?draft=true`)).body
    expect(recall?.kind ?? null).toBeNull()
  })

  it('has none for a change that was taken back', async () => {
    const id = await create({ title: 'Kept', body: paragraphs('Words.'), _status: 'published' })
    const refused = await during(() =>
      change(id, { references: [{ citation: 'x', doi: 'wrong' }], _status: 'published' }),
    )
    expect(refused).toEqual([])
  })

  it('grows strictly with many writers, and a follower sees all of it in order', async () => {
    const seen: LogEntry[] = []
    const following = await followLog(service.payload, (entries) => {
      seen.push(...entries)
    })
    const before = await lastPosition(service.payload)
    const ids = await Promise.all(
      Array.from({ length: 12 }, (_, number) =>
        create({ title: `Many ${number}`, body: paragraphs('x'), _status: 'published' }),
      ),
    )
    await Promise.all(ids.map((id) => change(id, { summary: 'Again.', _status: 'published' })))
    await following.caughtUp()
    await following.stop()
    const own = seen.filter(({ document }) => ids.includes(document))
    expect(own).toHaveLength(24)
    const positions = own.map(({ position }) => position)
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
    expect(positions[0]).toBeGreaterThan(before)
    for (const id of ids)
      expect(own.filter(({ document }) => document === id).map(({ event }) => event)).toEqual(['published', 'changed'])
  })

  it('is followed outside of the request whose change woke its follower', async () => {
    const heard: (string | undefined)[] = []
    let told: () => void = () => {}
    const first = new Promise<void>((resolve) => {
      told = resolve
    })
    const following = await followLog(service.payload, () => {
      heard.push(currentRequestId())
      told()
    })
    await withRequestId('the-request', async () => {
      const data = { title: 'Woken', body: paragraphs('Words.'), _status: 'published' as const } as never
      await service.payload.create({ collection: 'articles', data, overrideAccess: true })
      await first
      await following.caughtUp()
      expect(currentRequestId()).toBe('the-request')
    })
    await following.stop()
    expect(new Set(heard)).toEqual(new Set([undefined]))
  })

  describe('followers with a stored cursor', () => {
    it('get each entry once between them, in order, and again where one failed', async () => {
      const name = `test-${Math.random()}`
      const got: number[] = []
      let failed = false
      const listener = async ({ position }: LogEntry) => {
        if (!failed && got.length === 3) {
          failed = true
          throw new Error('not now')
        }
        got.push(position)
      }
      const all = (await readLog(service.payload, 0)).map(({ position }) => position)
      const [one, two] = [
        await followOnce(service.payload, name, listener),
        await followOnce(service.payload, name, listener),
      ]
      await one.caughtUp()
      await Promise.all([one.caughtUp(), two.caughtUp()])
      await Promise.all([one.stop(), two.stop()])
      expect(got).toEqual(all)
    })

    it('leave the process to others while they are far behind, and stop where they are', async () => {
      const id = await create({ title: 'Far behind', body: paragraphs('x'), _status: 'published' })
      for (let number = 0; number < 60; number++) await change(id, { title: `Version ${number}`, _status: 'published' })
      const pages = Math.floor((await readLog(service.payload, 0)).length / 50)
      let worked = 0
      const work = async () => {
        for (const until = performance.now() + 5; performance.now() < until; );
        worked++
      }
      const [whole, ended] = [
        await followOnce(service.payload, `behind-${Math.random()}`, work),
        await followOnce(service.payload, `ended-${Math.random()}`, work),
      ]
      const began = performance.now()
      await whole.caughtUp()
      expect(performance.now() - began).toBeGreaterThan(pages * 50 * 5 * 2.5)
      await whole.stop()

      worked = 0
      const catching = ended.caughtUp()
      await vi.waitFor(() => expect(worked).toBeGreaterThan(0), { interval: 1 })
      await ended.stop()
      await catching
      expect(worked).toBeLessThan(50)
    }, 120_000)

    it('are taken over from a process that is gone', async () => {
      const store = logStoreOf(service.payload)
      const name = `lease-${Math.random()}`
      expect(await store.lease(name, 'gone', 50)).toBe(0)
      expect(await store.lease(name, 'other', 50)).toBeUndefined()
      await new Promise((resolve) => setTimeout(resolve, 80))
      expect(await store.lease(name, 'other', 5_000)).toBe(0)
      expect(await store.advance(name, 'gone', 7)).toBe(false)
      expect(await store.advance(name, 'other', 7)).toBe(true)
      expect(await store.lease(name, 'other', 5_000)).toBe(7)
    })
  })

  it('keeps the last entry of each document when it is compacted, and gives no position twice', async () => {
    const all = await readLog(service.payload, 0)
    const newest = new Map(all.map((entry) => [`${entry.collection} ${entry.document}`, entry]))
    const last = await lastPosition(service.payload)
    expect(await compactLog(service.payload, -1)).toBeGreaterThan(0)
    expect(await readLog(service.payload, 0)).toEqual(all.filter((entry) => [...newest.values()].includes(entry)))
    expect(await lastPosition(service.payload)).toBe(last)
    const added = await during(() => create({ title: 'After', body: paragraphs('x'), _status: 'published' }))
    expect(added[0]?.position).toBeGreaterThan(last)
  })

  it('is completed where a process went between a change and its entry', async () => {
    const id = await create({ title: 'Left', body: paragraphs('x'), _status: 'published' })
    const store = logStoreOf(service.payload)
    const intent = await store.intend('articles', id)
    const added = await during(() => completeIntents(service.payload, -1))
    // With transactions there is nothing to complete.
    const own = added.filter(({ document }) => document === id)
    expect(events(own)).toEqual(intent ? ['changed articles'] : [])
    expect(await store.abandoned(-1)).toEqual([])
  })

  it.runIf(process.env.TEST_DATABASE === 'mongodb')(
    'keeps the positions that another process gave while this one stood still',
    async () => {
      const { connection } = mongoOf(service.payload as never) as MongooseAdapter
      const log = connection.collection('publish_log')
      const updateOne = log.updateOne.bind(log)
      const last = await lastPosition(service.payload)
      const id = await create({ title: 'Numbered', body: paragraphs('x'), _status: 'published' })
      vi.spyOn(log, 'updateOne').mockImplementationOnce(async (filter) => {
        await updateOne({ _id: filter?._id }, { $set: { position: last + 1 } })
        return updateOne(filter, { $set: { position: last + 7 } })
      })
      const entries = await readLog(service.payload, last)
      expect(entries).toMatchObject([{ position: last + 1, document: id }])
    },
  )

  it.runIf(process.env.TEST_DATABASE === 'mongodb')(
    'has the newest version made where a process went after the document and before it',
    async () => {
      const never = await create({ title: 'Never written', body: paragraphs('x') })
      const old = await create({ title: 'Older', body: paragraphs('x'), _status: 'published' })
      await change(old, { title: 'Newer', _status: 'published' })
      const draft = await create({ title: 'Shown', body: paragraphs('x'), _status: 'published' })
      await change(draft, { title: 'Drafted' }, '?draft=true')
      const { connection } = mongoOf(service.payload as never) as MongooseAdapter
      const versions = connection.collection<{ latest?: boolean }>('_articles_versions')
      const newest = { parent: old, latest: true }
      const before = await versions.findOne({ parent: old, latest: { $ne: true } })
      await versions.deleteMany({ parent: never })
      await versions.deleteOne(newest)
      await versions.updateOne({ _id: before?._id }, { $set: { latest: true } })

      const store = logStoreOf(service.payload)
      for (const id of [never, old, draft]) await store.intend('articles', id)
      await completeIntents(service.payload, -1)

      const shown = async (id: string) =>
        (await service.ask('reviewer', 'GET', `/api/articles/${id}?draft=true`)).body.title
      expect(await Promise.all([never, old, draft].map(shown))).toEqual(['Never written', 'Newer', 'Drafted'])
      expect(await versions.countDocuments(newest)).toBe(1)
      const listed = await service.ask('reviewer', 'GET', '/api/articles?draft=true&where[title][equals]=Never written')
      expect(listed.body.docs).toMatchObject([{ id: never }])
    },
  )
})
