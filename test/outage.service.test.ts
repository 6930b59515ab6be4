import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildDoor, type Door } from './door'
import { type Cached, serveCached } from './serveCached'
import { describeService, paragraphs, password, type Service, startService } from './startService'

const onMongo = process.env.TEST_DATABASE === 'mongodb'
const key = 'the-key-of-an-app'
const article = '/api/articles'
const titled = (title: string) => ({ title, slug: title })

interface Road {
  method: string
  path: string
  body?: object
  headers?: Record<string, string>
}

const graphql = (query: string): Road => ({ method: 'POST', path: '/api/graphql', body: { query } })
const roads: Record<string, Road> = {
  'who he is': { method: 'GET', path: '/api/users/me' },
  'a list with drafts': { method: 'GET', path: `${article}?draft=true&depth=0` },
  'a list, as the admin asks for one': {
    method: 'POST',
    path: article,
    body: { depth: 0 },
    headers: { 'X-Payload-HTTP-Method-Override': 'GET' },
  },
  'a new article': { method: 'POST', path: article, body: titled('lost-by-rest') },
  'what his words link': { method: 'POST', path: '/api/linking/preview', body: {} },
  'a query': graphql('{ Articles(draft: true) { docs { id } } }'),
  'a mutation': graphql('mutation { createArticle(data: { title: "Lost", slug: "lost-by-graphql" }) { id } }'),
}

