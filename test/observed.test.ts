import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sqlite } from './databases'
import { type StartedServer, startServer, startTimeout } from './startServer'

const email = 'boss@example.org'
const password = 'the-boss-chose-this'
const token = 'a-token-for-prometheus'

interface Span {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  kind: number
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[]
}

/** What operators see of a running server: metrics at a port of their own, traces at a collector, and the log. */
let server: StartedServer
let metrics = ''
let collector: Server
const spans: Span[] = []
const sent: string[] = []
let database: Awaited<ReturnType<typeof sqlite.create>>

beforeAll(async () => {
  collector = createServer(async (req, res) => {
    let text = ''
    for await (const chunk of req.setEncoding('utf8')) text += chunk
    if (req.url === '/v1/traces') {
      sent.push(text)
      for (const { resource, scopeSpans } of JSON.parse(text).resourceSpans) {
        sent.push(JSON.stringify(resource))
        for (const each of scopeSpans) spans.push(...each.spans)
      }
    }
    res.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  database = await sqlite.create()
  server = await startServer({
    DATA_DIR: database.dataDir,
    DATABASE_URL: database.url,
    PAYLOAD_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    ADMIN_EMAIL: email,
    ADMIN_PASSWORD: password,
    LOG_LEVEL: 'debug',
    METRICS_PORT: '0',
    METRICS_TOKEN: token,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    OTEL_SERVICE_NAME: 'clinic',
    REFERENCES_CHECK: 'false',
  })
  metrics = await vi.waitFor(() => {
    const [, found] = /^ {2}Metrics {3}(\S+)$/m.exec(server.printed()) ?? []
    expect(found).toBeDefined()
    return String(found)
  })
}, startTimeout)
afterAll(async () => {
  await server?.stop()
  collector?.closeAllConnections()
  await new Promise((resolve) => collector?.close(resolve))
  await database?.remove()
}, 60_000)

const ask = async (path: string, body?: object, headers: Record<string, string> = {}) => {
  const response = await fetch(server.url + path, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { 'content-type': 'application/json', ...headers },
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const attributesOf = ({ attributes }: Span) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]))

it('serves metrics at their own port alone, and there with the token', async () => {
  expect((await ask('/metrics', undefined, { authorization: `Bearer ${token}` })).status).toBe(404)
  expect((await fetch(metrics)).status).toBe(401)
  const response = await fetch(metrics, { headers: { authorization: `Bearer ${token}` } })
  const text = await response.text()
  for (const follower of ['cache', 'search', 'webhooks'])
    expect(text).toMatch(new RegExp(`^saphena_follower_lag_entries\\{follower="${follower}"\\} 0$`, 'm'))
  expect((await fetch(new URL('/api/articles', metrics))).status).toBe(404)
})

it('carries the id that a proxy gave through the lines of Payload’s logger too', async () => {
  const id = 'proxy-7f3a.2'
  const { headers } = await ask('/api/users/forgot-password', { email }, { 'x-request-id': id })
  expect(headers.get('x-request-id')).toBe(id)
  const lines = await vi.waitFor(() => {
    const found = server.logged().filter(({ requestId }) => requestId === id)
    expect(found.length).toBeGreaterThan(1)
    return found
  })
  expect(lines.map(({ msg }) => msg)).toContain('request')
  // The one of its e-mail is written by Payload, deep within.
  expect(lines.some(({ msg }) => msg !== 'request')).toBe(true)
})

it('sends a trace of a request with what it asked the database, and no word of what was asked', async () => {
  const { text } = await ask('/api/users/login', { email, password })
  const data = { name: 'Secret itch', _status: 'published' }
  const authorization = `JWT ${JSON.parse(text).token}`
  expect((await ask('/api/symptoms', data, { authorization })).status).toBe(201)
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  const parent = 'b7ad6b7169203331'
  const { headers } = await ask('/v1/symptoms/secret-itch?locale=es', undefined, {
    traceparent: `00-${traceId}-${parent}-01`,
  })
  const own = await vi.waitFor(
    () => {
      const found = spans.filter((span) => span.traceId === traceId)
      expect(found.some(({ kind }) => kind === 2)).toBe(true)
      return found
    },
    { timeout: 20_000, interval: 200 },
  )
  const request = own.find(({ kind }) => kind === 2) as Span
  expect(request).toMatchObject({ name: 'GET /v1/symptoms/:slug', parentSpanId: parent })
  expect(attributesOf(request)).toMatchObject({
    'http.request.method': 'GET',
    'http.route': '/v1/symptoms/:slug',
    'http.response.status_code': 200,
  })
  expect(attributesOf(request)['saphena.request_id']).toBeDefined()
  expect(headers.get('x-cache')).toBe('miss')
  const asked = own.filter(({ kind }) => kind === 3)
  expect(asked.map((span) => attributesOf(span)['db.collection.name'])).toContain('symptoms')
  for (const span of asked) expect(own.map(({ spanId }) => spanId)).toContain(span.parentSpanId)
}, 30_000)

it('sends nothing of an address, a query, a word or a person, the admin’s pages included', async () => {
  await ask('/admin/login?redirect=%2Fadmin%2Fsecretplace')
  await ask('/api/articles?where[title][like]=secretquery')
  await vi.waitFor(
    () => {
      const names = spans.map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining(['GET /admin/*', 'GET /api/articles', 'POST /api/symptoms']))
    },
    { timeout: 30_000, interval: 200 },
  )
  const all = sent.join('\n')
  expect(all).not.toMatch(/secret|boss@|redirect=|where\[|where%|locale=/i)
  expect(all).toContain('"clinic"')
  expect(all).not.toMatch(/process\.(?:command|executable)|host\.name/)
}, 60_000)
