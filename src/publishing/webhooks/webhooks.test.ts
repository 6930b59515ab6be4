import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../outgoing/publicAddress'
import { post } from './post'
import { leastAttempts, nextAttempt, triedFor } from './retries'
import { makeSecret, signedHeaders } from './sign'

describe('signatures', () => {
  it('are verified by the reference library', () => {
    const secret = makeSecret()
    const body = '{"type":"article.published"}'
    const headers = signedHeaders(secret, 'msg_1', new Date(), body)
    expect(new Webhook(secret).verify(body, headers)).toEqual({ type: 'article.published' })
    expect(() => new Webhook(makeSecret()).verify(body, headers)).toThrow()
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow()
  })
})

describe('addresses', () => {
  it.each(['8.8.8.8', '2606:4700:4700::1111', '[2606:4700:4700::1111]'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    ...[
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '255.255.255.255',
    ],
    ...[
      '224.0.0.1',
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      '[::1]',
      '64:ff9b::7f00:1',
      'localhost',
      '',
    ],
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('post', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })
  const serve = async (status: number | undefined, headers = {}) => {
    server = createServer((_req, res) => {
      if (status) res.writeHead(status, headers).end('x'.repeat(100_000))
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  }
  const options = { headers: {}, body: '{}', patience: 5_000, allowPrivate: true }

  it('gives the status and follows no redirection', async () => {
    expect(await post(await serve(302, { location: 'http://127.0.0.1:1/' }), options)).toEqual({ status: 302 })
  })

  it('waits no longer than it may', async () => {
    await expect(post(await serve(undefined), { ...options, patience: 100 })).rejects.toThrow(/within 0.1 s|abort/i)
  })

  it.each(['http://127.0.0.1:9/', 'http://localhost:9/', 'http://[::1]:9/', 'http://2130706433/', 'http://0x7f.1/'])(
    'does not go to %s unless it may',
    async (url) => {
      await expect(post(url, { ...options, allowPrivate: false })).rejects.toThrow('private or local')
    },
  )
})

describe('retries', () => {
  it('pause longer and longer, for three days', () => {
    const since = new Date('2027-01-01T00:00:00Z')
    let now = since
    let failed = 0
    let last = 0
    for (;;) {
      const next = nextAttempt(++failed, since, now, 0)
      if (!next) break
      const pause = next.getTime() - now.getTime()
      expect(pause).toBeGreaterThanOrEqual(last)
      last = pause
      now = next
    }
    expect(failed).toBeGreaterThan(10)
    expect(now.getTime() - since.getTime()).toBeGreaterThan(triedFor - 9 * 3_600_000)
    expect(now.getTime() - since.getTime()).toBeLessThanOrEqual(triedFor)
  })

  it('do not end with the first failure where the clock was set ahead', () => {
    const since = new Date('2027-01-01T00:00:00Z')
    const now = new Date(since.getTime() + 2 * triedFor)
    expect(nextAttempt(leastAttempts - 1, since, now, 0)).toBeInstanceOf(Date)
    expect(nextAttempt(leastAttempts, since, now, 0)).toBeUndefined()
  })
})
