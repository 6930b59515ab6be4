import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Following } from '../src/publishing/followLog'
import { describeService, paragraphs, type Service, startService } from './startService'

/** Whether what articles cite still answers, asked of servers that are not ours. */
describeService('Outgoing references', () => {
  let service: Service
  let following: Following
  let check: typeof import('../src/editorial/references/checkReferences').checkReferences
  const servers: Server[] = []
  let asked: { method: string; host: string; path: string; agent: string; at: number }[] = []
  let hosts: string[] = []

  /** Somebody else's server; the path says what it answers. */
  const startServer = async (): Promise<string> => {
    const server = createServer((req, res) => {
      const path = req.url ?? ''
      asked.push({
        method: req.method ?? '',
        host: req.headers.host ?? '',
        path,
        agent: req.headers['user-agent'] ?? '',
        at: Date.now(),
      })
      const status = Number(/^\/(\d{3})/.exec(path)?.[1] ?? 200)
      if (path === '/no-head' && req.method === 'HEAD') return res.writeHead(404).end()
      if (path === '/silent') return
      if (path === '/moved') return res.writeHead(301, { location: '/200' }).end()
      if (path === '/circle') return res.writeHead(302, { location: '/circle' }).end()
      if (path === '/elsewhere') return res.writeHead(302, { location: 'ftp://example.org/' }).end()
      if (status === 429) return res.writeHead(429, { 'retry-after': '7200' }).end()
      return res.writeHead(status).end('x'.repeat(100_000))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    servers.push(server)
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  beforeAll(async () => {
    service = await startService()
    ;({ checkReferences: check } = await import('../src/editorial/references/checkReferences'))
    const { followReferences } = await import('../src/editorial/references/noteReferences')
    following = await followReferences(service.payload)
    hosts = await Promise.all(Array.from({ length: 6 }, startServer))
  })
  afterAll(async () => {
    await following?.stop()
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
    await service?.close()
  })
  beforeEach(async () => {
    await service.payload.delete({ collection: 'reference-checks', where: {}, overrideAccess: true })
    asked = []
  })

  let number = 0
  const publish = async (...urls: string[]): Promise<string> => {
    const { body } = await service.ask('reviewer', 'POST', '/api/articles', {
      title: `Citing ${++number}`,
      body: paragraphs('As was shown elsewhere.'),
      references: urls.map((url) => ({ citation: 'Somebody, somewhere.', url })),
      _status: 'published',
    })
    await following.caughtUp()
    return body.doc.id
  }
  const rows = async () =>
    (await service.ask('editor', 'GET', '/api/reference-checks?depth=0&sort=url&limit=100')).body.docs
  const options = { serverUrl: 'https://cms.example.org', allowPrivate: true, patience: 1000, pause: 0, betweenMs: 0 }
  const later = (days: number) => new Date(Date.now() + days * 86_400_000 + 60_000)

  it('are those of what is published, each once, with the articles that cite it', async () => {
    const [one, two] = [await publish(`${hosts[0]}/200`, `${hosts[1]}/200`), await publish(`${hosts[0]}/200#part`)]
    await service.ask('editor', 'POST', '/api/articles?draft=true', {
      title: 'Only a draft',
      body: paragraphs('Nothing yet.'),
      references: [{ citation: 'Somebody.', url: `${hosts[2]}/200` }],
    })
    await following.caughtUp()
    const found = await rows()
    expect(found.map(({ url, state }: { url: string; state: string }) => [url, state])).toEqual(
      [
        [`${hosts[0]}/200`, 'waiting'],
        [`${hosts[1]}/200`, 'waiting'],
      ].toSorted(([a = ''], [b = '']) => a.localeCompare(b)),
    )
    const shared = found.find(({ url }: { url: string }) => url === `${hosts[0]}/200`)
    expect(shared.articles.toSorted()).toEqual([one, two].toSorted())

    await service.ask('reviewer', 'PATCH', `/api/articles/${one}`, { references: [], _status: 'published' })
    await service.ask('reviewer', 'PATCH', `/api/articles/${two}`, { _status: 'draft' })
    await following.caughtUp()
    expect(await rows()).toEqual([])
  })

  it('are asked for by HEAD, one after the other, by a name, and no host twice in a run', async () => {
    await publish(`${hosts[0]}/200`, `${hosts[0]}/200/b`, `${hosts[1]}/200`)
    expect(await check(service.payload, { ...options, betweenMs: 120 })).toBe(2)
    expect(asked.map(({ method }) => method)).toEqual(['HEAD', 'HEAD'])
    expect(new Set(asked.map(({ host }) => host)).size).toBe(2)
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThanOrEqual(100)
    expect(asked[0]?.agent).toBe('Saphena reference check (+https://cms.example.org)')
    expect(await check(service.payload, options)).toBe(1)
    expect(await check(service.payload, options), 'nothing is due').toBe(0)
    expect((await rows()).map(({ state }: { state: string }) => state)).toEqual(['fine', 'fine', 'fine'])
    expect(await check(service.payload, { ...options, now: later(6) })).toBe(0)
    expect(await check(service.payload, { ...options, now: later(7) })).toBe(2)
  })

  it('are a few a run, whatever is due', async () => {
    await publish(...hosts.map((host) => `${host}/200`))
    expect(await check(service.payload, options)).toBe(4)
  })

  it.each([
    ['/200', 'fine', 200, ['HEAD']],
    ['/moved', 'fine', 200, ['HEAD', 'HEAD']],
    ['/no-head', 'fine', 200, ['HEAD', 'GET']],
    ['/403', 'unclear', 403, ['HEAD', 'GET']],
    ['/404', 'failing', 404, ['HEAD', 'GET']],
    ['/500', 'failing', 500, ['HEAD', 'GET']],
    ['/elsewhere', 'failing', 302, ['HEAD', 'GET']],
    ['/silent', 'failing', null, ['HEAD', 'GET']],
    ['/429', 'waiting', 429, ['HEAD']],
  ])('%s is %s', async (path, state, lastStatus, methods) => {
    await publish(`${hosts[0]}${path}`)
    await check(service.payload, options)
    const [row] = await rows()
    expect([row.state, row.lastStatus ?? null]).toEqual([state, lastStatus])
    expect(asked.map(({ method }) => method)).toEqual(methods)
  })

  it('that lead in a circle end', async () => {
    await publish(`${hosts[0]}/circle`)
    await check(service.payload, options)
    expect((await rows())[0]).toMatchObject({ state: 'failing', lastError: expect.stringMatching(/more than 5 times/) })
    expect(asked.length).toBe(6)
  })

  it('are called broken with the third failure, and no more once they answer', async () => {
    const id = await publish(`${hosts[0]}/404`)
    const states: string[] = []
    for (const days of [0, 1, 2]) {
      await check(service.payload, { ...options, now: later(days) })
      states.push((await rows())[0].state)
    }
    expect(states).toEqual(['failing', 'failing', 'broken'])
    expect((await rows())[0].articles).toEqual([id])
    expect(await check(service.payload, { ...options, now: later(3) }), 'broken ones are asked weekly').toBe(0)
  })

  it.each(['127.0.0.1', 'localhost', '[::1]', '10.0.0.1', '169.254.169.254'])(
    'at private addresses are not asked for (%s)',
    async (host) => {
      const port = new URL(hosts[0] ?? '').port
      await publish(`http://${host}:${port}/200`)
      await check(service.payload, { ...options, allowPrivate: false })
      expect(asked).toEqual([])
      expect((await rows())[0]).toMatchObject({
        state: 'failing',
        lastError: expect.stringMatching(/private or local/),
      })
    },
  )

  it('are not followed to private addresses', async () => {
    const { askAddress } = await import('../src/editorial/references/askAddress')
    const found = await askAddress(`${hosts[0]}/200`, { ...options, allowPrivate: false })
    expect(found).toMatchObject({ verdict: 'failed', error: expect.stringMatching(/private or local/) })
    expect(asked).toEqual([])
  })

  it('are checked by a job of a queue of its own', async () => {
    const { referencesQueue } = await import('../src/editorial/references/checkReferences')
    await service.payload.jobs.handleSchedules({ queue: referencesQueue })
    const { docs } = await service.payload.find({ collection: 'payload-jobs', overrideAccess: true })
    expect(docs.map(({ taskSlug, queue }) => [taskSlug, queue])).toContainEqual(['checkReferences', 'references'])
    await service.payload.delete({ collection: 'payload-jobs', where: {}, overrideAccess: true })
  })

  it.each([
    ['stranger', 403],
    ['api', 403],
    ['editor', 200],
    ['reviewer', 200],
    ['admin', 200],
  ] as const)('are read by staff alone (%s: %d), and written by nobody', async (who, status) => {
    await publish(`${hosts[0]}/200`)
    const [row] = await rows()
    expect((await service.ask(who, 'GET', '/api/reference-checks')).status).toBe(status)
    expect((await service.ask(who, 'GET', `/api/reference-checks/${row.id}`)).status).not.toBe(
      status === 200 ? 404 : 200,
    )
    for (const [method, path] of [
      ['POST', '/api/reference-checks'],
      ['PATCH', `/api/reference-checks/${row.id}`],
      ['DELETE', `/api/reference-checks/${row.id}`],
    ] as const)
      expect((await service.ask(who, method, path, { url: 'https://example.org', state: 'fine' })).status).toBe(403)
  })
})
