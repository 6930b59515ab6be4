import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CachedApp, long } from './cachedApp.fixture'
import { noteDocument } from './reads'

describe('Several who ask for the same at once', () => {
  let app: CachedApp
  beforeEach(async () => {
    app = new CachedApp()
    await app.start()
  })
  afterEach(() => app.close())

  it('builds once for all who wait', async () => {
    app.handler = async (_req, res) => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      noteDocument('articles', 'a')
      res.end(long)
    }
    const all = await Promise.all(Array.from({ length: 20 }, () => app.ask('/api/articles/a')))
    expect(app.asked).toBe(1)
    for (const { body } of all) expect(body.toString()).toBe(long)
  })

  it('goes on building when the first reader leaves', async () => {
    app.handler = async (_req, res) => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      noteDocument('articles', 'a')
      res.end(long)
    }
    const first = app.begin('/api/articles/a')
    first.on('error', () => {})
    first.end()
    await new Promise((resolve) => setTimeout(resolve, 30))
    const second = app.ask('/api/articles/a')
    first.destroy()
    expect((await second).body.toString()).toBe(long)
    expect(app.asked).toBe(1)
  })

  it('gives an answer with a cookie to nobody but who asked', async () => {
    let count = 0
    app.handler = async (_req, res) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      noteDocument('articles', 'a')
      res.setHeader('set-cookie', `a=${++count}`)
      res.end(long)
    }
    const all = await Promise.all([1, 2, 3].map(() => app.ask('/api/articles/a')))
    expect(new Set(all.map(({ headers }) => headers['set-cookie']?.[0])).size).toBe(3)
  })

  it('tells nobody that somebody else asks too often', async () => {
    app.handler = async (_req, res) => {
      const first = app.asked === 1
      await new Promise((resolve) => setTimeout(resolve, 50))
      noteDocument('articles', 'a')
      res.writeHead(first ? 429 : 200).end(long)
    }
    const all = await Promise.all([1, 2, 3].map(() => app.ask('/api/articles/a')))
    expect(all.map(({ status }) => status).sort()).toEqual([200, 200, 429])
  })
})
