import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compactLog } from '../src/publishing/publishLog'
import { describeService, paragraphs, type Service, startService } from './startService'
import { picture, uploadForm } from './uploadForm'

interface Item {
  op: 'upsert' | 'remove'
  type: string
  id: string
  reason?: string
  document?: { id: string; title?: string; modified: string }
}

/** An app that keeps what it was given. */
class App {
  readonly documents = new Map<string, NonNullable<Item['document']>>()
  readonly removed = new Map<string, string>()
  private cursor: string | undefined

  constructor(
    private readonly service: Service,
    private readonly locale = 'en',
  ) {}

  /** @param most how many answers it takes before it is interrupted */
  async sync(most = Number.POSITIVE_INFINITY, limit = 3): Promise<void> {
    for (let answers = 0; answers < most; answers++) {
      const from = this.cursor ? `cursor=${this.cursor}` : `locale=${this.locale}`
      const { status, body } = await this.service.ask('stranger', 'GET', `/v1/sync?limit=${limit}&${from}`)
      expect(status).toBe(200)
      for (const { op, type, id, document, reason } of body.items as Item[]) {
        if (op === 'upsert' && document) this.documents.set(`${type}:${id}`, document)
        else {
          this.documents.delete(`${type}:${id}`)
          this.removed.set(`${type}:${id}`, reason ?? '')
        }
      }
      this.cursor = body.cursor
      if (!body.more) return
    }
  }
}