describeService('While the database does not answer, somebody who is known', () => {
  let service: Service
  let door: Door | undefined
  let cached: Cached
  let known: Record<string, Record<string, string>>

  beforeAll(async () => {
    service = await startService({
      reach: async (url) => {
        if (!onMongo) return url
        const there = new URL(url)
        door = await buildDoor({ host: there.hostname, port: Number(there.port) })
        there.host = `127.0.0.1:${door.port}`
        there.search = '?serverSelectionTimeoutMS=1500'
        return there.href
      },
    })
    const { payload, people } = service
    await payload.update({
      collection: 'users',
      id: people.api,
      data: { enableAPIKey: true, apiKey: key },
      overrideAccess: true,
    })
    const { token } = await payload.login({ collection: 'users', data: { email: 'editor@example.org', password } })
    known = {
      'by a cookie': { cookie: `payload-token=${token}` },
      'by a token': { authorization: `JWT ${token}` },
      'by the key of an app': { authorization: `users API-Key ${key}` },
    }
    for (const title of ['kept', 'never-read']) {
      const data = { ...titled(title), body: paragraphs('Rest it.'), _status: 'published' }
      expect((await service.ask('reviewer', 'POST', article, data)).status).toBe(201)
    }
    expect((await service.ask('editor', 'POST', `${article}?draft=true`, titled('draft'))).status).toBe(201)
    cached = await serveCached(service)
    await cached.caughtUp()
  })
  afterAll(async () => {
    await cached?.close()
    await service?.close()
    await door?.shut()
  })
  afterEach(() => void vi.restoreAllMocks())

  const take = ({ method, path, body, headers }: Road, by: Record<string, string> = {}) =>
    service.ask('stranger', method, path, body, { ...headers, ...by })
  const expectUnavailable = async () => {
    await Promise.all(
      Object.entries(known).flatMap(([how, by]) =>
        Object.entries(roads).map(async ([what, road]) => {
          const { status, headers, body } = await take(road, by)
          expect([how, what, status, headers.get('retry-after')]).toEqual([how, what, 503, '5'])
          expect(headers.get('cache-control')).toBe('no-store')
          if (road.path !== '/api/graphql') expect(body).toMatchObject({ status: 503, code: 'unavailable' })
          else
            expect(body).toEqual({
              errors: [
                {
                  message: 'The database cannot be reached; try again soon',
                  extensions: { code: 'UNAVAILABLE', statusCode: 503 },
                },
              ],
            })
        }),
      ),
    )
  }
  const expectKnown = async () => {
    for (const by of Object.values(known)) {
      const { status, body } = await take({ method: 'GET', path: '/api/users/me' }, by)
      expect([status, body.user?.email]).toEqual([200, expect.stringContaining('@example.org')])
    }
    const { docs } = (await service.ask('editor', 'GET', `${article}?draft=true&depth=0&sort=slug`)).body
    expect(docs.map(({ slug }: { slug: string }) => slug)).toEqual(['draft', 'kept', 'never-read'])
  }

  describe('and is back a moment later', () => {
    /** Whoever looks for a person meets it, and nobody else. */
    const loseLookups = () => {
      const { db } = service.payload
      for (const name of ['find', 'findOne'] as const) {
        const own = db[name].bind(db) as (args: { collection: string }) => Promise<never>
        vi.spyOn(db, name).mockImplementation((async (args: { collection: string }) => {
          if (args.collection === 'users') throw new Error('the connection was lost')
          return own(args)
        }) as never)
      }
    }

    it('is told to ask again, and never what a stranger would be', async () => {
      await expectKnown()
      loseLookups()
      await expectUnavailable()
      vi.restoreAllMocks()
      await expectKnown()
    })

    it('is told so too where it cannot be read whether he has to enrol', async () => {
      vi.spyOn(service.payload.db, 'findGlobal').mockRejectedValue(new Error('the connection was lost'))
      const { status } = await take({ method: 'GET', path: '/api/users/me' }, known['by a cookie'])
      expect(status).toBe(503)
    })

    it('is one who shows something: strangers, and who shows what is forged, are answered as ever', async () => {
      loseLookups()
      const me = { method: 'GET', path: '/api/users/me' }
      for (const by of [{}, { cookie: 'payload-token=forged' }] as Record<string, string>[]) {
        const { status, body } = await take(me, by)
        expect([status, body.user]).toEqual([200, null])
      }
      expect((await take({ method: 'GET', path: `${article}?depth=0` })).body.docs).toHaveLength(2)
      expect((await take(graphql('{ Articles { totalDocs } }'))).body).toEqual({ data: { Articles: { totalDocs: 2 } } })
    })

    it('is nobody once he was deleted, which is no failure', async () => {
      const { payload } = service
      const email = 'gone@example.org'
      const { id } = await payload.create({
        collection: 'users',
        data: { email, password, name: 'Gone', role: 'editor' },
        overrideAccess: true,
      })
      const { token } = await payload.login({ collection: 'users', data: { email, password } })
      await payload.delete({ collection: 'users', id, overrideAccess: true })
      const { status, body } = await take(
        { method: 'GET', path: '/api/users/me' },
        { cookie: `payload-token=${token}` },
      )
      expect([status, body.user]).toEqual([200, null])
    })
  })

  it.runIf(onMongo)(
    'is told to ask again, whatever he asks, as strangers are of what is not in memory; of that they get the rest',
    async () => {
      const read = async (path: string, body?: object) => {
        const headers = { 'content-type': 'application/json' }
        const sent = body ? { method: 'POST', body: JSON.stringify(body), headers } : {}
        const response = await fetch(cached.url + path, sent)
        const from = response.headers.get('x-cache')
        return {
          status: response.status,
          from,
          again: response.headers.get('retry-after'),
          text: await response.text(),
        }
      }
      const all = { query: '{ Articles { docs { slug } } }' }
      const warm = async (path: string, body?: object) =>
        vi.waitFor(
          async () => {
            const answer = await read(path, body)
            expect([answer.status, answer.from]).toEqual([200, 'hit'])
            return answer.text
          },
          { timeout: 30_000, interval: 50 },
        )
      const kept = [await warm('/v1/articles/kept'), await warm('/api/graphql', all)]
      await door?.shut()
      await vi.waitFor(async () => expect((await read('/v1/articles/kept')).from).toBe('stale'), { timeout: 20_000 })

      await expectUnavailable()
      expect(await read('/v1/articles/kept')).toMatchObject({ status: 200, from: 'stale', text: kept[0] })
      expect(await read('/api/graphql', all)).toMatchObject({ status: 200, from: 'stale', text: kept[1] })
      const none = { query: '{ Symptoms { docs { slug } } }' }
      for (const lost of [
        await read('/v1/articles/never-read'),
        await read('/v1/manifest'),
        await read('/v1/search?q=knees'),
        await read('/api/graphql', none),
      ])
        expect(lost).toMatchObject({ status: 503, again: '5' })
      const direct = await take(graphql(none.query))
      expect([direct.status, direct.headers.get('retry-after')]).toEqual([503, '5'])
      expect(direct.body.errors[0].extensions).toEqual({ code: 'UNAVAILABLE', statusCode: 503 })

      await door?.open()
      await vi.waitFor(async () => expect((await read('/v1/articles/never-read')).status).toBe(200), {
        timeout: 45_000,
        interval: 200,
      })
      await expectKnown()
    },
    120_000,
  )
})
