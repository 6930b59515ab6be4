import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { purgeByLog } from '../src/cache/followLog'
import { openParts, Parts } from '../src/cache/parts'
import { createResponseCache, type ResponseCache } from '../src/cache/responseCache'
import { type Following, followLog } from '../src/publishing/followLog'
import { onAppend } from '../src/publishing/publishLog'
import { describeService, paragraphs, type Service, startService } from './startService'

/** What strangers are given from memory, and that it never outlives what it was made of. */
describeService('The response cache', () => {
  let service: Service
  let server: Server
  let url: string
  let cache: ResponseCache
  let following: Following
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    service = await startService()
    cache = createResponseCache({ bytes: 10_000_000 })
    following = await purgeByLog([openParts(service.payload, new Parts({ bytes: 10_000_000 })), cache], {
      onAppend: (listener) => onAppend(service.payload, listener),
      follow: (listener) => followLog(service.payload, listener),
    })
    // The service as it is, with the cache before its one listener.
    const { createApp } = await import('../src/http/createApp')
    const { createGraphql } = await import('../src/graphql/createGraphql')
    const { payload } = service
    const logger = pino({ level: 'silent' })
    const graphql = createGraphql({ payload, logger, introspection: false, production: false })
    server = createServer(cache.serve(createApp({ payload, logger, serverUrl: undefined, graphql }))).listen(
      0,
      '127.0.0.1',
    )
    await new Promise((resolve) => server.once('listening', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

    ids.swelling = await add('symptoms', { name: 'Swelling' })
    ids.itching = await add('symptoms', { name: 'Itching', _status: 'draft' })
    ids.a = await add('articles', { title: 'Legs', body: paragraphs('Swelling. Swelling.') })
    ids.b = await add('articles', { title: 'Arms', body: paragraphs('Nothing of note.') })
    await following.caughtUp()
  })
  afterAll(async () => {
    await following?.stop()
    server?.closeAllConnections()
    await new Promise((resolve) => server?.close(resolve))
    await service?.close()
  })

  const add = async (collection: string, data: object) =>
    (await service.ask('reviewer', 'POST', `/api/${collection}`, { _status: 'published', ...data })).body.doc
      .id as string
  const change = async (collection: string, id: string | undefined, data: object, query = '') => {
    const { status } = await service.ask('reviewer', 'PATCH', `/api/${collection}/${id}${query}`, data)
    expect(status).toBe(200)
    await following.caughtUp()
  }
  const read = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, init)
    return { status: response.status, from: response.headers.get('x-cache'), text: await response.text(), response }
  }
  const query = (text: string) =>
    read('/api/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text }),
    })
  const uncached = async (path: string) => (await fetch(service.url + path)).text()

  const paths = (): Record<string, string> => ({
    a: `/api/articles/${ids.a}`,
    b: `/api/articles/${ids.b}`,
    'a by slug': '/api/articles?where[slug][equals]=legs',
    'b by slug': '/api/articles?where[slug][equals]=arms',
    'a bare': `/api/articles/${ids.a}?depth=0`,
    'all articles': '/api/articles',
    'articles of a symptom': `/api/articles?where[symptoms][in]=${ids.swelling}`,
    count: '/api/articles/count',
    'all symptoms': '/api/symptoms',
    'the symptom': `/api/symptoms/${ids.swelling}`,
    'the symptom alone': `/api/symptoms/${ids.swelling}?select[name]=true`,
    'no such slug': '/api/articles?where[slug][equals]=feet',
    'draft symptom': `/api/symptoms/${ids.itching}`,
  })
  const warm = async () => {
    for (const path of Object.values(paths())) await read(path)
    for (const [name, path] of Object.entries(paths())) expect([name, (await read(path)).from]).toEqual([name, 'hit'])
  }
  /** Names of those that are no longer kept. And whatever is kept, it says what the app says now. */
  const gone = async () => {
    const names: string[] = []
    for (const [name, path] of Object.entries(paths())) {
      const { from, text } = await read(path)
      if (from === 'miss') names.push(name)
      expect([name, text]).toEqual([name, await uncached(path)])
    }
    return names
  }

  it('gives the same bytes from memory as without it', async () => {
    for (const path of Object.values(paths())) {
      const [first, second] = [await read(path), await read(path)]
      expect([path, first.from, second.from]).toEqual([path, 'miss', 'hit'])
      expect(second.text).toBe(first.text)
      expect(second.text).toBe(await uncached(path))
      expect(second.response.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })

  it('forgets an article that changes, with the lists that it is in, and keeps the others', async () => {
    await warm()
    await change('articles', ids.a, { summary: 'Of legs.', _status: 'published' })
    expect(await gone()).toEqual([
      'a',
      'a by slug',
      'a bare',
      'all articles',
      'articles of a symptom',
      'count',
      'all symptoms',
      'the symptom',
    ])
  })

  it('keeps everything while somebody writes a draft', async () => {
    await warm()
    await change('articles', ids.a, { summary: 'Not yet.' }, '?draft=true')
    expect(await gone()).toEqual([])
  })

  it('forgets the pages of what links to a symptom that changes', async () => {
    await warm()
    await change('symptoms', ids.swelling, { name: 'Swelling', urgency: 'urgent', _status: 'published' })
    const names = await gone()
    expect(names).toEqual(expect.arrayContaining(['a', 'a by slug', 'a bare', 'all articles', 'the symptom alone']))
    expect(names).not.toContain('b')
    expect(names).not.toContain('b by slug')
  })

  it('forgets that there was nothing at an address, or of an id, once something is published there', async () => {
    await warm()
    ids.c = await add('articles', { title: 'Feet', body: paragraphs('Words.') })
    await following.caughtUp()
    expect((await read('/api/articles?where[slug][equals]=feet')).text).toContain(ids.c)
    expect((await read(`/api/symptoms/${ids.itching}`)).status).toBe(404)
    await change('symptoms', ids.itching, { _status: 'published' })
    expect((await read(`/api/symptoms/${ids.itching}`)).status).toBe(200)
  })

  it('shows a linked document once it is published, though its id was hidden', async () => {
    const hidden = await add('remedies', { name: 'Rest', kind: 'self-care', _status: 'published' })
    ids.d = await add('articles', { title: 'Backs', body: paragraphs('Rest. Rest. Rest.') })
    await service.ask('reviewer', 'PATCH', `/api/remedies/${hidden}`, { _status: 'draft' })
    await following.caughtUp()
    const path = `/api/articles/${ids.d}?depth=0`
    const before = await read(path)
    expect(before.text).not.toContain(hidden)
    expect(before.response.headers.get('surrogate-key')).toContain(`remedies:${hidden}`)
    expect(before.text).toBe(await uncached(path))
    await change('remedies', hidden, { _status: 'published' })
    expect((await read(path)).text).toBe(await uncached(path))
    await service.runJobs()
    await following.caughtUp()
    expect((await read(path)).text).toBe(await uncached(path))
  })

  it('keeps GraphQL queries, and forgets them by what they read', async () => {
    const list = '{ Articles(sort: "title") { docs { title symptoms { name } } } }'
    const one = `{ Article(id: "${ids.a}") { title summary symptoms { name } } }`
    const other = `{ Article(id: "${ids.b}") { title summary } }`
    const joined = `{ Symptom(id: "${ids.swelling}") { name articles { docs { title summary } } } }`
    const all = [list, one, other, joined]
    for (const each of all) await query(each)
    for (const each of all) expect((await query(each)).from).toBe('hit')
    await change('articles', ids.a, { summary: 'Of both legs.', _status: 'published' })
    const after = []
    for (const each of all) after.push(await query(each))
    expect(after.map(({ from }) => from)).toEqual(['miss', 'miss', 'hit', 'miss'])
    expect(after[3]?.text).toContain('Of both legs.')
    expect((await query('mutation { logoutUser }')).from).toBeNull()
  })

  it('gives who is logged in nothing from memory, and keeps nothing of his', async () => {
    await change('articles', ids.a, { summary: 'A later draft.' }, '?draft=true')
    const path = `/api/articles/${ids.a}?draft=true`
    await read(path)
    const { email, password } = { email: 'editor@example.org', password: 'a-long-enough-password' }
    const { token } = await service.payload.login({ collection: 'users', data: { email, password } })
    const own = await read(path, { headers: { authorization: `JWT ${token}` } })
    expect(own.text).toContain('A later draft.')
    expect(own.from).toBeNull()
    expect(own.response.headers.get('surrogate-key')).toBeNull()
    const byCookie = await read(path, { headers: { cookie: `payload-token=${token}` } })
    expect(byCookie.from).toBeNull()
    const stranger = await read(path)
    expect(stranger.from).toBe('hit')
    expect(stranger.text).not.toContain('A later draft.')
  })

  it('forgets what is withdrawn', async () => {
    await warm()
    await change('articles', ids.b, { _status: 'draft' })
    expect((await read(`/api/articles/${ids.b}`)).status).toBe(404)
    expect(await gone()).toContain('b by slug')
  })
})
