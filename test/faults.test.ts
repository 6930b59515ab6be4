import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import { availableDatabases, type CreatedDatabase } from './databases'
import { buildDoor, type Door } from './door'
import type { Json } from './json'
import { commandSettings } from './movedContent'
import { runScript, spawnScript } from './runScript'
import { type StartedServer, startServer, startTimeout } from './startServer'
import { paragraphs } from './startService'
import { uploadForm } from './uploadForm'

const email = 'boss@example.org'
const password = 'the-boss-chose-this'
const patience = { timeout: 60_000, interval: 100 }

interface Answer {
  status: number
  headers: Headers
  body: Json
}

/** What the log calls a request. */
interface Called extends Record<string, string> {
  'x-request-id': string
}

/** Asks a server as its administrator, who publishes what he writes. */
async function administrator(server: () => StartedServer) {
  let token = ''
  const ask = async (method: string, path: string, body?: object, called?: Called): Promise<Answer> => {
    const form = body instanceof FormData
    const response = await fetch(server().url + path, {
      method,
      headers: {
        ...(form ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `JWT ${token}` } : {}),
        ...called,
      },
      ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined }
  }
  token = (await ask('POST', '/api/users/login', { email, password })).body.token
  await ask('POST', '/api/globals/organisation', { preflight: { blocking: [] } })
  let number = 0
  /** Of each article that was tried, and of each that was acknowledged. */
  const tried: string[] = []
  const acknowledged: string[] = []
  const publish = async (words = 'Plain words.', called?: Called): Promise<number> => {
    const title = `Number ${++number}`
    tried.push(title)
    const data = { title, body: paragraphs(words), seekCare: { urgency: 'self-care' }, _status: 'published' }
    const { status } = await ask('POST', '/api/articles?depth=0', data, called)
    if (status === 201) acknowledged.push(title)
    return status
  }
  /** What was acknowledged is there, once; of the rest nothing is, or all of it. */
  const expectWhole = async () => {
    const { docs } = (
      await ask('GET', '/api/articles?limit=1000&depth=0&sort=title&select[title]=true&where[title][like]=Number')
    ).body
    const found = docs.map(({ title }: { title: string }) => title) as string[]
    expect(new Set(found).size).toBe(found.length)
    for (const title of acknowledged) expect(found).toContain(title)
    const drafts = (
      await ask('GET', '/api/articles?limit=1000&depth=0&draft=true&select[title]=true&where[title][like]=Number')
    ).body.docs
    expect(drafts.map(({ title }: { title: string }) => title).sort()).toEqual([...found].sort())
    const manifest = (await ask('GET', '/v1/manifest')).body.documents
    expect(manifest.filter(({ type }: { type: string }) => type === 'articles')).toHaveLength(found.length)
    return found
  }
  return { ask, publish, expectWhole, tried, acknowledged }
}

