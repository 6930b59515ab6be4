import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { keyOfRead } from './cacheableRequest'

const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  keyOfRead({ method, url, headers: { host: 'cms.example.org', ...headers } } as unknown as IncomingMessage)

describe('What the response cache may keep', () => {
  it.each(['/v1/articles', '/v1/articles/leg-cramps?locale=es', '/api/articles?limit=10'])('%s', (url) => {
    expect(ask(url)).toContain(url)
  })

  it.each([
    '/v1/preview?token=x',
    '/preview?token=x',
    '/preview/pictures/1?token=x',
    '/share/x',
    '/api/draft-shares',
    '/api/draft-shares/1',
    '/api/import/preview',
    '/v1/sync',
    '/v1/Sync',
    '/v1/PREVIEW?token=x',
    '/api/users/me',
    '/admin',
  ])('passes by %s', (url) => {
    expect(ask(url)).toBeUndefined()
  })

  it('passes by who is logged in', () => {
    expect(ask('/v1/articles', { cookie: 'payload-token=x' })).toBeUndefined()
    expect(ask('/v1/articles', { authorization: 'users API-Key x' })).toBeUndefined()
  })
})
