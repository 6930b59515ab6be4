import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { availableDatabases, type CreatedDatabase } from './databases'
import { commandSettings, freshFolder, readExport } from './movedContent'
import { type Running, runScript, spawnScript } from './runScript'
import { type StartedServer, startServer, startTimeout } from './startServer'
import { paragraphs } from './startService'

const email = 'boss@example.org'
const password = 'the-boss-chose-this'

/** What a move is worth when something goes on, or goes wrong, meanwhile. From one kind of database to the other. */
describe.each([
  ['sqlite', 'mongodb'],
  ['mongodb', 'sqlite'],
] as const)('Moving from %s to %s', (from, to) => {
  const mongo = inject('mongo')
  const missing = 'missing' in mongo ? mongo.missing : undefined
  const left: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const undo of left.splice(0).reverse()) await undo()
  }, 60_000)

  const emptyOne = async (name: 'sqlite' | 'mongodb'): Promise<CreatedDatabase> => {
    const created = await (await availableDatabases()).find((each) => each.name === name)?.create()
    if (!created) throw new Error(missing)
    left.push(created.remove)
    return created
  }
  const folderForExport = async (): Promise<string> => {
    const { folder, remove } = await freshFolder()
    left.push(remove)
    return folder
  }
  const serve = async (database: CreatedDatabase): Promise<StartedServer> => {
    const server = await startServer({ ...commandSettings(database), ADMIN_EMAIL: email, ADMIN_PASSWORD: password })
    left.push(() => server.stop())
    return server
  }
  const run = async (name: string, args: string[], database: CreatedDatabase) => {
    const { code, stdout, stderr } = await runScript(name, args, commandSettings(database))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return stdout
  }

  it.skipIf(missing && process.env.CI !== 'true')(
    missing
      ? `not run, ${missing}`
      : 'holds one moment while a server writes on; apps go on from their cursor; what is killed is run again',
    async () => {
      const source = await emptyOne(from)
      const server = await serve(source)
      const { write, ask } = await editor(server)
      for (let number = 0; number < 40; number++) await write()
      const { ids: known, cursor } = await sync(ask)
      expect(known.size).toBe(40)

      const acknowledged: string[] = []
      let stop = false
      const writing = (async () => {
        while (!stop) {
          acknowledged.push(await write())
          await pause(150)
        }
      })()
      for (let number = 0; number < 4; number++) acknowledged.push(await write())
      const before = [...acknowledged]
      const folder = await folderForExport()
      const child = spawnScript('export', [folder], commandSettings(source))
      await killOnce(child, /^articles-versions: /m)
      await run('export', [folder], source)
      stop = true
      await writing

      const lines = async (name: string) =>
        (await readFile(join(folder, `${name}.ndjson`), 'utf8'))
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
      const articles = new Set((await lines('articles')).map(({ id }) => id as string))
      const versions = new Set((await lines('articles-versions')).map(({ parent }) => parent as string))
      const logged = new Set((await lines('publish-log')).map(({ document }) => document as string))
      for (const id of before) expect(articles.has(id)).toBe(true)
      expect([...versions].sort()).toEqual([...articles].sort())
      expect([...logged].sort()).toEqual([...articles].sort())
      expect(acknowledged.length).toBeGreaterThan(before.length)

      const target = await emptyOne(to)
      await killOnce(spawnScript('restore', [folder], commandSettings(target)), /^articles: /m)
      const half = await runScript('doctor', ['--json'], commandSettings(target))
      expect(half.code).toBe(1)
      expect(JSON.parse(half.stdout).findings).toContainEqual(expect.objectContaining({ check: 'restore' }))
      await run('restore', [folder], target)
      const { ok } = JSON.parse(await run('doctor', ['--json'], target))
      expect(ok).toBe(true)
      const back = await folderForExport()
      await run('export', [back], target)
      expect(await readExport(back)).toEqual(await readExport(folder))

      await server.stop()
      const moved = await serve(target)
      const { ids: news, cursor: next } = await sync((await editor(moved)).ask, cursor)
      expect([...known, ...news].sort()).toEqual([...articles].sort())
      const later = await (await editor(moved)).write()
      expect([...(await sync((await editor(moved)).ask, next)).ids]).toEqual([later])
    },
    startTimeout,
  )
})

type Ask = (path: string, body?: object) => Promise<{ status: number; body: Record<string, never> }>

async function editor({ url }: StartedServer): Promise<{ ask: Ask; write: () => Promise<string> }> {
  let token = ''
  const ask: Ask = async (path, body) => {
    const response = await fetch(url + path, {
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
    })
    return { status: response.status, body: await response.json() }
  }
  token = (await ask('/api/users/login', { email, password })).body.token ?? ''
  // Nobody is here to approve what is written.
  await ask('/api/globals/organisation', { preflight: { blocking: [] } })
  let number = 0
  const write = async () => {
    const title = `Number ${++number} of ${token.slice(-8)}`
    const data = {
      title,
      body: paragraphs('Plain words.', title),
      seekCare: { urgency: 'self-care' },
      _status: 'published',
    }
    const { status, body } = await ask('/api/articles', data)
    expect({ status, errors: (body as { errors?: unknown }).errors }).toEqual({ status: 201, errors: undefined })
    return (body as unknown as { doc: { id: string } }).doc.id
  }
  return { ask, write }
}

/** The articles that an app gets that has a cursor, or none yet. */
async function sync(ask: Ask, from?: string): Promise<{ ids: Set<string>; cursor: string }> {
  const ids = new Set<string>()
  for (let cursor = from; ; ) {
    const { status, body } = await ask(`/v1/sync?limit=100${cursor ? `&cursor=${cursor}` : ''}`)
    expect(status).toBe(200)
    const page = body as unknown as { items: { op: string; type: string; id: string }[]; cursor: string; more: boolean }
    for (const { op, type, id } of page.items) if (op === 'upsert' && type === 'articles') ids.add(id)
    cursor = page.cursor
    if (!page.more) return { ids, cursor }
  }
}

/** Ends a process at once as soon as it has printed something, and fails where it was over before. */
async function killOnce(child: Running, printed: RegExp): Promise<void> {
  let text = ''
  const ended = once(child, 'exit')
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more
    if (printed.test(text)) child.kill('SIGKILL')
  })
  child.stderr.resume()
  expect(await ended).toEqual([null, 'SIGKILL'])
}
