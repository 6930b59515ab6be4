import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { keysOf } from '../src/cache/keys'
import { runWebhooks } from '../src/publishing/webhooks/deliver'
import { describeService, paragraphs, type Service, startService } from './startService'

describeService('A receiver of webhooks that is silent as the process is to end', () => {
  let service: Service
  let receiver: Server
  let asked = 0

  beforeAll(async () => {
    service = await startService()
    receiver = createServer(() => asked++)
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    receiver.closeAllConnections()
    await new Promise((resolve) => receiver.close(resolve))
    await service?.close()
  })

  it('keeps it for a moment, and is told again without that it counts', async () => {
    const options = { serverUrl: undefined, keysOf, allowPrivate: true, everyMs: 50, patience: 60_000 }
    const running = await runWebhooks(service.payload, options)
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
    await service.ask('admin', 'POST', '/api/webhooks', { name: 'Silent', url, collections: ['articles'] })
    const article = { title: 'First', body: paragraphs('Words.'), _status: 'published' }
    await service.ask('reviewer', 'POST', '/api/articles', article)
    await vi.waitFor(() => expect(asked).toBe(1), 20_000)
    const from = performance.now()
    await running.stop()
    expect(performance.now() - from).toBeLessThan(8_000)
    const { docs } = (await service.ask('admin', 'GET', '/api/webhook-deliveries')).body
    expect(docs).toEqual([expect.objectContaining({ state: 'waiting', attempts: 0 })])
  })
})
