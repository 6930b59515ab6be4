import { afterAll, beforeAll, expect, it } from 'vitest'
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
    expect(body).toMatchObject({ status: 'ready', database: { ok: true, kind: process.env.TEST_DATABASE } })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(JSON.stringify(body)).not.toMatch(/mongodb:\/\/|file:|\.db/)
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
