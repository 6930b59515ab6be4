import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { keysOf } from '../src/cache/keys'
import { logStoreOf } from '../src/database/logStore'
import { runJobs } from '../src/editorial/runJobs'
import { runWebhooks } from '../src/publishing/webhooks/deliver'
import { serveCached } from './serveCached'
import { describeService, paragraphs, type Service, startService } from './startService'

const day = 86_400_000
const patience = { timeout: 20_000, interval: 100 }

/** The machine's clock is set while the server runs; what counts seconds goes on, and what is dated by it stays in order. */
describeService('When the clock jumps', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.close())
  afterEach(() => {
    vi.useRealTimers()
  })

  /** Nothing but what time it is. */
  const jump = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
  const write = async (title: string) =>
    (
      await service.ask('reviewer', 'POST', '/api/articles', {
        title,
        body: paragraphs('Rest it.'),
        _status: 'published',
      })
    ).body.doc as { id: string; slug: string }

  it.each([
    ['back', -day],
    ['ahead', 3_600_000],
  ])(
    'a day or an hour %s, people stay logged in, changes reach readers and apps, and jobs are done',
    async (_, ms) => {
      const cached = await serveCached(service)
      const { id, slug } = await write(`Before ${ms}`)
      await cached.caughtUp()
      const { cursor } = (await service.ask('stranger', 'GET', '/v1/sync?limit=100')).body
      const read = async () => (await fetch(`${cached.url}/v1/articles/${slug}`)).json()
      expect((await read()).title).toBe(`Before ${ms}`)
      const old = { name: `Knock ${ms < 0 ? 'back' : 'ahead'}`, _status: 'published' }
      const term = (await service.ask('reviewer', 'POST', '/api/symptoms', old)).body.doc.id
      const stop = runJobs(service.payload, 100)
      try {
        jump(ms)
        expect((await service.ask('editor', 'GET', '/api/users/me')).body.user?.email).toBe('editor@example.org')
        const title = `After ${ms}`
        expect((await service.ask('reviewer', 'PATCH', `/api/articles/${id}`, { title })).status).toBe(200)
        expect((await read()).title).toBe(title)
        // Within what the rate limit counts as a minute, and again after it.
        let next = cursor
        const told: string[] = []
        for (let more = true; more; ) {
          const { body } = await service.ask('stranger', 'GET', `/v1/sync?limit=100&cursor=${next}`)
          told.push(...body.items.map((item: { id: string }) => item.id))
          next = body.cursor
          more = body.more
        }
        expect(told).toContain(id)
        // The job finds a term that is changed now in a text that is saved now.
        const name = `Sore ${ms < 0 ? 'shin' : 'heel'}`
        const texts = await service.ask('reviewer', 'PATCH', `/api/articles/${id}`, { body: paragraphs(`A ${name}.`) })
        expect(texts.body.doc.symptoms).toHaveLength(0)
        const renamed = { name, _status: 'published' }
        const answer = await service.ask('reviewer', 'PATCH', `/api/symptoms/${term}`, renamed)
        expect([answer.status, answer.body.doc?.name]).toEqual([200, name])
        await vi.waitFor(async () => {
          const { body } = await service.ask('editor', 'GET', `/api/articles/${id}?depth=0`)
          expect(body.symptoms).toEqual([term])
        }, patience)
      } finally {
        await stop()
        await cached.close()
      }
    },
    120_000,
  )

  it('back, nobody overwrites what he has not read', async () => {
    const { id } = await write('Read by two')
    const opened = (await service.ask('editor', 'GET', `/api/articles/${id}?draft=true&depth=0`)).body
    jump(-day)
    const save = (who: 'editor' | 'reviewer', title: string) =>
      service.ask(who, 'PATCH', `/api/articles/${id}?draft=true&autosave=true`, {
        title,
        updatedAt: opened.updatedAt,
        _status: 'draft',
      })
    expect((await save('reviewer', 'First')).status).toBe(200)
    expect((await save('editor', 'Second')).status).toBe(409)
  })

  it('back, what a process that is gone had leased is taken over', async () => {
    const store = logStoreOf(service.payload)
    expect(await store.lease('somebody', 'who is gone', 1_000)).toBe(0)
    jump(-day)
    expect(await store.lease('somebody', 'who is here', 1_000)).toBe(0)
    // And in the ordinary case it is not.
    expect(await store.lease('somebody', 'a third', 1_000)).toBeUndefined()
  })

  it('back, the job of a process that is gone runs again', async () => {
    const { payload } = service
    const data = { taskSlug: 'relink', queue: 'default', processing: true, hasError: false, input: { changes: [] } }
    const { id } = await payload.db.create({ collection: 'payload-jobs', data })
    jump(-day)
    const stop = runJobs(payload, 50)
    const where = { id: { equals: id } }
    const count = async () =>
      (await payload.count({ collection: 'payload-jobs', where, overrideAccess: true })).totalDocs
    await vi.waitFor(async () => expect(await count()).toBe(0), patience).finally(stop)
  })

  it('back, webhooks are told of what happens since, and of what failed before it, and of nothing older', async () => {
    const told: string[] = []
    let status = 503
    const receiver = createServer(async (req, res) => {
      let text = ''
      for await (const chunk of req.setEncoding('utf8')) text += chunk
      if (status === 204) told.push(JSON.parse(text).data.id)
      res.writeHead(status).end()
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
    await write('Before there was a webhook')
    const made = await service.ask('admin', 'POST', '/api/webhooks', { name: 'Site', url, collections: ['articles'] })
    const options = { serverUrl: undefined, keysOf, allowPrivate: true, everyMs: 50 }
    const { stop } = await runWebhooks(service.payload, options)
    try {
      const first = await write('Refused once')
      const where = { webhook: { equals: made.body.doc.id } }
      const waiting = async () =>
        (await service.payload.find({ collection: 'webhook-deliveries', where, overrideAccess: true })).docs
      await vi.waitFor(async () => expect(await waiting()).toMatchObject([{ attempts: 1 }]), patience)
      status = 204
      jump(-day)
      const second = await write('After the clock was set')
      await vi.waitFor(() => expect(told).toEqual([first.id, second.id]), patience)
    } finally {
      await stop()
      receiver.closeAllConnections()
      await new Promise((resolve) => receiver.close(resolve))
    }
  })

  it('back, a schedule waits for its hour by the new clock, and is then done', async () => {
    const { id } = await write('Scheduled')
    const draft = { title: 'Scheduled, later', _status: 'draft' }
    expect((await service.ask('reviewer', 'PATCH', `/api/articles/${id}?draft=true`, draft)).status).toBe(200)
    const at = Date.now() + 60_000
    await service.payload.jobs.queue({
      task: 'schedulePublish',
      input: { doc: { relationTo: 'articles', value: id }, type: 'publish', locale: 'en' } as never,
      waitUntil: new Date(at),
      overrideAccess: true,
    })
    const title = async () => (await service.ask('stranger', 'GET', `/api/articles/${id}`)).body.title
    jump(-day)
    await service.runJobs()
    expect(await title()).toBe('Scheduled')
    vi.setSystemTime(at + 1_000)
    await service.runJobs()
    expect(await title()).toBe('Scheduled, later')
  })
})
