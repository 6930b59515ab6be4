import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import mongoose from 'mongoose'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { availableDatabases, type CreatedDatabase } from './databases'
import { type StartedServer, startServer, startTimeout } from './startServer'
import { paragraphs } from './startService'

const email = 'boss@example.org'
const password = 'the-boss-chose-this'
const wanted = 500
const atOnce = 8
/** In the middle: so many were acknowledged when the process is killed. */
const enough = 180

interface Told {
  position: number
  id: string
  type: string
}

/** What was acknowledged is there after the process was killed; what is there has been, or will be, told of. */
describe.each(['sqlite', 'mongodb'] as const)('A server that is killed, on %s', (name) => {
  const mongo = inject('mongo')
  const missing = name === 'mongodb' && 'missing' in mongo ? mongo.missing : undefined
  let database: CreatedDatabase | undefined
  let running: StartedServer | undefined
  let receiver: Server
  const told: Told[] = []

  beforeEach(async () => {
    receiver = createServer(async (req, res) => {
      let text = ''
      try {
        for await (const chunk of req.setEncoding('utf8')) text += chunk
      } catch {
        return // its sender was killed
      }
      const { type, data } = JSON.parse(text)
      told.push({ position: data.position, id: data.id, type })
      res.writeHead(204).end()
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  })
  afterEach(async () => {
    await running?.stop()
    receiver.closeAllConnections()
    await new Promise((resolve) => receiver.close(resolve))
    await database?.remove()
  }, 60_000)

  it.skipIf(missing && process.env.CI !== 'true')(
    missing ? `not run, ${missing}` : 'keeps what it acknowledged, and tells of all of it in order',
    async () => {
      database = await (await availableDatabases()).find((each) => each.name === name)?.create()
      if (!database) throw new Error(missing)
      const settings = {
        DATA_DIR: database.dataDir,
        DATABASE_URL: database.url,
        PAYLOAD_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
        ADMIN_EMAIL: email,
        ADMIN_PASSWORD: password,
        WEBHOOK_ALLOW_PRIVATE: 'true',
        LOG_LEVEL: 'error',
      }
      const first = await startServer(settings)
      running = first
      const ask = async (path: string, body?: object, token = '') => {
        const response = await fetch((running as StartedServer).url + path, {
          ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
          headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
        })
        return { status: response.status, body: await response.json() }
      }
      const { token } = (await ask('/api/users/login', { email, password })).body
      const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
      expect((await ask('/api/webhooks', { name: 'Site', url, collections: ['articles'] }, token)).status).toBe(201)
      // the administrator is alone here, and publishes what he writes
      const alone = { preflight: { blocking: [] } }
      expect((await ask('/api/globals/organisation', alone, token)).status).toBe(200)
      const before = (await ask('/v1/sync')).body.cursor as string

      const acknowledged: string[] = []
      const refused: number[] = []
      let number = 0
      let dead = false
      const ended = once(first.process, 'exit')
      const write = async () => {
        while (!dead && number < wanted) {
          const title = `Number ${++number}`
          const seekCare = { urgency: 'self-care' }
          const data = { title, body: paragraphs('Plain words.', title), seekCare, _status: 'published' }
          try {
            const { status, body } = await ask('/api/articles', data, token)
            if (status === 201) acknowledged.push(body.doc.id)
            else refused.push(status)
          } catch {
            return // nobody answers any more, or the answer broke off
          }
          if (acknowledged.length >= enough && !dead) {
            dead = true
            first.process.kill('SIGKILL')
          }
        }
      }
      await Promise.all(Array.from({ length: atOnce }, write))
      expect(await ended).toEqual([null, 'SIGKILL'])
      expect(refused).toEqual([])
      expect(acknowledged.length).toBeGreaterThanOrEqual(enough)

      if (name === 'mongodb') await letTimePass(database.url)
      running = await startServer(settings)
      const served = new Map<string, string>()
      const { body: manifest } = await ask('/v1/manifest')
      for (const { type, id, slugs } of manifest.documents) if (type === 'articles') served.set(id, slugs.en)
      for (const id of acknowledged) expect(served.has(id)).toBe(true)
      for (const id of [acknowledged[0], ...acknowledged.slice(-atOnce * 2)])
        expect((await ask(`/v1/articles/${served.get(id as string)}`)).body.id).toBe(id)

      // The desk lists newest versions: it has what readers have, and no more.
      const listed = async () => {
        const { body } = await ask('/api/articles?draft=true&limit=1000&depth=0&select[slug]=true', undefined, token)
        return body.docs.map(({ id }: { id: string }) => id).sort()
      }
      await vi.waitFor(async () => expect(await listed()).toEqual([...served.keys()].sort()), { timeout: 30_000 })

      // Everything that is served stands in the log after the cursor from before, and nothing else.
      const synced = async () => {
        const upserted = new Set<string>()
        for (let cursor = before, more = true; more; ) {
          const { body } = await ask(`/v1/sync?limit=100&cursor=${cursor}`)
          for (const { op, id } of body.items) if (op === 'upsert') upserted.add(id)
          cursor = body.cursor
          more = body.more
        }
        return [...upserted].sort()
      }
      await vi.waitFor(async () => expect(await synced()).toEqual([...served.keys()].sort()), { timeout: 30_000 })

      // A process that is gone holds its leases for half a minute.
      const toldOf = (...types: string[]) => new Set(told.flatMap(({ id, type }) => (types.includes(type) ? [id] : [])))
      await vi.waitFor(
        () => {
          const known = toldOf('article.published', 'article.changed')
          expect([...served.keys()].filter((id) => !known.has(id))).toEqual([])
        },
        { timeout: 60_000, interval: 200 },
      )
      const published = toldOf('article.published')
      for (const id of acknowledged) expect(published.has(id)).toBe(true)
      // Without transactions a few were written and not yet logged: of these it is not known that they are new.
      const unknown = [...served.keys()].filter((id) => !published.has(id))
      if (name === 'sqlite') expect(unknown).toEqual([])
      expect(unknown.length).toBeLessThanOrEqual(atOnce)

      const documents = new Map<number, string>()
      for (const { position, id } of told) {
        // Told twice is the same again: no number was given to two.
        expect(documents.get(position) ?? id).toBe(id)
        documents.set(position, id)
      }
      // The first time of each, in the order of the log and without a gap.
      const positions = [...documents.keys()]
      const [low = 0] = positions
      expect(positions).toEqual(positions.map((_, at) => low + at))
    },
    startTimeout,
  )
})

/**
 * Changes that were begun and not ended count as abandoned after five minutes, where the database has no transactions; the test
 * does not wait for that.
 */
async function letTimePass(url: string): Promise<void> {
  const connection = await mongoose.createConnection(url).asPromise()
  const at = new Date(Date.now() - 600_000).toISOString()
  await connection.collection('publish_log').updateMany({ intent: true }, { $set: { at } })
  await connection.close()
}
