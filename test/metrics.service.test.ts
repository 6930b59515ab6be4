import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Cached, serveCached } from './serveCached'
import { describeService, paragraphs, type Service, startService } from './startService'

const token = 'a-token-for-prometheus'
const kind = process.env.TEST_DATABASE ?? 'sqlite'

describeService('Metrics', () => {
  let service: Service
  let cached: Cached
  beforeAll(async () => {
    service = await startService()
    cached = await serveCached(service, { metricsToken: token })
  })
  afterAll(async () => {
    await cached?.close()
    await service?.close()
  })

  const scrape = (authorization?: string) =>
    fetch(`${cached.url}/metrics`, { headers: authorization ? { authorization } : {} })
  const read = async () => (await scrape(`Bearer ${token}`)).text()
  /** What the sample of this name and these labels says, in any order; undefined where there is none. */
  const sampleOf = (text: string, name: string, labels: Record<string, string> = {}) => {
    const line = text
      .split('\n')
      .find(
        (each) =>
          (each.startsWith(`${name}{`) || each.startsWith(`${name} `)) &&
          Object.entries(labels).every(([label, value]) => each.includes(`${label}="${value}"`)),
      )
    return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ') + 1))
  }

  it.each([undefined, 'Bearer', 'Bearer wrong', `Basic ${token}`, `Bearer ${token}x`, token])(
    'are closed to whoever sends %s',
    async (authorization) => {
      const response = await scrape(authorization)
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
      expect(await response.json()).toMatchObject({ code: 'unauthorized' })
    },
  )

  it('are not there at all where nothing opens them', async () => {
    const response = await fetch(`${service.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })
    expect([response.status, (await response.json()).code]).toEqual([404, 'not-found'])
  })

  it('are read anew each time, and kept by nobody', async () => {
    const first = await scrape(`Bearer ${token}`)
    expect(first.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect([first.headers.get('cache-control'), first.headers.get('x-cache')]).toEqual(['no-store', null])
    await fetch(`${cached.url}/api/articles`)
    expect(await (await scrape(`Bearer ${token}`)).text()).not.toBe(await first.text())
  })

  it('count requests by route and status, and name no address, id or query', async () => {
    const data = { title: 'Secret Knees', body: paragraphs('Rest it.'), _status: 'published' }
    const { doc } = (await service.ask('reviewer', 'POST', '/api/articles', data)).body
    await cached.caughtUp()
    for (const path of [
      `/v1/articles/${doc.slug}?locale=es`,
      `/api/articles/${doc.id}`,
      '/api/articles?where[title][equals]=Secret',
      '/v1/lookup?code=R51.9',
      '/no/such/Secret',
      '/v1/articles?limit=many',
    ])
      await (await fetch(cached.url + path)).text()
    const text = await read()
    const count = (route: string, status: string) =>
      sampleOf(text, 'saphena_http_requests_total', { method: 'GET', route, status })
    expect(count('/v1/articles/:slug', '200')).toBe(1)
    expect(count('/api/articles/:id', '200')).toBe(1)
    expect(count('/v1/articles', '400')).toBe(1)
    expect(count('none', '404')).toBe(1)
    const seconds = { method: 'GET', route: '/v1/articles/:slug', le: '+Inf' }
    expect(sampleOf(text, 'saphena_http_request_seconds_bucket', seconds)).toBe(1)
    expect(text).not.toMatch(/secret/i)
    expect(text).not.toContain(doc.id)
    expect(text).not.toMatch(/R51/)
  })

  it('say what the response cache did, and what it holds', async () => {
    const before = await read()
    const path = `${cached.url}/api/articles?limit=3`
    for (let each = 0; each < 3; each++) await (await fetch(path)).text()
    const after = await read()
    const grown = (result: string) =>
      Number(sampleOf(after, 'saphena_cache_answers_total', { result })) -
      Number(sampleOf(before, 'saphena_cache_answers_total', { result }))
    expect(grown('miss')).toBe(1)
    expect(grown('hit') + grown('stale')).toBe(2)
    for (const of of ['answers', 'parts']) {
      expect(sampleOf(after, 'saphena_cache_bytes', { of })).toBeGreaterThan(0)
      expect(sampleOf(after, 'saphena_cache_entries', { of })).toBeGreaterThan(0)
    }
  })

  it('say how far the log is, and how far behind who follows it', async () => {
    const before = sampleOf(await read(), 'saphena_log_position')
    const data = { title: 'Elbows', body: paragraphs('Rest it.'), _status: 'published' }
    await service.ask('reviewer', 'POST', '/api/articles', data)
    await cached.caughtUp()
    const text = await read()
    expect(sampleOf(text, 'saphena_log_position')).toBe(Number(before) + 1)
    expect(sampleOf(text, 'saphena_follower_lag_entries', { follower: 'cache' })).toBe(0)
    expect(sampleOf(text, 'saphena_follower_seconds_since_look', { follower: 'cache' })).toBeLessThan(30)
  })

  it('say that a follower is behind, also one that stands for all processes', async () => {
    const { followOnce } = await import('../src/publishing/followLog')
    let open: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      open = resolve
    })
    const following = await followOnce(service.payload, 'webhooks', () => held)
    const text = await read()
    expect(sampleOf(text, 'saphena_follower_lag_entries', { follower: 'webhooks' })).toBe(
      sampleOf(text, 'saphena_log_position'),
    )
    open()
    await following.caughtUp()
    expect(sampleOf(await read(), 'saphena_follower_lag_entries', { follower: 'webhooks' })).toBe(0)
    await following.stop()
  })

  it('say what waits: jobs, and deliveries of webhooks', async () => {
    const { payload } = service
    await service.runJobs()
    const now = Date.now()
    for (const [processing, hasError, age] of [
      [false, false, 0],
      [false, true, 0],
      [true, false, 0],
      [true, false, 600_000],
    ] as const) {
      const updatedAt = new Date(now - age).toISOString()
      const data = { taskSlug: 'relink', queue: 'none', processing, hasError, updatedAt, input: {} }
      await payload.db.create({ collection: 'payload-jobs', data })
    }
    const url = 'http://127.0.0.1:9/'
    const webhook = await service.ask('admin', 'POST', '/api/webhooks', {
      name: 'Site',
      url,
      collections: ['articles'],
    })
    for (const state of ['waiting', 'waiting', 'failed'] as const) {
      const id = randomUUID()
      const data = {
        id,
        key: id,
        webhook: webhook.body.doc.id,
        event: 'article.published',
        position: 1,
        body: '{}',
        state,
      }
      await payload.db.create({ collection: 'webhook-deliveries', data })
    }
    const text = await read()
    const jobs = ['queued', 'failed', 'stalled'].map((state) => sampleOf(text, 'saphena_jobs', { state }))
    expect(jobs).toEqual([1, 1, 1])
    const deliveries = ['waiting', 'failed'].map((state) => sampleOf(text, 'saphena_webhook_deliveries', { state }))
    expect(deliveries).toEqual([2, 1])
  })

  it('say how long linking and the database took', async () => {
    const text = await read()
    expect(sampleOf(text, 'saphena_linking_seconds_count')).toBeGreaterThan(0)
    expect(sampleOf(text, 'saphena_database_up')).toBe(1)
    if (kind === 'sqlite') {
      expect(sampleOf(text, 'saphena_sqlite_write_hold_seconds_count')).toBeGreaterThan(0)
      expect(sampleOf(text, 'saphena_sqlite_write_wait_seconds_count')).toBeGreaterThan(0)
      expect(sampleOf(text, 'saphena_sqlite_writes_waiting')).toBe(0)
    } else {
      expect(sampleOf(text, 'saphena_mongodb_connections', { state: 'open' })).toBeGreaterThan(0)
      expect(sampleOf(text, 'saphena_mongodb_connections_refused_total')).toBe(0)
    }
    expect(sampleOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(0)
  })

  /** Names, with those that a histogram has. */
  const exposedIn = (text: string) =>
    new Set(
      [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name, type]) =>
        type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [String(name)],
      ),
    )

  it.each(['deploy/grafana/saphena.json', 'docs/operations.md'])('have everything that %s names', async (path) => {
    const exposed = exposedIn(await read())
    const other = kind === 'sqlite' ? 'saphena_mongodb_' : 'saphena_sqlite_'
    const named = new Set(readFileSync(path, 'utf8').match(/\b(?:saphena|nodejs|process)_\w+/g))
    expect(named.size).toBeGreaterThan(5)
    expect([...named].filter((name) => !exposed.has(name) && !name.startsWith(other))).toEqual([])
  })

  it('are each shown by the Grafana dashboard, but for what Node tells of itself', async () => {
    const own = [...(await read()).matchAll(/^# TYPE (saphena_\S+)/gm)].map(([, name]) => String(name))
    expect(own.length).toBeGreaterThan(10)
    const { panels } = JSON.parse(readFileSync('deploy/grafana/saphena.json', 'utf8'))
    const queries: string[] = panels.flatMap(({ targets = [] }: { targets?: { expr: string }[] }) =>
      targets.map(({ expr }) => expr),
    )
    expect(own.filter((name) => !queries.some((query) => query.includes(name)))).toEqual([])
  })
})
