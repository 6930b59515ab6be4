import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, describeService, type Service, startService } from './startService'

describeService('Limits', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
    for (const name of ['Ache', 'Cramp', 'Swelling'])
      await service.ask('reviewer', 'POST', '/api/symptoms', { name, _status: 'published' })
  })
  afterAll(() => service?.close())

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

    it('takes what lies at the bounds', async () => {
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

  const json = { 'content-type': 'application/json' }
})
