import { once } from 'node:events'
import { request, type ServerOptions } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { RequestHandler } from 'express'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { AppParts } from '../src/http/createApp'
import { askByForm } from './askByForm'
import { type Answer, describeService, type Service, startService } from './startService'

describeService('Limits', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
    for (const name of ['Ache', 'Cramp', 'Swelling'])
      await service.ask('reviewer', 'POST', '/api/symptoms', { name, _status: 'published' })
  })
  afterAll(() => service?.close())

  /** A filter of groups that hold nothing. */
  const emptyGroups = (count: number) => ({ where: { OR: Array.from({ length: count }, () => ({})) } })
  const groups = (count: number) => `{"or":[${Array(count).fill('{}').join()}]}`
  const nestedGroups = (levels: number) => `${'{"or":['.repeat(levels)}${']}'.repeat(levels)}`
  const get = (query: string) => service.ask('stranger', 'GET', `/api/symptoms?${query}`)
  const graphql = (query: string, variables?: Record<string, unknown>) => service.graphql('stranger', query, variables)

  describe('REST', () => {
    it.each([
      ['limit=101', 'limit must be a whole number from 0 to 100'],
      ['limit=1e9', 'limit must be'],
      ['limit=-1', 'limit must be'],
      ['limit=0', 'limit must be from 1 to 100'],
      ['limit=', 'limit must be'],
      ['limit=ten', 'limit must be'],
      ['limit[]=1&limit[]=2', 'limit must be'],
      ['pagination=false', 'limit must be from 1 to 100'],
      ['depth=4', 'depth must be a whole number from 0 to 3'],
      ['depth=-1', 'depth must be'],
      ['page=-1', 'page must be'],
      ['page=99999999999999999999', 'page must be'],
      ['joins[articles][limit]=101', 'joins.articles.limit must be'],
      ['joins[articles][limit]=0', 'joins.articles.limit must be'],
      ['where={', 'JSON that cannot be read'],
      ['data={', 'JSON that cannot be read'],
      [`where[name][in]=${'a,'.repeat(50)}&where[name][like]=${'x'.repeat(501)}`, 'more than 500 characters'],
      [Array.from({ length: 51 }, (_, at) => `where[or][${at}][name][equals]=x`).join('&'), 'more than 50 conditions'],
    ])('?%.60s is answered 400', async (query, message) => {
      const { status, body } = await get(query)
      expect([status, body.errors?.[0].message]).toEqual([400, expect.stringContaining(message)])
    })

    it.each([
      ['2,500 sorts', `sort=${'id,'.repeat(2_500)}`, 'sort must be at most 5 fields'],
      ['sorts one by one', Array.from({ length: 6 }, (_, at) => `sort[${at}]=id`).join('&'), 'sort must be'],
      ['commas', `sort=${','.repeat(5_000)}`, 'sort must be'],
      ['many sorts of a join', `joins[articles][sort]=${'id,'.repeat(2_500)}`, 'sort must be'],
      ['101 groups that are empty', `where=${groups(100)}`, 'more than 100 groups'],
      ['4,000 groups that are empty', `where=${groups(4_000)}`, 'where holds more'],
      ['groups within groups', `where=${nestedGroups(7)}`, 'nested more than five deep'],
      ['a group that is none', 'where={"or":[null]}', 'conditions that are none'],
    ])('%s are answered 400, by the address and by the body of an override', async (_, query, message) => {
      for (const who of ['stranger', 'api'] as const)
        for (const answer of [
          await service.ask(who, 'GET', `/api/symptoms?${query}`),
          await askByForm(service, who, '/api/symptoms', query),
        ])
          expect([answer.status, answer.body.errors?.[0].message]).toEqual([400, expect.stringContaining(message)])
    })

    it.each(['/api/symptoms', '/api/symptoms/none', '/api/users'])(
      'reads no question of more than 64 kB at %s, announced or not',
      async (path) => {
        for (const name of ['x-payload-http-method-override', 'x-http-method-override'])
          for (const type of ['application/x-www-form-urlencoded', 'application/json']) {
            const headers = { 'content-type': type, [name]: 'GET' }
            const body = type.endsWith('json') ? `{"sort":"${'id,'.repeat(22_000)}"}` : `sort=${'id,'.repeat(22_000)}`
            const init: RequestInit = { method: 'POST', headers, body }
            expect((await fetch(service.url + path, init)).status).toBe(413)
            const unannounced = { ...init, body: new Blob([body]).stream(), duplex: 'half' } as RequestInit
            expect((await fetch(service.url + path, unannounced)).status).toBe(413)
          }
      },
    )

    it('bounds what staff sort and filter by, and what they choose documents by for a change', async () => {
      const values = (count: number) => encodeURIComponent(JSON.stringify({ id: { in: Array(count).fill('a') } }))
      const ask = async (path: string, method = 'GET') =>
        (await service.ask('editor', method, `/api/symptoms${path}`, method === 'PATCH' ? {} : undefined)).status
      expect(await ask('?sort=id,name,urgency,createdAt,updatedAt')).toBe(200)
      expect(await ask(`?sort=${'id,'.repeat(2_500)}`)).toBe(400)
      expect(await ask(`/versions?sort=${'id,'.repeat(2_500)}`)).toBe(400)
      expect(await ask(`?where=${groups(400)}`)).toBe(200)
      for (const [method, road] of [
        ['GET', '/count'],
        ['GET', ''],
        ['GET', '/versions'],
        ['PATCH', ''],
      ] as const)
        expect([method, road, await ask(`${road}?where=${groups(2_000)}`, method)]).toEqual([method, road, 400])
      expect(await ask(`?where=${nestedGroups(30)}`)).toBe(400)
      const locks = await service.ask('editor', 'GET', `/api/payload-locked-documents?sort=${'id,'.repeat(2_500)}`)
      expect(locks.status).toBe(400)
      const byForm = async (query: string) => (await askByForm(service, 'editor', '/api/symptoms', query)).status
      expect(await byForm(`where=${values(1_000)}`)).toBe(200)
      expect(await byForm(`where=${values(6_000)}`)).toBe(400)
    })

    it('takes what lies at the bounds', async () => {
      const conditions = Array.from({ length: 50 }, (_, at) => `where[or][${at}][name][equals]=Ache`).join('&')
      expect((await get(`${conditions}&sort=name,-id,slug,createdAt,-updatedAt`)).body.totalDocs).toBe(1)
      expect((await get('limit=100&depth=3&page=1')).body.totalDocs).toBe(3)
      expect((await get('limit=1&page=3')).body.docs).toHaveLength(1)
      expect((await get('page=1000000')).body.docs).toEqual([])
    })

    it('gives staff wider bounds, and bounds', async () => {
      const ask = async (query: string) => (await service.ask('editor', 'GET', `/api/symptoms?${query}`)).status
      expect([await ask('limit=1000'), await ask('limit=1001'), await ask('limit=')]).toEqual([200, 400, 400])
      expect([await ask('depth=5'), await ask('depth=6')]).toEqual([200, 400])
    })

    it.each(['/api/users/login', '/api/articles', '/api/graphql'])(
      'reads no body of 23 MB at %s, announced or not',
      async (path) => {
        const body = JSON.stringify({ email: 'x'.repeat(23 * 1024 * 1024), password: 'x' })
        const announced = await fetch(service.url + path, { method: 'POST', headers: json, body })
        expect(announced.status).toBe(413)
        const stream = new Blob([body]).stream()
        const init = { method: 'POST', headers: json, body: stream, duplex: 'half' } as RequestInit
        expect((await fetch(service.url + path, init)).status).toBe(413)
      },
    )
  })

  describe('GraphQL', () => {
    const aliases = (count: number, field: string) =>
      `{ ${Array.from({ length: count }, (_, at) => `a${at}: ${field}`).join(' ')} }`
    const nested = (levels: number): string =>
      levels === 0 ? 'id' : `articles { docs { symptoms { ${nested(levels - 1)} } } }`
    const everything = 'id name slug kind frequency cautions synonyms createdAt updatedAt'
    const costly = `Articles { docs { symptoms { relievedBy { symptoms { docs { relievedBy { symptoms { docs { relievedBy { ${everything} } } } } } } } } } }`

    it.each([
      ['a large page', '{ Symptoms(limit: 101) { docs { id } } }', 'limit must be from 1 to 100'],
      ['no page', '{ Symptoms(limit: 0) { docs { id } } }', 'limit must be from 1 to 100'],
      ['a large page of a join', '{ Symptoms { docs { articles(limit: 101) { docs { id } } } } }', 'limit must be'],
      ['a large page by a default', 'query($n: Int = 101) { Symptoms(limit: $n) { docs { id } } }', 'limit must be'],
      ['much depth', `{ Symptoms { docs { ${nested(5)} } } }`, 'depth limit of 12 exceeded'],
      [
        'depth in fragments',
        `{ Symptoms { docs { ...f } } } fragment f on Symptom { ${nested(5)} }`,
        'depth limit of 12',
      ],
      [
        'fragments in a circle',
        '{ Symptoms { docs { ...a } } } fragment a on Symptom { ...b } fragment b on Symptom { ...a }',
        'fragment',
      ],
      ['200 aliases', aliases(200, 'countSymptoms { totalDocs }'), 'Aliases limit of 30 exceeded'],
      ['many aliases', aliases(31, 'countSymptoms { totalDocs }'), 'Aliases limit of 30 exceeded'],
      ['many tokens', `{ ${'Symptoms { docs { id } } '.repeat(400)} }`, 'Token limit of 2000 exceeded'],
      ['much work', aliases(30, costly), 'Cost limit of 20000 exceeded'],
      ['a field that is none', '{ Symptoms { docs { nothing } } }', 'Cannot query field'],
      ['a field for staff', '{ __schema { types { name } } }', 'introspection has been disabled'],
      ['what is no GraphQL', '{ Symptoms { docs ', 'Syntax Error'],
      ['nothing', '', 'Syntax Error'],
    ])('answers 400 to %s', async (_, query, message) => {
      const { status, body } = await graphql(query)
      expect([status, body.errors?.[0].message, 'data' in body]).toEqual([400, expect.stringContaining(message), false])
    })

    it.each([
      ['2,500 sorts', '($sort: String) { Symptoms(sort: $sort) { docs { id } } }', { sort: 'id,'.repeat(2_500) }],
      ['2 MB of sorts', '($sort: String) { Symptoms(sort: $sort) { docs { id } } }', { sort: 'id,'.repeat(600_000) }],
      [
        'sorts of another collection',
        '($sort: String) { Redirects(sort: $sort) { docs { id } } }',
        { sort: 'id,'.repeat(6) },
      ],
      [
        'sorts of versions',
        '($sort: String) { versionsSymptoms(sort: $sort) { docs { id } } }',
        { sort: 'id,'.repeat(6) },
      ],
      ['101 empty groups', '($where: Symptom_where) { Symptoms(where: $where) { docs { id } } }', emptyGroups(100)],
      [
        '101 empty groups to count',
        '($where: Symptom_where) { countSymptoms(where: $where) { totalDocs } }',
        emptyGroups(100),
      ],
    ])('refuses %s by a variable, to strangers and to keys', async (_, query, variables) => {
      for (const who of ['stranger', 'api', 'editor'] as const) {
        if (who === 'editor' && 'where' in variables) continue // he has wider bounds
        const { status, body } = await service.graphql(who, `query ${query}`, variables)
        expect([who, status, body.errors?.[0].extensions]).toEqual([
          who,
          200,
          expect.objectContaining({ statusCode: 400 }),
        ])
      }
    })

    it('refuses many sorts of a join by a variable', async () => {
      const query = 'query ($sort: String) { Symptoms { docs { articles(sort: $sort) { docs { id } } } } }'
      for (const who of ['stranger', 'editor'] as const) {
        const answer = await service.graphql(who, query, { sort: 'id,'.repeat(6) })
        expect(answer.body.errors[0].extensions).toMatchObject({ statusCode: 400 })
      }
    })

    it('does not compare variables with a type that hold more than can be asked for', async () => {
      const query = 'query ($where: Symptom_where) { Symptoms(where: $where) { docs { id } } }'
      for (const [who, count] of [
        ['stranger', 1_000],
        ['api', 1_000],
        ['editor', 50_000],
      ] as const) {
        const { status, body } = await service.graphql(who, query, emptyGroups(count))
        expect([who, status, body.errors[0].extensions.code]).toEqual([who, 400, 'VARIABLES_TOO_LARGE'])
      }
      const { body } = await service.graphql('editor', query, emptyGroups(2_000))
      expect(body.errors[0].extensions).toMatchObject({ statusCode: 400 })
      expect((await graphql(query, emptyGroups(600_000))).status).toBe(400)
    })

    it('answers 400 to a large page by a variable', async () => {
      const { status, body } = await graphql('query($n: Int) { Symptoms(limit: $n) { docs { id } } }', { n: 101 })
      expect([status, body.errors[0].extensions.code]).toEqual([400, 'LIMIT_TOO_LARGE'])
    })

    it('answers what lies at the bounds', async () => {
      expect((await graphql('{ Symptoms(limit: 100) { totalDocs } }')).body.data.Symptoms.totalDocs).toBe(3)
      expect((await graphql(aliases(30, 'countSymptoms { totalDocs }'))).body.errors).toBeUndefined()
    })

    it.each([
      ['a document that is none', 'stranger', '{ Symptom(id: "none") { id } }', 'NOT_FOUND', 404],
      ['what is not allowed', 'stranger', '{ Users { docs { id } } }', 'FORBIDDEN', 403],
      [
        'a hidden path',
        'stranger',
        '{ Symptoms(where: { internalNotes: { equals: "x" } }) { docs { id } } }',
        'BAD_REQUEST',
        400,
      ],
      [
        'a wrong password',
        'stranger',
        'mutation { loginUser(email: "a@b.org", password: "x") { token } }',
        'UNAUTHENTICATED',
        401,
      ],
      [
        'what is not valid',
        'editor',
        'mutation { createSymptom(data: { id: "1 2", name: "x" }) { id } }',
        'BAD_REQUEST',
        400,
      ],
    ] as const)('keeps the meaning of an error: %s', async (_, who, query, code, statusCode) => {
      const { status, body } = await service.graphql(who, query)
      expect(status).toBe(200) // it ran, and the answer has data: null for this field
      expect(body.errors[0].extensions).toMatchObject({ code, statusCode })
    })

    it('answers the fields that can be read beside the error of the one that cannot', async () => {
      const { body } = await graphql('{ Symptoms { totalDocs } Users { docs { id } } }')
      expect(body.data).toEqual({ Symptoms: { totalDocs: 3 }, Users: null })
      expect(body.errors).toHaveLength(1)
    })

    it('answers queries by GET, and no mutations', async () => {
      const ask = (query: string) => service.ask('admin', 'GET', `/api/graphql?query=${encodeURIComponent(query)}`)
      expect((await ask('{ Symptoms { totalDocs } }')).body.data.Symptoms.totalDocs).toBe(3)
      const mutation = await ask('mutation { deleteSymptom(id: "x") { id } }')
      expect([mutation.status, mutation.body.errors[0].message]).toEqual([405, expect.stringContaining('POST')])
    })

    it('takes neither a batch nor a form', async () => {
      const post = async (type: string, body: string) =>
        (await fetch(`${service.url}/api/graphql`, { method: 'POST', headers: { 'content-type': type }, body })).status
      expect(await post('application/json', '[{"query":"{ Symptoms { totalDocs } }"}]')).toBe(400)
      expect(await post('text/plain', '{"query":"{ Symptoms { totalDocs } }"}')).toBe(415)
    })
  })

  describe('requests from another site', () => {
    let cookie: string
    beforeAll(async () => {
      const who = { email: 'reviewer@example.org', password: 'a-long-enough-password' }
      const { headers } = await service.ask('stranger', 'POST', '/api/users/login', who)
      cookie = headers.get('set-cookie')?.split(';')[0] ?? ''
    })
    const write = (headers: Record<string, string>): Promise<Answer> =>
      service.ask('stranger', 'POST', '/api/symptoms', { name: 'By a cookie' }, { cookie, ...headers })

    it.each([
      ['another origin', () => ({ origin: 'https://evil.example' })],
      ['a sandboxed frame', () => ({ origin: 'null' })],
      ['an origin that begins alike', () => ({ origin: `${service.url}.evil.example` })],
      ['another site by its own word', () => ({ 'sec-fetch-site': 'cross-site' })],
    ])('write nothing by a cookie: %s', async (_, headers) => {
      const { status, body } = await write(headers())
      expect([status, body.code]).toEqual([403, 'cross-origin'])
      const mutation = 'mutation { deleteSymptom(id: "x") { id } }'
      const graphqlAnswer = await service.ask(
        'stranger',
        'POST',
        '/api/graphql',
        { query: mutation },
        { cookie, ...headers() },
      )
      expect([graphqlAnswer.status, graphqlAnswer.body.code]).toEqual([403, 'cross-origin'])
    })

    it('write by a cookie from here, and by a key from anywhere', async () => {
      expect((await write({ origin: service.url, 'sec-fetch-site': 'same-origin' })).status).toBe(201)
      const elsewhere = { origin: 'https://app.example' }
      const byToken = await service.ask('reviewer', 'POST', '/api/symptoms', { name: 'By a token' }, elsewhere)
      expect(byToken.status).toBe(201)
    })

    it('read without their answer being given to them', async () => {
      const { headers } = await service.ask('stranger', 'GET', '/api/users/me', undefined, {
        cookie,
        origin: 'https://evil.example',
      })
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    })
  })

  it('takes JSON of any depth for what it is', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    const token = await tokenOf('editor')
    for (const path of ['/api/articles', '/api/articles?draft=true', '/api/graphql', '/api/users/login']) {
      const body = path.endsWith('graphql') ? `{"query":"{ Symptoms { totalDocs } }","variables":${deep}}` : deep
      const answer = await fetch(service.url + path, {
        method: 'POST',
        headers: { ...json, authorization: `JWT ${token}` },
        body,
      })
      expect([path, answer.status < 500]).toEqual([path, true])
    }
    expect((await get('limit=1')).status).toBe(200)
  })

  it.each([
    ['a header of 100 kB', '/api/symptoms', { 'x-long': 'x'.repeat(100_000) }],
    ['a query of 1 MB', `/api/symptoms?where[name][like]=${'x'.repeat(1_000_000)}`, {}],
    ['10,000 words to search for', `/v1/search?q=${'ache+'.repeat(10_000)}`, {}],
  ])('reads no %s', async (_, path, headers) => {
    expect(await statusOf(service.url, path, headers)).toBe(431)
  })

  it('searches for as many words as fit into an address without being kept busy', async () => {
    const { status } = await service.ask('stranger', 'GET', `/v1/search?q=${'ache+'.repeat(2_500)}`)
    expect(status).toBe(400)
  })

  /** The same service behind a front door of its own. */
  const openDoor = async (parts: Partial<AppParts>, options: ServerOptions = {}): Promise<Door> => {
    const { createApp } = await import('../src/http/createApp')
    const { createGraphql } = await import('../src/graphql/createGraphql')
    const { serveV1 } = await import('../src/delivery/serveV1')
    const { boundedServer } = await import('../src/http/boundedServer')
    const { payload } = service
    const logger = pino({ level: 'silent' })
    const app = createApp({
      payload,
      logger,
      serverUrl: undefined,
      graphql: createGraphql({ payload, logger, introspection: false, production: true }),
      v1: serveV1(payload, {}),
      ...parts,
    })
    const server = boundedServer(options).on('request', app).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    return { port, url: `http://127.0.0.1:${port}` }
  }

  describe('headers', () => {
    it('of answers let nothing run, load or be framed', async () => {
      const { url } = await openDoor({})
      for (const path of ['/api/symptoms', '/api/none', '/v1/articles', '/api/graphql?query={__typename}']) {
        const { headers } = await fetch(url + path)
        expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox.*frame-ancestors 'none'/)
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        expect(headers.get('referrer-policy')).toBe('no-referrer')
        expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
        expect(headers.get('permissions-policy')).toContain('camera=()')
        expect(headers.get('x-powered-by')).toBeNull()
      }
    })

    it('for somebody who says who he is are kept by nobody on the way', async () => {
      const { url } = await openDoor({})
      const caching = async (path: string, sent: Record<string, string> = {}) =>
        (await fetch(url + path, { headers: sent })).headers.get('cache-control')
      const known: Record<string, string>[] = [
        { authorization: `JWT ${await tokenOf('editor')}` },
        { cookie: 'payload-token=none' },
      ]
      const roads = ['/api/symptoms', '/api/none', '/api/graphql?query={__typename}', '/api/media/file/none.png']
      for (const path of roads)
        for (const headers of known) expect([path, await caching(path, headers)]).toEqual([path, 'private, no-store'])
      expect([await caching('/api/symptoms'), await caching('/v1/articles', known[0])]).toEqual([null, null])
    })

    it('of the admin run its own scripts alone, by a nonce of each answer, that its pages are made with', async () => {
      const asked: string[] = []
      const admin: RequestHandler = (req, res) => {
        asked.push(String(req.headers['content-security-policy']))
        res.type('html').send('<p>')
      }
      const { url } = await openDoor({ admin })
      const forged = { 'content-security-policy': "script-src 'nonce-forged'" }
      const policies = await Promise.all(
        [1, 2].map(async () =>
          (await fetch(`${url}/admin`, { headers: forged })).headers.get('content-security-policy'),
        ),
      )
      expect(new Set(policies)).toEqual(new Set(asked))
      expect(new Set(policies).size).toBe(2)
      for (const policy of policies) {
        const scripts = /script-src ([^;]*)/.exec(policy ?? '')?.[1]
        expect(scripts).toMatch(/^'self' 'nonce-[A-Za-z0-9+/]{22}=='$/)
      }
    })
  })

  describe('pages of other origins', () => {
    it('read what is answered if they are on the list, and by no cookie', async () => {
      const origin = 'https://app.example.org'
      const { url } = await openDoor({ corsOrigins: [origin] })
      const ask = (from: string, path: string, init: RequestInit = {}) =>
        fetch(url + path, { ...init, headers: { origin: from, ...(init.headers as Record<string, string>) } })
      for (const path of ['/api/symptoms', '/api/none', '/api/graphql?query={__typename}']) {
        const allowed = await ask(origin, path)
        expect([path, allowed.headers.get('access-control-allow-origin')]).toEqual([path, origin])
        expect(allowed.headers.get('access-control-allow-credentials')).toBeNull()
        expect(allowed.headers.get('vary')).toMatch(/Origin/)
        for (const other of ['https://evil.example', 'https://app.example.org.evil.example', 'null'])
          expect((await ask(other, path)).headers.get('access-control-allow-origin')).toBeNull()
      }
      const preflight = { method: 'OPTIONS', headers: { 'access-control-request-method': 'PATCH' } }
      const asked = await ask(origin, '/api/symptoms', preflight)
      expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([
        204,
        expect.stringContaining('PATCH'),
      ])
      const refused = await ask('https://evil.example', '/api/symptoms', preflight)
      expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    })
  })

  describe('who asks too often', () => {
    // Each test in a minute of its own, which does not end in the middle of it.
    let minutes = 0
    beforeEach(() => {
      minutes += 10
      const now = (Math.floor(Date.now() / 60_000) + minutes) * 60_000
      vi.useFakeTimers({ toFake: ['Date'], now })
    })
    afterEach(() => vi.useRealTimers())

    it('for passwords is stopped before any is looked at, by the address that a trusted proxy tells', async () => {
      const { url } = await openDoor({ trustedProxies: 1 })
      let tried = 0
      const login = async (from: string) =>
        (
          await fetch(`${url}/api/users/login`, {
            method: 'POST',
            headers: { ...json, 'x-forwarded-for': `203.0.113.99, ${from}` },
            // each another account: it is the address that is counted
            body: JSON.stringify({ email: `somebody${tried++}@example.org` }),
          })
        ).status
      while (tried < 60) expect(await login('192.0.2.1')).toBe(400)
      expect([await login('192.0.2.1'), await login('192.0.2.2')]).toEqual([429, 400])
    })

    it.each(['forgot-password', 'reset-password', 'two-factor/begin'])(
      'of %s, whatever he says he is',
      async (road) => {
        const { url } = await openDoor({})
        const ask = async (at: number) =>
          fetch(`${url}/api/users/${road}`, {
            method: 'POST',
            headers: { ...json, 'x-forwarded-for': `192.0.2.${at}` },
            body: '{',
          })
        for (let tried = 0; tried < 60; tried++) expect((await ask(tried)).status).not.toBe(429)
        const refused = await ask(99)
        expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, expect.any(Number)])
      },
    )

    it.each([
      '/api/./users/login',
      '/api/%2e/users/login',
      '/api/x/../users/login',
      '/api/x/%2E%2e/users/login',
      '/api/users\\login',
      '/api/users/login/.',
    ])('for passwords is not let through by writing the address as %s', async (path) => {
      const { port } = await openDoor({})
      const { status, body } = await postTo(port, path)
      expect([status, JSON.parse(body)]).toEqual([400, expect.objectContaining({ code: 'bad-request' })])
    })

    it.each(['/api/users/login/', '/api/users/LOGIN', '/api/users/login//', '/API/users/login', '/api//users/login'])(
      'for passwords is counted at %s, or finds nothing there',
      async (path) => {
        const { port } = await openDoor({})
        const statuses = new Set<number | undefined>()
        for (let tried = 0; tried < 61; tried++) statuses.add((await postTo(port, path)).status)
        expect(statuses.has(429) || [...statuses].every((status) => status === 404)).toBe(true)
      },
    )

    it('finds no road by letters that are percent-encoded', async () => {
      const { port } = await openDoor({})
      for (const path of ['/api/users/%6cogin', '/api/%75sers/login', '/api%2fusers/login', '/api/users%2flogin'])
        expect([path, (await postTo(port, path)).status]).toEqual([path, 404])
    })

    it('for reads that are work is told when again, and others are not', async () => {
      const roads = [
        '/api/graphql?query={__typename}',
        '/api/symptoms',
        '/API/Symptoms?limit=2',
        '/v1/search?q=ache',
        '/v1/preview',
        '/v1/lookup?system=icd-10-cm&code=R52',
        '/v1/infobutton?mainSearchCriteria.v.c=R52',
        '/v1/manifest',
        '/v1/sync?locale=en',
        '/v1/bundle',
      ]
      const { url } = await openDoor({ readsAMinute: roads.length, trustedProxies: 1 })
      const ask = async (path: string, from = '192.0.2.1') => {
        const answer = await fetch(url + path, { headers: { 'x-forwarded-for': from } })
        await answer.text()
        return answer.status
      }
      for (const road of roads) expect([road, (await ask(road)) === 429]).toEqual([road, false])
      for (const road of roads) expect([road, await ask(road)]).toEqual([road, 429])
      expect(await ask('/api/symptoms', '192.0.2.2')).toBe(200)
      for (const path of ['/v1/symptoms', '/api/media/file/none.png', '/api/Media/FILE/none.png'])
        expect([path, (await ask(path)) === 429]).toEqual([path, false])
    })

    it('with one key or session is stopped from wherever he asks, and nobody else at these addresses', async () => {
      const { url } = await openDoor({ readsAMinute: 6, trustedProxies: 1 })
      const token = await tokenOf('editor')
      let from = 0
      const ask = async (sent: Record<string, string>) =>
        (await fetch(`${url}/api/symptoms`, { headers: { ...sent, 'x-forwarded-for': `192.0.2.${++from}` } })).status
      const spelled: Record<string, string>[] = [
        { authorization: `JWT ${token}` },
        { authorization: `Bearer ${token}` },
        { cookie: `a=b; payload-token=${token}` },
      ]
      for (const sent of [...spelled, ...spelled]) expect(await ask(sent)).toBe(200)
      for (const sent of spelled) expect(await ask(sent)).toBe(429)
      from = 0
      expect([await ask({}), await ask({ authorization: 'users API-Key another' })]).toEqual([200, 200])
    })
  })

  describe('who sends slowly', () => {
    const bounds = { headersTimeout: 400, requestTimeout: 800, connectionsCheckingInterval: 100 }
    it.each([
      ['headers without end', 'GET /api/symptoms HTTP/1.1\r\nHost: x\r\n', 'X-More: x\r\n'],
      ['a body without end', post('application/json'), 'x'],
      ['a form without end', post('multipart/form-data; boundary=b'), '--b\r\nContent-Disposition: form-data\r\n'],
    ])('%s, is not waited for, and keeps nobody waiting', async (_, begin, more) => {
      const { port, url } = await openDoor({}, bounds)
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {}) // it may be closed while it is written to
      socket.write(begin)
      const dripping = setInterval(() => socket.write(more), 50)
      const [answered] = await Promise.all([
        text(socket),
        fetch(`${url}/api/symptoms?limit=1`).then(({ status }) => expect(status).toBe(200)),
      ])
      clearInterval(dripping)
      expect(answered).toMatch(/^HTTP\/1.1 4\d\d /)
    })
  })

  const json = { 'content-type': 'application/json' }
  const tokenOf = async (role: string): Promise<string> => {
    const who = { email: `${role}@example.org`, password: 'a-long-enough-password' }
    return (await service.ask('stranger', 'POST', '/api/users/login', who)).body.token
  }
})

interface Door {
  port: number
  url: string
}

/** The head of a request that announces more than it sends. */
function post(type: string): string {
  return `POST /api/users/login HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 100000\r\n\r\n`
}

/** By Node's own client, which sends an address as it is written. */
function postTo(port: number, path: string): Promise<{ status: number | undefined; body: string }> {
  const headers = { 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    request({ port, path, method: 'POST', headers }, async (answer) =>
      resolve({ status: answer.statusCode, body: await text(answer) }),
    )
      .on('error', reject)
      .end('{}')
  })
}

/** By Node's own client, which takes an address of any length. */
function statusOf(url: string, path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url + path, { headers }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end()
  })
}
