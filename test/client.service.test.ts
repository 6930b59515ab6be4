import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient } from '../packages/client/src/createClient'
import { memoryStore } from '../packages/client/src/memoryStore'
import type { LocalStore } from '../packages/client/src/store'
import { sync } from '../packages/client/src/sync'
import { describeService, paragraphs, type Service, startService } from './startService'

describeService('@saphena/client', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
    for (let count = 0; count < 120; count++) await create('symptoms', { name: `Ache ${count}`, _status: 'published' })
    for (const title of ['One', 'Two', 'Three'])
      await create('articles', { title, body: paragraphs('Words.'), _status: 'published' })
    await create('articles', { title: 'Draft', body: paragraphs('Words.') })
  })
  afterAll(() => service?.close())

  const create = async (collection: string, data: object): Promise<string> => {
    const { status, body } = await service.ask('reviewer', 'POST', `/api/${collection}`, data)
    expect(status).toBe(201)
    return body.doc.id
  }
  const expectSame = async (store: LocalStore, locale: 'en' | 'es' = 'en') => {
    const { data } = await createClient({ baseUrl: service.url }).GET('/v1/manifest')
    const kept = await Promise.all(
      (await store.keys(locale)).map(async ({ type, id }) => [
        type,
        id,
        (await store.get(locale, type, id))?.modified ?? '',
      ]),
    )
    const served = data?.documents.map(({ type, id, modified }) => [type, id, modified])
    expect(served?.length).toBeGreaterThan(100)
    expect(kept.sort()).toEqual(served?.sort())
  }

  it('has the description that is served', async () => {
    const { body } = await service.ask('stranger', 'GET', '/v1/openapi.json')
    const committed = JSON.parse(await readFile('packages/client/openapi.json', 'utf8'))
    expect(body).toEqual({ ...committed, servers: [{ url: service.url }] })
  })

  it('asks for one article, and says what is wrong with a question', async () => {
    const client = createClient({ baseUrl: service.url })
    const { data } = await client.GET('/v1/articles/{slug}', { params: { path: { slug: 'two' } } })
    expect(data?.title).toBe('Two')
    const { error } = await client.GET('/v1/articles', { params: { query: { limit: 1000 } } })
    expect(error).toMatchObject({ code: 'bad-parameter', parameter: 'limit' })
  })

  it.each(['en', 'es'] as const)('keeps a copy in %s', async (locale) => {
    const store = memoryStore()
    await sync(store, { baseUrl: service.url, locale })
    await expectSame(store, locale)
    expect((await store.all(locale, 'articles')).map(({ title }) => title)).not.toContain('Draft')
  })

  it('is killed in the middle, goes on, and has what changed meanwhile', async () => {
    const store = memoryStore()
    const killed = new AbortController()
    const fetchUntilKilled = async (request: Request) => {
      const response = await fetch(request)
      if (request.url.includes('cursor=')) killed.abort(new Error('Killed'))
      return response
    }
    const options = { baseUrl: service.url, locale: 'en' } as const
    const first = sync(store, { ...options, fetch: fetchUntilKilled, signal: killed.signal })
    await expect(first).rejects.toThrow('Killed')
    expect(await store.keys('en')).toHaveLength(50)

    const [one, two] = await store.all('en', 'articles')
    await service.ask('reviewer', 'PATCH', `/api/articles/${one?.id}`, { summary: 'New.', _status: 'published' })
    await service.ask('admin', 'DELETE', `/api/articles/${two?.id}`)
    await create('articles', { title: 'Four', body: paragraphs('Words.'), _status: 'published' })

    await sync(store, options)
    await expectSame(store)
    expect(await store.get('en', 'articles', one?.id ?? '')).toMatchObject({ summary: 'New.' })
    expect(await sync(store, options)).toEqual({ upserted: 0, removed: 0 })
  })

  it('starts again when its cursor is refused', async () => {
    const store = memoryStore()
    await store.apply({
      locale: 'en',
      items: [{ op: 'upsert', type: 'articles', id: 'of-another-service', document: { id: 'of-another-service' } }],
      cursor: 'of-another-service',
    })
    await sync(store, { baseUrl: service.url, locale: 'en' })
    await expectSame(store)
  })

  describe('its README', () => {
    let folder: string
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'saphena-readme-'))
    })
    afterAll(() => rm(folder, { recursive: true, force: true }))

    it('has examples that run', async () => {
      const examples = [...(await readFile('packages/client/README.md', 'utf8')).matchAll(/^```js\n(.*?)^```/gms)]
      const said = vi.spyOn(console, 'log').mockImplementation(() => {})
      for (const [index, [, code = '']] of examples.entries()) {
        const file = join(folder, `${index}.mjs`)
        const { outputFiles } = await build({
          stdin: {
            contents: `import 'fake-indexeddb/auto'\n${code.replaceAll('https://health.example.org', service.url)}`,
            resolveDir: process.cwd(),
          },
          alias: { '@saphena/client': resolve('packages/client/src/index.ts') },
          bundle: true,
          write: false,
          format: 'esm',
          platform: 'node',
        })
        await writeFile(file, outputFiles[0]?.contents ?? '')
        await import(/* @vite-ignore */ pathToFileURL(file).href)
      }
      const lines = said.mock.calls.map((line) => line.join(' '))
      said.mockRestore()
      expect(lines).toEqual(expect.arrayContaining(['One one', 'One', expect.stringMatching(/^12\d came, 0 went$/)]))
    })
  })
})
