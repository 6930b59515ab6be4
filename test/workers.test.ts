import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Json } from './json'
import { runScript } from './runScript'
import { type StartedServer, startServer, startTimeout } from './startServer'

const count = 3
const email = 'boss@example.org'
const password = 'the-boss-chose-this'

/** One machine, one port, several processes. */
describe('WORKERS', { timeout: startTimeout }, () => {
  let dataDir: string
  let server: StartedServer
  const start = () =>
    startServer({
      DATA_DIR: dataDir,
      WORKERS: String(count),
      METRICS_PORT: '0',
      ADMIN_EMAIL: email,
      ADMIN_PASSWORD: password,
      PAYLOAD_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    })
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'saphena-workers-'))
    server = await start()
  }, startTimeout)
  afterAll(async () => {
    await server?.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('are that many processes of one that only starts them, and say once where they are', async () => {
    expect(workersOf(server)).toHaveLength(count)
    expect(server.printed().match(/Saphena is ready/g)).toHaveLength(1)
    expect(server.printed().match(/First administrator/g)).toHaveLength(1)
    expect(new Set(metricsOf(server)).size).toBe(count)
    // What it has loaded besides Node: nothing that serves.
    const opened = readFileSync(`/proc/${server.process.pid}/maps`, 'utf8')
    expect(opened).not.toMatch(/libsql|sharp/)
    expect(readFileSync(`/proc/${workersOf(server)[0]}/maps`, 'utf8')).toMatch(/libsql/)
  })

  it('share the requests, and one login holds in all of them', async () => {
    const { body } = await ask(server, 'POST', '/api/users/login', { body: { email, password } })
    const authorization = `JWT ${body.token}`
    for (let times = 0; times < 4 * count; times++) {
      const me = await ask(server, 'GET', '/api/users/me', { headers: { authorization } })
      expect(me.body.user?.email).toBe(email)
    }
    for (const url of metricsOf(server)) expect(await requestsTo(url, '/api/users/*')).toBeGreaterThan(0)
  })

  it('have the admin in the first, and hand requests for it over', async () => {
    for (let times = 0; times < 4 * count; times++) {
      const { status, headers, raw } = await ask(server, 'GET', '/admin/login')
      expect([status, raw.includes('<html')]).toEqual([200, true])
      expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    }
    for (const url of metricsOf(server)) expect(await requestsTo(url, '/admin/*')).toBeGreaterThan(0)
  })

  // By when they were started: the second time the first one is the youngest.
  it.each(['the first', 'another'])(
    'start %s again that was killed, and readers are served meanwhile',
    async (which) => {
      const [killed = 0] = workersOf(server)
      process.kill(killed, 'SIGKILL')
      await vi.waitFor(() => expect(workersOf(server)).not.toContain(killed), { timeout: 10_000 })
      for (let times = 0; times < 4 * count; times++)
        expect((await ask(server, 'GET', '/api/articles')).status).toBe(200)

      await vi.waitFor(
        async () => {
          expect(workersOf(server)).toHaveLength(count)
          for (let times = 0; times < 2 * count; times++)
            expect((await ask(server, 'GET', '/admin/login')).status).toBe(200)
        },
        { timeout: 60_000, interval: 200 },
      )
      const restarted = server.logged().filter(({ msg }) => String(msg).includes('started again'))
      expect(restarted.at(-1)).toMatchObject({ worker: which === 'the first' ? 0 : 1, signal: 'SIGKILL', pauseMs: 0 })
    },
  )

  it('finish what runs when they are asked to end, the admin too, and leave no process and no socket', async () => {
    const pids = workersOf(server)
    const agent = new Agent({ keepAlive: true })
    const body = JSON.stringify({ email, password })
    // Fewer than one account may try: the tries of the tests before may still count.
    const slow = Array.from({ length: 3 }, () => {
      const headers = { 'content-type': 'application/json', 'content-length': body.length }
      const sending = request(`${server.url}/api/users/login`, { method: 'POST', headers, agent: new Agent() })
      sending.write(body.slice(0, 10))
      return { sending, answered: once(sending, 'response') as Promise<[IncomingMessage]> }
    })
    // Answers that were begun are whole; connections that were not accepted any more are no answers.
    const seen: number[] = []
    const chatter = Array.from({ length: 8 }, async (_, which) => {
      const path = which % 2 ? '/admin/login' : '/api/articles?depth=0'
      for (;;) {
        try {
          seen.push((await ask(server, 'GET', path, { agent })).status)
        } catch (error) {
          return (error as NodeJS.ErrnoException).code
        }
      }
    })
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(20), { timeout: 20_000 })
    const ended = server.stop()
    await wait(300)
    for (const { sending } of slow) sending.end(body.slice(10))
    for (const { answered } of slow) {
      const [response] = await answered
      const said = await text(response)
      expect(said).toContain(email)
      expect(response.statusCode).toBe(200)
    }
    expect(await ended).toBe(0)
    for (const code of await Promise.all(chatter)) expect(['ECONNREFUSED', 'ECONNRESET']).toContain(code)
    expect(new Set(seen)).toEqual(new Set([200]))
    for (const pid of pids) expect(existsSync(`/proc/${pid}`)).toBe(false)
    const log = join(dataDir, 'saphena.db-wal')
    expect(existsSync(log) ? readFileSync(log).length : 0).toBe(0)
  })

  it('end with the process that started them, and do not start again and again what cannot start', async () => {
    server = await start()
    const pids = workersOf(server)
    server.process.kill('SIGKILL')
    await vi.waitFor(() => expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]), { timeout: 20_000 })

    const noFolder = join(dataDir, 'saphena.db')
    const { code, stdout } = await runScript('start', [], { DATA_DIR: noFolder, PORT: '0', WORKERS: '2' })
    expect([code, stdout]).toEqual([1, expect.not.stringContaining('ready')])
  })
})

/** In the order in which they were started. */
function workersOf({ process: { pid } }: StartedServer): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.trim().split(/\s+/).filter(Boolean).map(Number)
}

const metricsOf = (server: StartedServer): string[] => server.printed().match(/http\S+\/metrics/g) ?? []

async function requestsTo(metrics: string, route: string): Promise<number> {
  const lines = (await (await fetch(metrics)).text()).split('\n')
  return lines
    .filter((line) => line.startsWith('saphena_http_requests_total') && line.includes(`route="${route}"`))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

interface Asked {
  body?: object
  headers?: Record<string, string>
  /** @default a connection of its own, which any of them may get */
  agent?: Agent
}

interface Answered {
  status: number
  headers: IncomingMessage['headers']
  raw: string
  body: Json
}

async function ask(
  { url }: StartedServer,
  method: string,
  path: string,
  { body, headers = {}, agent = new Agent() }: Asked = {},
): Promise<Answered> {
  const sending = request(url + path, { method, agent, headers: { 'content-type': 'application/json', ...headers } })
  sending.end(body && JSON.stringify(body))
  const [response] = (await once(sending, 'response')) as [IncomingMessage]
  const raw = await text(response)
  const json = String(response.headers['content-type']).includes('json')
  return { status: response.statusCode ?? 0, headers: response.headers, raw, body: json ? JSON.parse(raw) : undefined }
}