describeService('Sync', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.close())

  const create = async (collection: string, data: object) =>
    (await service.ask('reviewer', 'POST', `/api/${collection}`, data)).body.doc.id as string
  const change = (collection: string, id: string, data: object) =>
    service.ask('reviewer', 'PATCH', `/api/${collection}/${id}`, data)
  const manifest = async () => {
    const { body } = await service.ask('stranger', 'GET', '/v1/manifest')
    const documents = body.documents as { type: string; id: string; modified: string }[]
    return new Map(documents.map(({ type, id, modified }) => [`${type}:${id}`, modified]))
  }
  const expectSame = async (app: App) => {
    const kept = new Map([...app.documents].map(([key, { modified }]) => [key, modified]))
    expect([...kept].sort()).toEqual([...(await manifest())].sort())
  }

  it('gives everything first, then changes, and removals with their reason', async () => {
    const [one, two, three] = await Promise.all(
      ['One', 'Two', 'Three'].map((title) =>
        create('articles', { title, body: paragraphs('Words.'), _status: 'published' }),
      ),
    )
    await create('articles', { title: 'Draft', body: paragraphs('Words.') })
    await create('symptoms', { name: 'Ache', _status: 'published' })
    const app = new App(service)
    await app.sync()
    await expectSame(app)
    expect([...app.documents.values()].map(({ title }) => title)).not.toContain('Draft')

    await change('articles', one as string, { title: 'One, again', _status: 'published' })
    await change('articles', two as string, { _status: 'draft' })
    await service.ask('admin', 'DELETE', `/api/articles/${three}`)
    await app.sync()
    await expectSame(app)
    expect(app.documents.get(`articles:${one}`)?.title).toBe('One, again')
    expect(app.removed.get(`articles:${two}`)).toBe('withdrawn')
    expect(app.removed.get(`articles:${three}`)).toBe('deleted')
  })

  it('tells that an article is gone, also where the picture goes with it that it showed', async () => {
    const form = uploadForm(await picture('png'), 'leg.png')
    const { body } = await service.ask('reviewer', 'POST', '/api/media', form)
    const hero = body.doc.id
    const pictured = await create('articles', {
      title: 'Pictured',
      hero,
      body: paragraphs('Words.'),
      _status: 'published',
    })
    const app = new App(service)
    await app.sync()
    expect(app.documents.has(`articles:${pictured}`)).toBe(true)
    await change('articles', pictured, { _status: 'draft' })
    await app.sync()
    expect(app.removed.get(`articles:${pictured}`)).toBe('withdrawn')
    await expectSame(app)
  })

  it('says how much is still to come, and lets links lead to the pages of an app', async () => {
    const addresses = 'https://app.example.org/#/{locale}/{collection}/{slug}'
    await create('symptoms', { name: 'Stiff toe', _status: 'published' })
    await create('articles', { title: 'Stiff', body: paragraphs('A stiff toe is no fun.'), _status: 'published' })
    const served = (await manifest()).size
    let asked = `locale=en&addresses=${encodeURIComponent(addresses)}&limit=2`
    const documents: { title?: string; sections?: { html: string }[] }[] = []
    for (let more = true; more; ) {
      const { body } = await service.ask('stranger', 'GET', `/v1/sync?${asked}`)
      for (const { document } of body.items) documents.push(document)
      expect(body.remaining).toBe(Math.max(0, served - documents.length))
      asked = `cursor=${body.cursor}&addresses=${encodeURIComponent(addresses)}&limit=2`
      more = body.more
    }
    const stiff = documents.find(({ title }) => title === 'Stiff')
    expect(stiff?.sections?.[0]?.html).toContain('href="https://app.example.org/#/en/symptoms/stiff-toe"')
    expect(JSON.stringify(documents)).not.toContain('/v1/')
    const { status, body } = await service.ask('stranger', 'GET', '/v1/sync?addresses=javascript:1')
    expect([status, body.code, body.parameter]).toEqual([400, 'bad-parameter', 'addresses'])
  })

  it('gives every removal to a cursor from before compaction', async () => {
    const id = await create('articles', { title: 'Gone soon', body: paragraphs('x'), _status: 'published' })
    const app = new App(service)
    await app.sync()
    expect(app.documents.has(`articles:${id}`)).toBe(true)
    await change('articles', id, { summary: 'More.', _status: 'published' })
    await service.ask('admin', 'DELETE', `/api/articles/${id}`)
    await compactLog(service.payload, -1)
    await app.sync()
    expect(app.documents.has(`articles:${id}`)).toBe(false)
    await expectSame(app)
  })

  it('ends with what the manifest serves, whatever happens between and however often it is interrupted', async () => {
    const step = fc.oneof(
      fc.record({
        what: fc.constantFrom('create', 'change', 'withdraw', 'publish', 'trash', 'delete'),
        which: fc.nat(5),
      }),
      fc.record({ what: fc.constant('sync'), which: fc.integer({ min: 1, max: 2 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const app = new App(service)
        const ids: string[] = []
        for (const { what, which } of steps) {
          const id = ids[which % Math.max(1, ids.length)]
          if (what === 'create')
            ids.push(
              await create('articles', { title: `Made ${Math.random()}`, body: paragraphs('x'), _status: 'published' }),
            )
          else if (what === 'sync') await app.sync(which, 2)
          else if (!id) continue
          else if (what === 'delete') await service.ask('admin', 'DELETE', `/api/articles/${id}`)
          else {
            const data = {
              change: { summary: String(Math.random()) },
              withdraw: { _status: 'draft' },
              publish: {},
              trash: { deletedAt: new Date() },
            }
            const chosen = data[what as keyof typeof data]
            await change('articles', id, { _status: 'published', ...chosen })
          }
        }
        await app.sync()
        await expectSame(app)
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  it('streams everything in a bundle, each document with its digest, and goes on from there', async () => {
    const response = await fetch(`${service.url}/v1/bundle`)
    const lines = (await response.text()).trim().split('\n')
    const head = JSON.parse(lines[0] as string)
    const served = await manifest()
    expect(JSON.parse(lines.at(-1) as string)).toEqual({ documents: served.size })
    for (const line of lines.slice(1, -1)) {
      const { type, id, sha256 } = JSON.parse(line)
      const json = line.slice(line.indexOf('"document":') + '"document":'.length, -1)
      expect(createHash('sha256').update(json).digest('hex')).toBe(sha256)
      expect(served.delete(`${type}:${id}`)).toBe(true)
    }
    expect(served.size).toBe(0)
    const { body } = await service.ask('stranger', 'GET', `/v1/sync?cursor=${head.cursor}`)
    expect(body).toMatchObject({ items: [], more: false })
  })

  describe('refuses', () => {
    it.each([
      'cursor=x',
      'cursor=WzEsImVuIiwtMV0',
      'cursor=WzEsImVuIiw5OTk5OTk5XQ',
      'locale=fr',
      'limit=0',
      'limit=101',
      'since=now',
    ])('%s', async (query) => {
      const { status, body } = await service.ask('stranger', 'GET', `/v1/sync?${query}`)
      expect([status, body.code]).toEqual([400, 'bad-parameter'])
    })
  })
})
