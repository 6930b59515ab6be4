import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answering, CachedApp, type Handler, long } from './cachedApp.fixture'
import { Freshness } from './freshness'
import { noteDocument, noteList } from './reads'

describe('The response cache', () => {
  let app: CachedApp
  beforeEach(async () => {
    app = new CachedApp()
    await app.start()
  })
  afterEach(() => app.close())

  it('gives the same bytes and headers again without asking the app', async () => {
    const first = await app.ask('/api/articles/a')
    const second = await app.ask('/api/articles/a')
    expect(app.asked).toBe(1)
    expect(second.body.equals(first.body)).toBe(true)
    expect(second.body.toString()).toBe(long)
    expect([first.headers['x-cache'], second.headers['x-cache']]).toEqual(['miss', 'hit'])
    expect({ ...second.headers, 'x-cache': '', date: '' }).toEqual({ ...first.headers, 'x-cache': '', date: '' })
    expect(second.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'public, no-cache',
      'surrogate-key': 'articles:a',
      'cache-tag': 'articles:a',
      vary: 'Accept-Encoding',
    })
    expect(app.cache.metrics()).toMatchObject({ hits: 1, misses: 1, entries: 1 })
  })

  it('names the request that it was made for to whoever made that, and to nobody after him', async () => {
    app.handler = answering(long, { 'x-request-id': 'the-first' })
    expect((await app.ask('/api/articles/a')).headers['x-request-id']).toBe('the-first')
    expect((await app.ask('/api/articles/a')).headers['x-request-id']).toBeUndefined()
  })

  describe('while the log cannot be followed', () => {
    const freshness = new Freshness({ staleSeconds: 300 })
    const standing = vi.spyOn(freshness, 'standing', 'get')
    beforeEach(async () => {
      standing.mockReturnValue('current')
      await app.start(1_000_000, freshness)
      await app.ask('/api/articles/a')
    })

    it('gives out what it keeps, and says that it may be stale', async () => {
      standing.mockReturnValue('stale')
      const { status, headers, body } = await app.ask('/api/articles/a')
      expect([status, headers['x-cache'], body.toString()]).toEqual([200, 'stale', long])
      expect(headers.warning).toBeUndefined()
      const again = await app.ask('/api/articles/a', { 'if-none-match': String(headers.etag) })
      expect([again.status, again.headers['x-cache']]).toEqual([304, 'stale'])
      expect(app.cache.metrics()).toMatchObject({ hits: 2, stale: 2, refused: 0 })
      standing.mockReturnValue('current')
      expect(await app.from('/api/articles/a')).toBe('hit')
    })

    it('refuses it after too long, and gives it again once the log is followed', async () => {
      standing.mockReturnValue('lost')
      const { status, headers, body } = await app.ask('/api/articles/a')
      expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '5', 'no-store'])
      expect(headers['content-type']).toMatch(/^application\/problem\+json/)
      expect(JSON.parse(body.toString())).toMatchObject({ status: 503, code: 'unavailable' })
      expect(app.asked).toBe(1)
      expect(app.cache.metrics()).toMatchObject({ hits: 0, refused: 1 })
      standing.mockReturnValue('current')
      expect(await app.from('/api/articles/a')).toBe('hit')
    })

    it('gives out nothing that was purged, and says when to ask again where it cannot be made', async () => {
      app.cache.purge(['articles:a'])
      standing.mockReturnValue('stale')
      app.handler = answering('{}', {}, 500)
      const { status, headers } = await app.ask('/api/articles/a')
      expect([status, headers['retry-after'], headers['x-cache']]).toEqual([503, '5', undefined])
    })

    it('leaves a fault of ours as it is while the log is followed', async () => {
      app.handler = answering('{}', {}, 500)
      expect((await app.ask('/api/articles/b')).status).toBe(500)
    })
  })

  it('tells apart addresses by their exact text', async () => {
    await app.ask('/api/articles?a=1&b=2')
    expect(await app.from('/api/articles?b=2&a=1')).toBe('miss')
    expect(await app.from('/api/articles?a=1&b=2', { host: 'other.example.org' })).toBe('miss')
    expect(await app.from('/api/articles?a=1&b=2', { origin: 'https://app.example.org' })).toBe('miss')
  })

  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, br', 'br', brotliDecompressSync],
    ['br;q=0.5, gzip;q=0.9', 'gzip', gunzipSync],
    ['br;q=0, *', 'gzip', gunzipSync],
  ])('compresses for a reader who takes %s', async (accepted, encoding, unpack) => {
    for (const expected of ['miss', 'hit']) {
      const { headers, body } = await app.ask('/api/articles/a', { 'accept-encoding': accepted })
      expect(headers['x-cache']).toBe(expected)
      expect(headers['content-encoding']).toBe(encoding)
      expect(headers['content-length']).toBe(String(body.length))
      expect(unpack(body).toString()).toBe(long)
    }
    expect(app.asked).toBe(1)
  })

  it('gives each encoding an ETag of its own, and answers 304 to whoever holds one', async () => {
    const tags = new Set<string>()
    for (const encoding of ['identity', 'gzip', 'br']) {
      const { headers } = await app.ask('/api/articles/a', { 'accept-encoding': encoding })
      tags.add(headers.etag ?? '')
      const again = await app.ask('/api/articles/a', {
        'accept-encoding': encoding,
        'if-none-match': `"x", ${headers.etag}`,
      })
      expect(again.status).toBe(304)
      expect(again.body.length).toBe(0)
      expect(again.headers.etag).toBe(headers.etag)
      expect(again.headers.vary).toBe('Accept-Encoding')
    }
    expect(tags.size).toBe(3)
    expect((await app.ask('/api/articles/a', { 'if-none-match': '"x"' })).status).toBe(200)
    expect((await app.ask('/api/articles/a', { 'if-none-match': `W/${[...tags][0]}` }, 'HEAD')).status).toBe(304)
  })

  it('answers a condition on a miss too, and keeps the whole answer', async () => {
    const { headers } = await app.ask('/api/articles/a')
    app.cache.purge(['articles:a'])
    expect((await app.ask('/api/articles/a', { 'if-none-match': String(headers.etag) })).status).toBe(304)
    expect((await app.ask('/api/articles/a')).body.toString()).toBe(long)
  })

  it('does not let a HEAD answer stand in for a GET', async () => {
    const head = await app.ask('/api/articles/a', {}, 'HEAD')
    expect(head.body.length).toBe(0)
    expect(head.headers['content-length']).toBe(String(long.length))
    expect((await app.ask('/api/articles/a')).body.toString()).toBe(long)
    expect(app.asked).toBe(1)
  })

  it('forgets what was purged, and nothing else', async () => {
    app.handler = async (req, res) => {
      if (req.url === '/api/articles') noteList('articles')
      noteDocument('articles', req.url === '/api/articles/b' ? 'b' : 'a')
      res.end(long)
    }
    const paths = ['/api/articles', '/api/articles/a', '/api/articles/b']
    for (const path of paths) await app.ask(path)
    app.cache.purge(['articles:a'])
    expect(await Promise.all(paths.map((path) => app.from(path)))).toEqual(['hit', 'miss', 'hit'])
    app.cache.purge(['articles:*'])
    expect(await Promise.all(paths.map((path) => app.from(path)))).toEqual(['miss', 'hit', 'hit'])
  })

  const whileBuilding = async (change: () => void) => {
    let go = () => {}
    const wait = new Promise<void>((resolve) => {
      go = resolve
    })
    let started = () => {}
    const begun = new Promise<void>((resolve) => {
      started = resolve
    })
    app.handler = async (_req, res) => {
      started()
      await wait
      noteDocument('articles', 'a')
      res.end('old')
    }
    const old = app.ask('/api/articles/a')
    await begun
    change()
    app.handler = answering('new')
    const later = (await app.ask('/api/articles/a')).body.toString()
    go()
    return { old: (await old).body.toString(), later }
  }

  it('does not keep what began to be built before a purge, nor give it to who asks after', async () => {
    expect(await whileBuilding(() => app.cache.purge(['articles:a']))).toEqual({ old: 'old', later: 'new' })
    expect((await app.ask('/api/articles/a')).body.toString()).toBe('new')
  })

  it('keeps what was built while something else was purged', async () => {
    await whileBuilding(() => app.cache.purge(['articles:b']))
    expect((await app.ask('/api/articles/a')).body.toString()).toBe('old')
  })

  it('forgets at once what an open transaction changes, and keeps it again when that is settled', async () => {
    await app.ask('/api/articles/a')
    app.cache.pending(['articles:a'])
    app.cache.pending(['articles:a'])
    expect(await app.from('/api/articles/a')).toBe('miss')
    expect(await app.from('/api/articles/a')).toBe('miss')
    app.cache.settle(['articles:a'])
    expect(await app.from('/api/articles/a')).toBe('miss')
    expect(await app.from('/api/articles/a')).toBe('miss')
    app.cache.settle(['articles:a'])
    await app.ask('/api/articles/a')
    expect(await app.from('/api/articles/a')).toBe('hit')
  })

  it.each([
    ['cookie', 'a=b'],
    ['authorization', 'JWT x'],
    ['x-http-method-override', 'DELETE'],
    ['x-payload-http-method-override', 'GET'],
  ])('passes by whoever sends %s', async (name, value) => {
    await app.ask('/api/articles/a')
    app.handler = answering('for one alone')
    const { headers, body } = await app.ask('/api/articles/a', { [name]: value })
    expect(body.toString()).toBe('for one alone')
    expect(headers['x-cache']).toBeUndefined()
    expect((await app.ask('/api/articles/a')).body.toString()).toBe(long)
  })

  it.each([
    '/api/users/me',
    '/api/users',
    '/api/linking/preview',
    '/api/payload-jobs',
    '/api/media/file/a.png',
    '/api/%75sers',
    '/admin',
    '/',
  ])('leaves %s alone', async (path) => {
    await app.ask(path)
    expect(await app.from(path)).toBeUndefined()
    expect(app.asked).toBe(2)
  })

  it.each<[string, Handler]>([
    ['a cookie', answering(long, { 'set-cookie': 'a=b' })],
    ['500', answering(long, {}, 500)],
    ['403', answering(long, {}, 403)],
    ['no-store', answering(long, { 'cache-control': 'no-store' })],
    ['more to vary by', answering(long, { vary: 'Accept-Language' })],
    ['over 2 MB', answering('x'.repeat(2_200_000))],
    ['nothing that was read', (_req, res) => void res.end(long)],
  ])('does not keep an answer with %s', async (_name, answer) => {
    await app.start(10_000_000)
    app.handler = answer
    const first = await app.ask('/api/articles/a')
    const second = await app.ask('/api/articles/a')
    expect(second.headers['x-cache']).toBe('miss')
    expect(second.body.equals(first.body)).toBe(true)
    expect(app.cache.metrics().entries).toBe(0)
  })

  it('does not let one reader’s headers into the answer of all', async () => {
    app.handler = async (req, res) => {
      noteDocument('articles', 'a')
      res.end(JSON.stringify([req.headers['accept-language'], req.headers['if-none-match'], req.headers.range]))
    }
    const sent = { 'accept-language': 'es', 'if-none-match': '"x"', range: 'bytes=0-1' }
    expect((await app.ask('/api/articles/a', sent)).body.toString()).toBe('[null,null,null]')
  })

  it('stays within its bytes', async () => {
    await app.start(100_000)
    for (let each = 0; each < 50; each++) await app.ask(`/api/articles/${each}`)
    const { bytes, entries } = app.cache.metrics()
    expect(bytes).toBeLessThanOrEqual(100_000)
    expect(entries).toBeGreaterThan(2)
    expect(entries).toBeLessThan(15)
    expect(await app.from('/api/articles/49')).toBe('hit')
    expect(await app.from('/api/articles/0')).toBe('miss')
  })

  it('is not there with 0 bytes', async () => {
    await app.start(0)
    expect(await app.from('/api/articles/a')).toBeUndefined()
    expect(await app.from('/api/articles/a')).toBeUndefined()
    expect(app.asked).toBe(2)
  })

  it('takes an answer that comes in many large pieces', async () => {
    const pieces = Array.from({ length: 20 }, (_, each) => String(each % 10).repeat(70_000))
    app.handler = async (_req, res) => {
      noteDocument('articles', 'a')
      await pipeline(Readable.from(pieces), res)
    }
    expect((await app.ask('/api/articles/a')).body.toString()).toBe(pieces.join(''))
  })

  it('hangs up where the app does', async () => {
    app.handler = (_req, res) => void res.destroy()
    await expect(app.ask('/api/articles/a')).rejects.toThrow()
    app.handler = answering(long)
    expect((await app.ask('/api/articles/a')).body.toString()).toBe(long)
  })

  describe('for GraphQL', () => {
    const echo: Handler = async (req, res) => {
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk)
      noteDocument('articles', 'a')
      res.end(`{"data":${JSON.stringify(Buffer.concat(chunks).toString())}}`)
    }
    const json = { 'content-type': 'application/json' }
    const post = (body: object | string, headers = {}) =>
      app.ask('/api/graphql', { ...json, ...headers }, 'POST', typeof body === 'string' ? body : JSON.stringify(body))

    it('keeps queries by their body', async () => {
      app.handler = echo
      const first = await post({ query: '{ Articles { docs { id } } }' })
      const second = await post({ query: '{ Articles { docs { id } } }' })
      expect(second.headers['x-cache']).toBe('hit')
      expect(second.body.equals(first.body)).toBe(true)
      expect(JSON.parse(second.body.toString()).data).toContain('Articles')
      expect((await post({ query: '{ Clinics { docs { id } } }' })).headers['x-cache']).toBe('miss')
      expect((await post({ query: '{ Articles { docs { id } } }' }, { accept: 'text/html' })).headers['x-cache']).toBe(
        'miss',
      )
    })

    it.each([
      ['a mutation', { query: 'mutation { logoutUser }' }],
      ['the mutation of two', { query: 'query A { a } mutation B { b }', operationName: 'B' }],
      ['neither of two', { query: 'query A { a } mutation B { b }' }],
      ['a fault', { query: '{' }],
      ['no JSON', '{'],
      ['a batch', [{ query: '{ a }' }]],
    ])('lets pass %s, whole', async (_name, body) => {
      app.handler = echo
      for (let each = 0; each < 2; each++) {
        const { headers, body: answer } = await post(body)
        expect(headers['x-cache']).toBeUndefined()
        expect(JSON.parse(answer.toString()).data).toBe(typeof body === 'string' ? body : JSON.stringify(body))
      }
    })

    it('lets pass a long body', async () => {
      app.handler = echo
      const { headers, body } = await post({ query: `{ a } #${'x'.repeat(200_000)}` })
      expect(headers['x-cache']).toBeUndefined()
      expect(body.length).toBeGreaterThan(200_000)
    })

    it('keeps no answer with errors, though it says 200', async () => {
      app.handler = answering('{"errors":[{"message":"Unexpected error"}],"data":null}')
      await app.ask('/api/graphql?query={a}')
      expect(await app.from('/api/graphql?query={a}')).toBe('miss')
      app.handler = answering('{"data":{"a":"\\"errors\\":"}}')
      await app.ask('/api/graphql?query={b}')
      expect(await app.from('/api/graphql?query={b}')).toBe('hit')
    })
  })
})
