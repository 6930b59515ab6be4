import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { keysOf } from '../src/cache/keys'
import { runWebhooks } from '../src/publishing/webhooks/deliver'
import { describeService, paragraphs, type Service, startService } from './startService'

interface Received {
  id: string
  body: { type: string; data: { id: string; slugs: Record<string, string>; keys: string[]; href?: string } }
}

describeService('Webhooks', () => {
  let service: Service
  let running: { stop(): Promise<void> }
  let receiver: Server
  let status = 204
  const received: Received[] = []
  let secret = ''
  let refused = 0

  beforeAll(async () => {
    service = await startService()
    receiver = createServer(async (req, res) => {
      const text = await textOf(req)
      try {
        const body = new Webhook(secret).verify(text, req.headers as Record<string, string>) as Received['body']
        if (status === 204) received.push({ id: String(req.headers['webhook-id']), body })
        else refused++
        res.writeHead(status).end()
      } catch {
        res.writeHead(401).end()
      }
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    running = await runWebhooks(service.payload, {
      serverUrl: 'https://health.example.org',
      keysOf,
      allowPrivate: true,
      everyMs: 50,
      patience: 3_000,
    })
    const add = (data: object) => service.ask('admin', 'POST', '/api/webhooks', data)
    // Nobody listens at this one: it must delay nobody else.
    await add({ name: 'Down', url: 'http://127.0.0.1:9/' })
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
    secret = (await add({ name: 'Site', url, collections: ['articles'] })).body.doc.secret
  })
  afterAll(async () => {
    await running?.stop()
    await new Promise((resolve) => receiver.close(resolve))
    await service?.close()
  })

  const publish = async (title: string) =>
    (
      await service.ask('reviewer', 'POST', '/api/articles', {
        title,
        body: paragraphs('Words.'),
        _status: 'published',
      })
    ).body.doc.id as string
  const types = () => received.map(({ body }) => body.type)
  const deliveries = async () =>
    (await service.ask('admin', 'GET', '/api/webhook-deliveries?limit=100&depth=1&sort=position')).body.docs as {
      id: string
      state: string
      attempts: number
      lastError: string | null
      webhook: { name: string }
    }[]

  it('tells what happened, signed and in order, and what it was not asked for not', async () => {
    const id = await publish('First')
    await service.ask('reviewer', 'PATCH', `/api/articles/${id}`, { summary: 'More.', _status: 'published' })
    await service.ask('reviewer', 'POST', '/api/symptoms', { name: 'Ache', _status: 'published' })
    await service.ask('reviewer', 'PATCH', `/api/articles/${id}`, { _status: 'draft' })
    await vi.waitFor(
      () => expect(types()).toEqual(['article.published', 'article.changed', 'article.withdrawn']),
      10_000,
    )
    expect(received[0]?.body.data).toMatchObject({
      id,
      slugs: { en: 'first' },
      href: 'https://health.example.org/v1/articles/first',
      keys: expect.arrayContaining([`articles:${id}`, 'articles/first', 'articles:*']),
    })
    expect(JSON.stringify(received)).not.toContain('More.')
  })

  it('is told again what it refused, before anything later', async () => {
    received.length = 0
    status = 503
    await publish('Second')
    await vi.waitFor(() => expect(refused).toBeGreaterThan(0), 10_000)
    status = 204
    await publish('Third')
    await vi.waitFor(() => expect(received.map(({ body }) => body.data.slugs.en)).toEqual(['second', 'third']), {
      timeout: 15_000,
      interval: 100,
    })
    const all = await deliveries()
    expect(all.some(({ state, attempts }) => state === 'delivered' && attempts > 1)).toBe(true)
  })

  it('says why a receiver was not reached', async () => {
    const down = (await deliveries()).filter(({ webhook }) => webhook.name === 'Down')
    expect(down[0]).toMatchObject({ state: 'waiting', lastError: expect.stringContaining('ECONNREFUSED') })
    expect(down[1]).toMatchObject({ attempts: 0 })
  })

  it('is sent again by an administrator, with the same id', async () => {
    const done = (await deliveries()).find(({ state }) => state === 'delivered')
    received.length = 0
    expect((await service.ask('editor', 'POST', `/api/webhook-deliveries/${done?.id}/resend`)).status).toBe(403)
    expect((await service.ask('stranger', 'POST', `/api/webhook-deliveries/${done?.id}/resend`)).status).toBe(401)
    expect((await service.ask('admin', 'POST', '/api/webhook-deliveries/none/resend')).status).toBe(404)
    expect((await service.ask('admin', 'POST', `/api/webhook-deliveries/${done?.id}/resend`)).status).toBe(200)
    await vi.waitFor(() => expect(received.map(({ id }) => id)).toEqual([done?.id]), 10_000)
  })

  it.each(['stranger', 'api', 'editor', 'reviewer'] as const)(
    'and their secrets are not shown to a %s',
    async (who) => {
      for (const path of ['/api/webhooks', '/api/webhook-deliveries'])
        expect([401, 403]).toContain((await service.ask(who, 'GET', path)).status)
    },
  )

  it('refuses what is no address of the web', async () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'nothing'])
      expect((await service.ask('admin', 'POST', '/api/webhooks', { name: 'x', url })).status).toBe(400)
  })
})

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