async function listenTo(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

/** What goes wrong around a server, one thing after the other, on one server that is to go on by itself each time. */
describe.each(['sqlite', 'mongodb'] as const)('A server, on %s', (name) => {
  const mongo = inject('mongo')
  const missing = name === 'mongodb' && 'missing' in mongo ? mongo.missing : undefined
  if (missing) {
    it.skipIf(process.env.CI !== 'true')(`not run, ${missing}`, () => expect.fail(missing))
    return
  }
  let database: CreatedDatabase
  let door: Door | undefined
  let running: StartedServer
  let boss: Awaited<ReturnType<typeof administrator>>
  let silent: Server
  let listening: Server
  const heard: string[] = []
  let settings: Record<string, string>

  beforeAll(async () => {
    database = (await (await availableDatabases()).find((each) => each.name === name)?.create()) as CreatedDatabase
    const url = new URL(database.url)
    if (name === 'mongodb') {
      door = await buildDoor({ host: url.hostname, port: Number(url.port) })
      url.host = `127.0.0.1:${door.port}`
      url.search = '?serverSelectionTimeoutMS=1500'
    }
    settings = {
      ...commandSettings({ ...database, url: door ? url.href : database.url }),
      ADMIN_EMAIL: email,
      ADMIN_PASSWORD: password,
      WEBHOOK_ALLOW_PRIVATE: 'true',
      REFERENCES_CHECK: 'false',
      SHUTDOWN_DELAY_SECONDS: '8',
    }
    running = await startServer({ ...settings, LOG_LEVEL: 'debug' })
    boss = await administrator(() => running)
    const deaf = await listenTo(() => {}) // takes the request, and never answers
    silent = deaf.server
    const good = await listenTo(async (req, res) => {
      let text = ''
      for await (const chunk of req.setEncoding('utf8')) text += chunk
      heard.push(JSON.parse(text).data.id)
      res.writeHead(204).end()
    })
    listening = good.server
    for (const url of [deaf.url, good.url])
      expect((await boss.ask('POST', '/api/webhooks', { name: url, url, collections: ['articles'] })).status).toBe(201)
  }, startTimeout)
  afterAll(async () => {
    await running?.stop()
    for (const server of [silent, listening]) server?.closeAllConnections()
    silent?.close()
    listening?.close()
    await door?.shut()
    await database?.remove()
  }, 60_000)

  it('is not held up by a receiver of webhooks that never answers, nor is another receiver', async () => {
    for (let each = 0; each < 4; each++) expect(await boss.publish()).toBe(201)
    const { docs } = (await boss.ask('GET', '/api/articles?limit=10&depth=0')).body
    const ids = docs.map(({ id }: { id: string }) => id)
    // Sooner than one delivery may take.
    await vi.waitFor(() => expect([...new Set(heard)].sort()).toEqual([...ids].sort()), {
      timeout: 14_000,
      interval: 50,
    })
  }, 60_000)

  it.runIf(name === 'mongodb')(
    'serves on by itself when the database was gone for half a minute',
    async () => {
      const { docs } = (await boss.ask('GET', '/api/articles?limit=1&depth=0')).body
      const read = () => fetch(`${running.url}/v1/articles/${docs[0].slug}`)
      await (await read()).text()
      await door?.shut()
      const shut = performance.now()
      await vi.waitFor(async () => expect((await fetch(`${running.url}/readyz`)).status).toBe(503), patience)
      const refused = await Promise.all([boss.publish(), boss.publish(), boss.publish()])
      expect(refused).toEqual([503, 503, 503])
      await vi.waitFor(async () => expect((await read()).headers.get('x-cache')).toBe('stale'), patience)
      await pause(30_000 - (performance.now() - shut))
      expect((await read()).status).toBe(200)
      await door?.open()
      await vi.waitFor(async () => expect((await fetch(`${running.url}/readyz`)).status).toBe(200), patience)
      expect(await boss.publish()).toBe(201)
      const found = await boss.expectWhole()
      expect(found).toHaveLength(boss.acknowledged.length)
    },
    180_000,
  )

  it.runIf(name === 'mongodb')(
    'is slow with a slow database, and not wrong; what is in memory is as fast as ever',
    async () => {
      const { docs } = (await boss.ask('GET', '/api/articles?limit=1&depth=0')).body
      const path = `${running.url}/v1/articles/${docs[0].slug}`
      await vi.waitFor(async () => expect((await fetch(path)).headers.get('x-cache')).toBe('hit'), patience)
      door?.delay(1_000)
      try {
        let saved: number[] | undefined
        const saving = Promise.all([boss.publish(), boss.publish()]).then((statuses) => {
          saved = statuses
        })
        const began = performance.now()
        for (let each = 0; each < 20; each++) {
          const response = await fetch(path)
          // By then the log cannot be followed as fast as it should be.
          expect([response.status, response.headers.get('x-cache')]).toEqual([
            200,
            expect.stringMatching(/^(hit|stale)$/),
          ])
          expect((await response.json()).id).toBe(docs[0].id)
        }
        expect(performance.now() - began).toBeLessThan(1_000)
        expect(saved).toBeUndefined()
        // Still slow, and not for minutes.
        door?.delay(40)
        await saving
        expect(saved).toEqual([201, 201])
        expect((await fetch(`${running.url}/healthz`)).status).toBe(200)
      } finally {
        door?.delay(0)
      }
      await boss.expectWhole()
    },
    180_000,
  )

  it.runIf(name === 'mongodb')(
    'answers from memory while the database is silent, says soon that all else has to wait, and serves on by itself',
    async () => {
      const { docs } = (await boss.ask('GET', '/api/articles?limit=1&depth=0')).body
      const read = async () => {
        const began = performance.now()
        const response = await fetch(`${running.url}/v1/articles/${docs[0].slug}`)
        expect([response.status, (await response.json()).id]).toEqual([200, docs[0].id])
        expect(performance.now() - began).toBeLessThan(1_000)
        return response.headers.get('x-cache')
      }
      await vi.waitFor(async () => expect(await read()).toBe('hit'), patience)
      door?.silence(true)
      try {
        const asked = performance.now()
        let answered = undefined as Answer[] | undefined
        const waiting = Promise.all([
          boss.ask('GET', '/api/users/me'),
          boss.ask('POST', '/api/articles', { title: 'Unheard' }),
        ]).then((answers) => {
          answered = answers
        })
        await vi.waitFor(async () => expect(await read()).toBe('stale'), patience)
        while (!answered) {
          expect(await read()).toBe('stale')
          await pause(50)
        }
        await waiting
        expect(answered.map(({ status }) => status)).toEqual([503, 503])
        expect(performance.now() - asked).toBeLessThan(20_000)
        expect((await fetch(`${running.url}/readyz`)).status).toBe(503)
        expect(await boss.publish()).toBe(503)
        expect(await read()).toBe('stale')
      } finally {
        door?.silence(false)
      }
      await vi.waitFor(async () => expect((await fetch(`${running.url}/readyz`)).status).toBe(200), patience)
      await vi.waitFor(async () => expect(await read()).toBe('hit'), patience)
      expect(await boss.publish()).toBe(201)
      expect(await boss.expectWhole()).toHaveLength(boss.acknowledged.length)
    },
    180_000,
  )

  it.runIf(name === 'mongodb')(
    'ends soon where its database is away or silent as it starts, and starts where it is back',
    async () => {
      const { hostname: host, port } = new URL(database.url)
      const other = await buildDoor({ host, port: Number(port) })
      onTestFinished(() => other.shut())
      const url = new URL(database.url)
      url.host = `127.0.0.1:${other.port}`
      url.search = '?serverSelectionTimeoutMS=1500&connectTimeoutMS=1500'
      const elsewhere = { ...settings, DATABASE_URL: url.href, SHUTDOWN_DELAY_SECONDS: '0' }
      const start = async () => {
        const { code, stdout, stderr } = await runScript('start', [], { PORT: '0', SEED: 'false', ...elsewhere })
        return { code, said: /cannot connect to MongoDB/.test(stdout + stderr) }
      }
      other.silence(true)
      expect(await start()).toEqual({ code: 1, said: true })
      await other.shut()
      other.silence(false)
      expect(await start()).toEqual({ code: 1, said: true })
      await other.open()
      const started = await startServer(elsewhere)
      onTestFinished(async () => void (await started.stop()))
      expect((await fetch(`${started.url}/readyz`)).status).toBe(200)
    },
    180_000,
  )

  it('has each article of an import once that was killed in the middle and run again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'saphena-faults-'))
    const of = 30
    try {
      const file = join(folder, 'many.jsonl')
      const line = (number: number) =>
        JSON.stringify({ id: `in-${number}`, title: `In ${number}`, body: 'Walk a little.' })
      await writeFile(file, Array.from({ length: of }, (_, number) => line(number)).join('\n'))
      const child = spawnScript('import', [file], settings)
      let printed = ''
      const ended = once(child, 'exit')
      child.stderr.resume()
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed += text
        if ((printed.match(/^created /gm) ?? []).length >= 8) child.kill('SIGKILL')
      })
      expect(await ended).toEqual([null, 'SIGKILL'])
      const titles = async () => {
        const { docs } = (await boss.ask('GET', '/api/articles?draft=true&limit=100&depth=0&where[title][like]=In '))
          .body
        return docs.map(({ title }: { title: string }) => title).sort() as string[]
      }
      const half = await titles()
      const told = [...printed.matchAll(/^created .*?(\d+)(?:;|$)/gm)].length
      expect(half.length).toBeGreaterThanOrEqual(told)
      expect(half.length).toBeLessThan(of)
      const { code, stderr } = await runScript('import', [file], settings)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(await titles()).toEqual(Array.from({ length: of }, (_, number) => `In ${number}`).sort())
      // The server beside it was never disturbed.
      expect(await boss.publish()).toBe(201)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }, 180_000)

  it(
    'answers everything that it was asked, and answers it right, when it is told to stop',
    async () => {
      for (let each = 0; each < 5; each++) expect(await boss.publish()).toBe(201)
      const { docs } = (await boss.ask('GET', '/api/articles?limit=5&depth=0&where[title][like]=Number')).body
      const paths = docs.map(({ slug }: { slug: string }) => `/v1/articles/${slug}`)
      const statuses = new Map<number, number>()
      const answered: string[] = []
      const failures: { id: string; words: string; code: string | undefined }[] = []
      let lastAnswered = 0
      let asked = 0
      let gone = false
      /** As by a balancer that has not heard of it: until nobody listens any more. */
      const keepAsking = async (what: string, restMs: number, work: (called: Called) => Promise<number>) => {
        while (!gone) {
          const id = `${what}-${++asked}`
          try {
            const status = await work({ 'x-request-id': id })
            statuses.set(status, (statuses.get(status) ?? 0) + 1)
            answered.push(id)
            lastAnswered = performance.now()
          } catch (error) {
            const { message: words, cause } = error as Error & { cause?: { code?: string } }
            failures.push({ id, words, code: cause?.code })
            if (cause?.code === 'ECONNREFUSED') return
          }
          await pause(restMs)
        }
      }
      const read = async (at: number, headers: Called) => {
        const response = await fetch(running.url + paths[at % paths.length], { headers })
        expect((await response.json()).title).toMatch(/^Number /)
        return response.status
      }
      const work = Promise.all([
        ...Array.from({ length: 12 }, (_, at) => keepAsking('read', 20, (called) => read(at, called))),
        ...Array.from({ length: 4 }, () => keepAsking('save', 200, (called) => boss.publish(undefined, called))),
      ])
      onTestFinished(async () => {
        gone = true
        await work
      })
      await pause(500)
      const ended = once(running.process, 'exit')
      const told = performance.now()
      running.process.kill('SIGTERM')
      const closing = await vi.waitFor(async () => {
        const response = await fetch(`${running.url}/readyz`)
        // The first may have been asked before.
        expect([response.status, response.headers.get('connection')]).toEqual([503, 'close'])
        return response
      }, patience)
      expect((await closing.json()).status).toBe('closing')
      const late = await fetch(running.url + paths[0])
      expect([late.status, late.headers.get('connection')]).toEqual([200, 'close'])
      await work
      expect(await ended).toEqual([0, null])
      // Who connected in that moment may not have been let in: no answer to him has begun, nor any work.
      const logged = new Set(running.logged().map(({ requestId }) => requestId))
      const saves = (ids: string[]) => ids.filter((id) => id.startsWith('save'))
      expect(saves(answered).filter((id) => !logged.has(id))).toEqual([])
      const unheard = { words: 'fetch failed', code: expect.stringMatching(/^ECONN(REFUSED|RESET)$/) }
      for (const failure of failures)
        expect([failure, logged.has(failure.id)]).toEqual([{ ...failure, ...unheard }, false])
      expect(lastAnswered - told).toBeGreaterThan(Number(settings.SHUTDOWN_DELAY_SECONDS) * 1000 - 500)
      expect([...statuses.keys()].sort()).toEqual([200, 201])

      running = await startServer(settings)
      await boss.expectWhole()
    },
    startTimeout,
  )

  it(
    'gives back a relinking that it is told to stop in, and goes on with it at its next start',
    async () => {
      const of = 30
      const folder = await mkdtemp(join(tmpdir(), 'saphena-faults-'))
      try {
        const file = join(folder, 'long.jsonl')
        const body = `Some have a wobbly knee. ${'Rest, and drink enough water. '.repeat(2_000)}`
        const line = (number: number) => JSON.stringify({ id: `long-${number}`, title: `Long ${number}`, body })
        await writeFile(file, Array.from({ length: of }, (_, number) => line(number)).join('\n'))
        expect((await runScript('import', [file], settings)).code).toBe(0)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
      await running.stop()
      running = await startServer({ ...settings, SHUTDOWN_DELAY_SECONDS: '0' })
      const { doc } = (await boss.ask('POST', '/api/symptoms', { name: 'Wobbly knee', _status: 'published' })).body
      const linked = async () =>
        (await boss.ask('GET', `/api/articles/count?where[symptoms][equals]=${doc.id}`)).body.totalDocs
      await vi.waitFor(async () => expect(await linked()).toBeGreaterThan(0), { timeout: 30_000, interval: 20 })
      const asked = performance.now()
      expect(await running.stop()).toBe(0)
      expect(performance.now() - asked).toBeLessThan(10_000)

      running = await startServer(settings)
      expect(await linked()).toBeLessThan(of)
      // Sooner than the job of a process that was killed.
      await vi.waitFor(async () => expect(await linked()).toBe(of), patience)
    },
    startTimeout,
  )
})

