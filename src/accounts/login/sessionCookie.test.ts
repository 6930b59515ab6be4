import { generatePayloadCookie } from 'payload/shared'
import { expect, it } from 'vitest'
import { sessionCookie } from './sessionCookie'

it.each([
  ['https://cms.example.org', true],
  ['http://cms.example.org', false],
  [undefined, false],
])('A session at %s is kept for https alone: %s', (serverUrl, secure) => {
  const cookie = generatePayloadCookie({
    collectionAuthConfig: { cookies: sessionCookie(serverUrl), tokenExpiration: 60 } as never,
    cookiePrefix: 'payload',
    token: 'a-token',
  })
  expect(String(cookie).includes('Secure')).toBe(secure)
  expect(cookie).toMatch(/HttpOnly=true.*SameSite=Lax/)
})
