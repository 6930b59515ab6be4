import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { availableDatabases, type CreatedDatabase } from './databases'
import { type StartedServer, startServer, startTimeout } from './startServer'
import { describeService, paragraphs } from './startService'

const email = 'boss@example.org'
const password = 'the-boss-chose-this'

/** Two server processes on one database, as behind a load balancer, or a command beside a server. */
describeService('Two processes', () => {
  let database: CreatedDatabase
  let a: StartedServer
  let b: StartedServer
  let receiver: Server
  let token = ''
  const received: { id: string; position: number; document: string }[] = []

  beforeAll(async () => {
    const kind = process.env.TEST_DATABASE ?? 'sqlite'
    const found = (await availableDatabases()).find(({ name }) => name === kind)
    if (!found) throw new Error(`No ${kind} here: the run should not have come this far`)
    database = await found.create()
    const settings = {
      DATA_DIR: database.dataDir,
      DATABASE_URL: database.url,
      PAYLOAD_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
      ADMIN_EMAIL: email,
      ADMIN_PASSWORD: password,
      WEBHOOK_ALLOW_PRIVATE: 'true',
      LOG_LEVEL: 'error',
    }
    a = await startServer(settings)
    b = await startServer(settings)
    token = (await post(a, '/api/users/login', { email, password })).token
    // the administrator is alone here, and publishes what he writes
    await post(a, '/api/globals/organisation', { preflight: { blocking: [] } })
    receiver = createServer(async (req, res) => {
      let text = ''
      for await (const chunk of req.setEncoding('utf8')) text += chunk
      const { data } = JSON.parse(text)
      received.push({ id: String(req.headers['webhook-id']), position: data.position, document: data.id })
      res.writeHead(204).end()
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
    await post(a, '/api/webhooks', { name: 'Site', url, collections: ['articles'] })
  }, startTimeout)
  afterAll(async () => {
    await Promise.all([a?.stop(), b?.stop()])
    if (receiver) await new Promise((resolve) => receiver.close(resolve))
    await database?.remove()
  })

  const send = async (to: StartedServer, method: string, path: string, body: object) => {
    const response = await fetch(to.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
      body: JSON.stringify(body),
    })
    const answer = await response.json()
    expect([path, response.status < 300 || answer]).toEqual([path, true])
    return answer
  }
  const post = (to: StartedServer, path: string, body: object) => send(to, 'POST', path, body)
  const publish = async (to: StartedServer, title: string): Promise<string> =>
    (
      await post(to, '/api/articles', {
        title,
        body: paragraphs('Words.'),
        seekCare: { urgency: 'self-care' },
        _status: 'published',
      })
    ).doc.id
  const read = async (of: StartedServer, path: string) => {
    const response = await fetch(of.url + path)
    return { from: response.headers.get('x-cache'), body: await response.json() }
  }
  /** The positions that readers of each article are told of, in the order of the log. */
  const deliveries = async () =>
    (
      await (
        await fetch(`${a.url}/api/webhook-deliveries?limit=500&sort=position&depth=0`, {
          headers: { authorization: `JWT ${token}` },
        })
      ).json()
    ).docs as { id: string; position: number; state: string; attempts: number }[]

  it('shows within a second, behind the cache of one, what was published through the other', async () => {
    const id = await publish(a, 'Seen by both')
    const path = `/api/articles/${id}?depth=0`
    const late: number[] = []
    for (let version = 1; version <= 12; version++) {
      // It is in the memory of B.
      await vi.waitFor(async () => expect((await read(b, path)).from).toBe('hit'), { timeout: 5_000, interval: 20 })
      const summary = `Version ${version}`
      await send(a, 'PATCH', `/api/articles/${id}`, { summary, _status: 'published' })
      const published = performance.now()
      for (;;) {
        const asked = performance.now()
        const { body } = await read(b, path)
        if (body.summary === summary) {
          late.push(asked - published)
          break
        }
        expect([summary, asked - published < 1_000]).toEqual([summary, true])
        await wait(10)
      }
      // And never goes back.
      for (let again = 0; again < 5; again++) expect((await read(b, path)).body.summary).toBe(summary)
      await wait(version * 37)
    }
    expect(Math.max(...late)).toBeLessThan(1_000)
  }, 60_000)

  it('numbers without repeating or stepping back, and delivers each once, with writers in both', async () => {
    const ids: string[] = []
    let running = true
    /** What a follower is given meanwhile, page after page. */
    const seen: string[] = []
    const follow = async (of: StartedServer) => {
      let cursor = ''
      for (;;) {
        const last = !running
        const query: string = cursor ? `cursor=${cursor}` : 'locale=en'
        const { body } = await read(of, `/v1/sync?limit=7&${query}`)
        for (const { op, id } of body.items) if (op === 'upsert') seen.push(id)
        cursor = body.cursor
        if (last && !body.more) return
        if (!body.more) await wait(20)
      }
    }
    const following = follow(b)
    const write = async (to: StartedServer, name: string) => {
      for (let each = 0; each < 15; each++) {
        const id = await publish(to, `Of ${name}, number ${each}`)
        ids.push(id)
        if (each % 3 === 0) await send(to, 'PATCH', `/api/articles/${id}`, { summary: 'More.', _status: 'published' })
      }
    }
    await Promise.all([write(a, 'A'), write(a, 'A too'), write(b, 'B'), write(b, 'B too')])
    running = false
    await following
    for (const id of ids) expect(seen).toContain(id)

    const made = 1 + 12 + 4 * (15 + 5)
    await vi.waitFor(() => expect(received.length).toBeGreaterThanOrEqual(made), { timeout: 30_000, interval: 200 })
    await wait(2_500) // a second delivery would have come by now
    const positions = received.map(({ position }) => position)
    expect(received.length).toBe(made)
    expect(new Set(received.map(({ id }) => id)).size).toBe(made)
    expect(positions).toEqual([...new Set(positions)].sort((x, y) => x - y))
    const all = await deliveries()
    expect(all.map(({ position }) => position)).toEqual(positions)
    expect(all.filter(({ state, attempts }) => state !== 'delivered' || attempts !== 1)).toEqual([])
  }, 90_000)

  describe('people', () => {
    const someone = { email: 'nurse@example.org', password: 'the-nurse-chose-this' }
    beforeAll(async () => {
      for (const email of [someone.email, 'victim@example.org', 'forgetful@example.org'])
        await post(a, '/api/users', { ...someone, name: 'Somebody', role: 'editor', email })
    })
    const logIn = (to: StartedServer, email: string, password: string) =>
      fetch(`${to.url}/api/users/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      })
    const whoIs = async (at: StartedServer, authorization: string) =>
      (await (await fetch(`${at.url}/api/users/me`, { headers: { authorization } })).json()).user?.email
    const tokenFrom = async (to: StartedServer) =>
      `JWT ${(await (await logIn(to, someone.email, someone.password)).json()).token}`

    it('who logs in at one are known to the other, and who logs out there are not known any more', async () => {
      const here = await tokenFrom(a)
      const there = await tokenFrom(b)
      for (const each of [here, there])
        expect([await whoIs(a, each), await whoIs(b, each)]).toEqual([someone.email, someone.email])
      const { status } = await fetch(`${b.url}/api/users/logout`, { method: 'POST', headers: { authorization: here } })
      expect(status).toBe(200)
      expect([await whoIs(a, here), await whoIs(b, here)]).toEqual([undefined, undefined])
      expect([await whoIs(a, there), await whoIs(b, there)]).toEqual([someone.email, someone.email])
    })

    it('who log in at several places at once are logged in at each', async () => {
      const tokens = await Promise.all(Array.from({ length: 4 }, (_, at) => tokenFrom(at % 2 ? a : b)))
      for (const each of tokens)
        expect([await whoIs(a, each), await whoIs(b, each)]).toEqual([someone.email, someone.email])
    })

    it('are locked out of both after five wrong passwords, whichever they tried', async () => {
      const tried: number[] = []
      for (let times = 0; times < 5; times++)
        tried.push((await logIn(times % 2 ? a : b, 'victim@example.org', 'wrong')).status)
      expect(tried).toEqual([401, 401, 401, 401, 401])
      for (const each of [a, b]) {
        const { status, headers } = await logIn(each, 'victim@example.org', someone.password)
        expect([status, headers.get('set-cookie')]).toEqual([429, null])
      }
    })

    it('are let in at the one that locked them out as soon as an administrator unlocks them at the other', async () => {
      const email = 'forgetful@example.org'
      for (let times = 0; times < 5; times++) await logIn(b, email, 'wrong')
      expect((await logIn(b, email, someone.password)).status).toBe(429)
      await post(a, '/api/users/unlock', { email })
      expect((await logIn(b, email, someone.password)).status).toBe(200)
    })
  })

  it('limits who asks both of them for shared drafts', async () => {
    const askFor = async (of: StartedServer, times: number) => {
      const statuses: number[] = []
      for (let at = 0; at < times; at++) statuses.push((await fetch(`${of.url}/share/none`)).status)
      return statuses
    }
    // Counts begin anew with each minute of the clock: once more where one began meanwhile.
    for (;;) {
      const began = Math.floor(Date.now() / 60_000)
      const first = await askFor(a, 200)
      await wait(1_500)
      await askFor(b, 60)
      await wait(1_500)
      const then = [...(await askFor(b, 30)), ...(await askFor(a, 60))]
      if (Math.floor(Date.now() / 60_000) !== began) continue
      expect(new Set(first)).toEqual(new Set([404]))
      expect(then.slice(0, 30)).toEqual(Array(30).fill(429))
      expect(then.at(-1)).toBe(429)
      break
    }
  }, 180_000)
})