const small = '40m'

/** A picture that no format makes small. */
const noise = (size: number): Promise<Buffer> =>
  sharp(randomBytes(size * size * 3), { raw: { width: size, height: size, channels: 3 } })
    .png()
    .toBuffer()

/** Takes all the room that is left beside it. */
async function fillUp(file: string): Promise<void> {
  const piece = Buffer.alloc(64 * 1024, 1)
  try {
    for (;;) await appendFile(file, piece)
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
  }
}

/** A file system of its own for the data folder, where this machine lets us have one; undefined where it does not. */
async function mountSmall(): Promise<{ folder: string; remove: () => Promise<void> } | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'saphena-small-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${small},mode=0700`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    await rm(folder, { recursive: true, force: true })
    return undefined
  }
  return {
    folder,
    async remove() {
      execFileSync('umount', ['-l', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

describe('A server whose disk is full', () => {
  it(
    'keeps what it acknowledged, serves readers, and goes on once there is room, as uploads, imports and backups do',
    async (context) => {
      const mounted = await mountSmall()
      if (!mounted) {
        if (process.env.CI === 'true') expect.fail('nothing may be mounted here')
        return context.skip('nothing may be mounted here')
      }
      const { folder, remove } = mounted
      const elsewhere = await mkdtemp(join(tmpdir(), 'saphena-import-'))
      let running: StartedServer | undefined
      try {
        const ballast = join(folder, 'ballast')
        await writeFile(ballast, Buffer.alloc(28 * 1024 * 1024, 1))
        const settings = commandSettings({ url: `file:${folder}/saphena.db`, dataDir: folder })
        running = await startServer({
          ...settings,
          ADMIN_EMAIL: email,
          ADMIN_PASSWORD: password,
          REFERENCES_CHECK: 'false',
          LOG_LEVEL: 'fatal',
        })
        const boss = await administrator(() => running as StartedServer)
        expect(await boss.publish()).toBe(201)
        const many = 'Rest, and drink enough water. '.repeat(15_000)
        let status = 201
        for (let each = 0; each < 60 && status === 201; each++) status = await boss.publish(many)
        expect(status).toBeGreaterThanOrEqual(500)
        const article = `${running.url}/api/articles?limit=1&sort=createdAt&depth=0`
        expect((await (await fetch(article)).json()).docs[0].title).toBe('Number 1')

        const filling = join(folder, 'filling')
        await fillUp(filling)
        const upload = () => boss.ask('POST', '/api/media', uploadForm(bytes, 'leg.png'))
        const filesIn = (name: string) => readdir(join(folder, name)).catch(() => [])
        const bytes = await noise(600)
        const source = join(elsewhere, 'many.jsonl')
        const imported = Array.from({ length: 5 }, (_, number) => `In ${number}`)
        await writeFile(
          source,
          imported.map((title) => JSON.stringify({ id: title, title, body: 'Walk a little.' })).join('\n'),
        )
        const titlesIn = async () => {
          const { docs } = (await boss.ask('GET', '/api/articles?draft=true&limit=100&depth=0&where[title][like]=In '))
            .body
          return docs.map(({ title }: { title: string }) => title).sort()
        }
        expect((await upload()).status).toBeGreaterThanOrEqual(500)
        const half = await runScript('import', [source], settings)
        // Room that the database had before may do for one.
        const told = [...half.stdout.matchAll(/^created \S+:(\d+)/gm)].map(([, line]) => `In ${Number(line) - 1}`)
        expect([half.code, await titlesIn()]).toEqual([1, told])
        expect(await runScript('backup', [], settings)).toMatchObject({ code: 1, stdout: '' })
        expect((await boss.ask('GET', '/api/media')).body.docs).toEqual([])
        expect([await filesIn('media'), await filesIn('backups')]).toEqual([[], []])
        expect((await (await fetch(article)).json()).docs[0].title).toBe('Number 1')

        for (const file of [ballast, filling]) await rm(file)
        await vi.waitFor(async () => expect((await fetch(`${running?.url}/readyz`)).status).toBe(200), patience)
        expect(await boss.publish()).toBe(201)
        const uploaded = await upload()
        expect([uploaded.status, uploaded.body.doc?.filename]).toEqual([201, 'leg.png'])
        expect(await readFile(join(folder, 'media', 'leg.png'))).toEqual(bytes)
        expect((await runScript('import', [source], settings)).code).toBe(0)
        expect(await titlesIn()).toEqual(imported)
        const backup = await runScript('backup', [], settings)
        expect({ code: backup.code, stderr: backup.stderr }).toEqual({ code: 0, stderr: '' })
        expect(await filesIn('backups')).toEqual([expect.stringMatching(/^saphena-\d+\.db$/)])
        const found = await boss.expectWhole()
        expect(found.sort()).toEqual([...boss.acknowledged].sort())
        expect(boss.tried.length).toBeGreaterThan(boss.acknowledged.length)
      } finally {
        await running?.stop()
        await remove()
        await rm(elsewhere, { recursive: true, force: true })
      }
    },
    startTimeout,
  )
})
