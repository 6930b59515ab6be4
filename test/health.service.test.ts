import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type LogStore, logStoreOf } from '../src/database/logStore'
import { describeService, type Service, startService } from './startService'

describeService('Health, and addresses where there is nothing', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.close())

  it('says that it lives, and no more than that', async () => {
    const answer = await service.ask('stranger', 'GET', '/healthz')
    expect([answer.status, answer.body]).toEqual([200, { status: 'ok' }])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('says that it is ready, and which kind of database answers', async () => {
    const { status, body, headers } = await service.ask('stranger', 'GET', '/readyz')
    expect(status).toBe(200)
    expect(body).toEqual({
      status: 'ready',
      database: { ok: true, kind: process.env.TEST_DATABASE ?? 'sqlite', writable: true },
      migrations: 'done',
      following: true,
    })
    expect(headers.get('cache-control')).toBe('no-store')
  })

  describe('says that it is not ready', () => {
    const store = () => logStoreOf(service.payload) as LogStore
    afterEach(() => void vi.restoreAllMocks())

    /** What a balancer is told by a process that follows the log as the server does, with a shorter patience. */
    const readiness = async (closing = false) => {
      const { serveReadiness } = await import('../src/http/health')
      const { isFollowing } = await import('../src/publishing/followLog')
      const app = express()
      app.get(
        '/readyz',
        serveReadiness(service.payload, {
          isClosing: () => closing,
          isFollowing: () => isFollowing(service.payload, 3_000),
        }),
      )
      const server = createServer(app)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/readyz`)
      const text = await response.text()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      return { status: response.status, body: JSON.parse(text), text }
    }
    const nextProbe = () => new Promise((resolve) => setTimeout(resolve, 1_100))

    it('while the database takes no writes, and that it is again once it does', async () => {
      await nextProbe()
      vi.spyOn(store(), 'lease').mockRejectedValue(new Error('disk I/O error at file:/srv/saphena.db'))
      const { status, body, text } = await readiness()
      expect([status, body.status]).toEqual([503, 'unavailable'])
      expect(body.database).toMatchObject({ ok: true, writable: false })
      expect(text).not.toMatch(/disk|file:/)
      vi.restoreAllMocks()
      await nextProbe()
      expect((await readiness()).status).toBe(200)
    })

    it('where the database has not seen a migration', async () => {
      const { payload } = service
      const { docs } = await payload.db.find<{ id: string; name: string; batch: number }>({
        collection: 'payload-migrations',
        limit: 1,
      })
      const [migration] = docs
      if (!migration) throw new Error('There is no migration to forget')
      await payload.db.deleteOne({ collection: 'payload-migrations', where: { name: { equals: migration.name } } })
      const { status, body } = await readiness()
      expect([status, body.status, body.migrations]).toEqual([503, 'unavailable', 'pending'])
      const { name, batch } = migration
      await payload.db.create({ collection: 'payload-migrations', data: { name, batch } })
      expect((await readiness()).status).toBe(200)
    })

    it('while what readers get from memory is behind the log', async () => {
      vi.spyOn(store(), 'readAfter').mockRejectedValue(new Error('the log cannot be read'))
      await vi.waitFor(
        async () => {
          const { status, body } = await readiness()
          expect([status, body.status, body.following]).toEqual([503, 'unavailable', false])
        },
        { timeout: 10_000, interval: 200 },
      )
      vi.restoreAllMocks()
      await vi.waitFor(async () => expect((await readiness()).status).toBe(200), { timeout: 5_000, interval: 200 })
    })

    it('while it goes down', async () => {
      const { status, body } = await readiness(true)
      expect([status, body.status]).toEqual([503, 'closing'])
    })
  })

  it.each([
    ['GET', '/nothing'],
    ['GET', '/healthz/more'],
    ['POST', '/healthz'],
    ['GET', '/..%2f..%2fetc/passwd'],
    ['DELETE', '/'],
  ])('%s %s is a problem of one shape', async (method, path) => {
    const { status, body, headers } = await service.ask('stranger', method, path)
    expect(status).toBe(404)
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(body).toEqual({
      type: 'about:blank',
      title: 'There is nothing at this address',
      status: 404,
      code: 'not-found',
    })
  })

  it.each(['/api', '/api/nothing', '/api/articles/x/y/z', '/api/%00'])('GET %s is 404, in JSON', async (path) => {
    const { status, headers } = await service.ask('stranger', 'GET', path)
    expect(status).toBe(404)
    expect(headers.get('content-type')).toMatch(/json/)
  })

  it('gives every answer an id that the log has too, and says nothing of its software', async () => {
    const one = await service.ask('stranger', 'GET', '/api/articles')
    const other = await service.ask('stranger', 'GET', '/api/articles')
    expect(one.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(one.headers.get('x-request-id')).not.toBe(other.headers.get('x-request-id'))
    expect(one.headers.get('x-powered-by')).toBeNull()
  })
})
