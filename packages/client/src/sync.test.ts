import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FakeServer, type Weather } from './fakeServer.fixture.js'
import { indexedDbStore } from './indexedDbStore.js'
import { memoryStore } from './memoryStore.js'
import type { LocalStore, Store, StoreChange } from './store.js'
import { type SyncOptions, sync } from './sync.js'

const locale = 'en'
const optionsFor = (server: FakeServer, more: Partial<SyncOptions> = {}): SyncOptions => ({
  baseUrl: 'https://health.test',
  locale,
  fetch: server.fetch,
  firstPause: 0,
  ...more,
})

const kept = async (store: LocalStore) => {
  const keys = await store.keys(locale)
  const documents = await Promise.all(
    keys.map(async ({ type, id }) => [`${type}:${id}`, await store.get(locale, type, id)] as const),
  )
  return new Map([...documents].sort())
}
const served = (server: FakeServer) =>
  new Map([...server.documents].map(([key, { document }]) => [key, document] as const).sort())

function filled(): FakeServer {
  const server = new FakeServer()
  for (const id of ['a', 'b', 'c', 'd', 'e']) server.put('articles', id, 1)
  server.put('clinics', 'a', 1)
  return server
}

describe('sync', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('brings everything first, then what changed, and says how much', async () => {
    const server = filled()
    const store = memoryStore()
    expect(await sync(store, optionsFor(server))).toEqual({ upserted: 6, removed: 0 })
    server.put('articles', 'a', 2)
    server.remove('clinics', 'a')
    server.asked.length = 0
    expect(await sync(store, optionsFor(server))).toEqual({ upserted: 1, removed: 1 })
    expect(server.asked.every((address) => address.includes('cursor='))).toBe(true)
    expect(await kept(store)).toEqual(served(server))
  })

  it('says how far it is once a page is kept, also where it goes on', async () => {
    const server = filled()
    const store = memoryStore()
    const progress: object[] = []
    const onProgress = (each: object) => progress.push(each)
    const stopping = new AbortController()
    const stops = (each: object) => {
      onProgress(each)
      if (progress.length === 2) stopping.abort()
    }
    const first = sync(store, optionsFor(server, { onProgress: stops, signal: stopping.signal }))
    await expect(first).rejects.toThrow()
    expect(progress).toEqual([
      { upserted: 2, removed: 0, remaining: 4 },
      { upserted: 4, removed: 0, remaining: 2 },
    ])
    progress.length = 0
    await sync(store, optionsFor(server, { onProgress }))
    expect(progress[0]).toEqual({ upserted: 2, removed: 0, remaining: 0 })
  })

  it('asks for links to the pages of the app, on each page', async () => {
    const server = filled()
    const addresses = 'https://app.test/#/{locale}/{collection}/{slug}'
    await sync(memoryStore(), optionsFor(server, { addresses }))
    expect(server.asked.length).toBeGreaterThan(2)
    for (const asked of server.asked)
      expect(new URL(asked, 'https://x.test').searchParams.get('addresses')).toBe(addresses)
  })

  it('keeps each language for itself', async () => {
    const server = filled()
    const store = memoryStore()
    await sync(store, optionsFor(server))
    expect(await store.readCursor('es')).toBeUndefined()
    expect(await store.all('es', 'articles')).toEqual([])
    expect(await store.all('en', 'articles')).toHaveLength(5)
  })

  it('goes on from the last page that was kept', async () => {
    const server = filled()
    const store = memoryStore()
    let answers = 0
    server.weather = () => (++answers > 2 ? 'lost' : 'fine')
    await expect(sync(store, optionsFor(server, { retries: 1 }))).rejects.toThrow('fetch failed')
    expect((await store.keys(locale)).length).toBe(4)
    server.weather = () => 'fine'
    server.asked.length = 0
    await sync(store, optionsFor(server))
    expect(server.asked[0]).toContain('cursor=')
    expect(await kept(store)).toEqual(served(server))
  })

  it('does not advance when the store could not keep a page', async () => {
    const server = filled()
    const store = memoryStore()
    let broken = true
    const full: Store = {
      ...store,
      apply: (change: StoreChange) =>
        broken && change.items.some(({ id }) => id === 'c') ? Promise.reject(new Error('Full')) : store.apply(change),
    }
    await expect(sync(full, optionsFor(server))).rejects.toThrow('Full')
    const cursor = await store.readCursor(locale)
    await expect(sync(full, optionsFor(server))).rejects.toThrow('Full')
    expect(await store.readCursor(locale)).toBe(cursor)
    broken = false
    await sync(full, optionsFor(server))
    expect(await kept(store)).toEqual(served(server))
  })

  describe('with a cursor that is refused', () => {
    it('starts again, loses nothing meanwhile and removes what is gone', async () => {
      const server = filled()
      const store = memoryStore()
      await sync(store, optionsFor(server))
      server.forget(['articles:b', 'clinics:a'])
      const sizes: number[] = []
      const watched: Store = {
        ...store,
        apply: async (change) => {
          await store.apply(change)
          sizes.push((await store.keys(locale)).length)
        },
      }
      await sync(watched, optionsFor(server))
      expect(Math.min(...sizes)).toBe(4)
      expect(await kept(store)).toEqual(served(server))
    })

    it('misses nothing that is removed between its first page and the manifest', async () => {
      const server = filled()
      const store = memoryStore()
      await sync(store, optionsFor(server))
      server.forget()
      let answers = 0
      server.afterAnswer = () => {
        // The refusal, the first page, the manifest.
        if (++answers === 2) server.remove('articles', 'a')
        if (answers === 3) server.remove('articles', 'e')
      }
      await sync(store, optionsFor(server))
      expect(await kept(store)).toEqual(served(server))
    })

    it('gives up when the new one is refused, too', async () => {
      const server = filled()
      const store = memoryStore()
      server.afterAnswer = () => server.forget()
      await expect(sync(store, optionsFor(server))).rejects.toMatchObject({ status: 400, code: 'bad-parameter' })
    })
  })

  it('does not repeat what is refused without a cursor', async () => {
    const server = filled()
    const asking = sync(memoryStore(), { ...optionsFor(server), locale: 'fr' as 'en' })
    await expect(asking).rejects.toMatchObject({ name: 'SyncError', status: 400, code: 'bad-parameter' })
    expect(server.asked).toHaveLength(1)
  })

  it.each<Weather>(['login-page', 'other-json', 'cut'])('takes %s for no answer', async (weather) => {
    const server = filled()
    const store = memoryStore()
    server.weather = () => (server.asked.length % 2 ? weather : 'fine')
    await sync(store, optionsFor(server, { retries: 1 }))
    expect(await kept(store)).toEqual(served(server))
  })

  it('does not repeat a 404', async () => {
    const fetch = vi.fn(async () => Response.json({ code: 'not-found', title: 'No such address' }, { status: 404 }))
    await expect(sync(memoryStore(), { baseUrl: 'https://x.test', locale, fetch })).rejects.toMatchObject({
      status: 404,
    })
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it.each([429, 503])('asks again after %s, not before Retry-After', async (status) => {
    vi.useFakeTimers()
    const server = filled()
    let refused = false
    const times: number[] = []
    const fetch = async (request: Request) => {
      times.push(Date.now())
      if (refused) return server.fetch(request)
      refused = true
      return new Response('', { status, headers: { 'Retry-After': '120' } })
    }
    const syncing = sync(memoryStore(), optionsFor(server, { fetch }))
    await vi.runAllTimersAsync()
    await syncing
    expect((times[1] as number) - (times[0] as number)).toBeGreaterThanOrEqual(120_000)
  })

  it('waits longer each time, and begins anew after an answer', async () => {
    vi.useFakeTimers()
    const server = filled()
    const times: number[] = []
    server.weather = () => {
      times.push(Date.now())
      return times.length <= 6 ? 'lost' : 'fine'
    }
    const syncing = sync(memoryStore(), optionsFor(server, { firstPause: 1000 }))
    await vi.runAllTimersAsync()
    await syncing
    const pauses = times.slice(1).map((time, index) => time - (times[index] as number))
    for (const [index, each] of pauses.slice(0, 6).entries()) {
      expect(each).toBeGreaterThanOrEqual(500 * 2 ** index)
      expect(each).toBeLessThanOrEqual(1000 * 2 ** index)
    }
    expect(pauses.slice(6).every((each) => each === 0)).toBe(true)
  })

  it('counts an answer that does not arrive as lost', async () => {
    const server = filled()
    let asked = 0
    const fetch = (request: Request) =>
      ++asked === 2
        ? new Promise<Response>((_, reject) => {
            request.signal.addEventListener('abort', () => reject(request.signal.reason))
          })
        : server.fetch(request)
    const store = memoryStore()
    await sync(store, optionsFor(server, { fetch, timeout: 20 }))
    expect(await kept(store)).toEqual(served(server))
  })

  describe('when it is told to stop', () => {
    it('asks nothing if that was before it began', async () => {
      const server = filled()
      const asking = sync(memoryStore(), optionsFor(server, { signal: AbortSignal.abort() }))
      await expect(asking).rejects.toMatchObject({ name: 'AbortError' })
      expect(server.asked).toEqual([])
    })

    it('stops waiting', async () => {
      const server = filled()
      server.weather = () => 'lost'
      const stopping = new AbortController()
      const asking = sync(memoryStore(), optionsFor(server, { firstPause: 60_000, signal: stopping.signal }))
      setTimeout(() => stopping.abort(new Error('Enough')), 20)
      await expect(asking).rejects.toThrow('Enough')
    })

    it('stops a request that is under way, and asks no more', async () => {
      const stopping = new AbortController()
      const fetch = vi.fn(
        (request: Request) =>
          new Promise<Response>((_, reject) => {
            request.signal.addEventListener('abort', () => reject(request.signal.reason))
          }),
      )
      const asking = sync(memoryStore(), { baseUrl: 'https://x.test', locale, fetch, signal: stopping.signal })
      setTimeout(() => stopping.abort(), 20)
      await expect(asking).rejects.toMatchObject({ name: 'AbortError' })
      expect(fetch).toHaveBeenCalledTimes(1)
    })

    it('keeps what it has and goes on from there', async () => {
      const server = filled()
      const store = memoryStore()
      const stopping = new AbortController()
      const stops: Store = {
        ...store,
        apply: async (change) => {
          await store.apply(change)
          stopping.abort()
        },
      }
      await expect(sync(stops, optionsFor(server, { signal: stopping.signal }))).rejects.toThrow()
      expect(await store.keys(locale)).toHaveLength(2)
      await sync(store, optionsFor(server))
      expect(await kept(store)).toEqual(served(server))
    })
  })

  const type = fc.constantFrom('articles' as const, 'clinics' as const)
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const change = fc.oneof(
    { weight: 5, arbitrary: fc.record({ what: fc.constant('put' as const), type, id }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('remove' as const), type, id }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('forget' as const), type, id }) },
  )
  const moment = fc.record({
    weather: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Weather>('fine') },
      { weight: 2, arbitrary: fc.constantFrom<Weather>('lost', 'cut', 'login-page', 'other-json', 429, 502, 503, 504) },
    ),
    // While the answer is on its way.
    changes: fc.array(change, { maxLength: 2 }),
    crash: fc.constantFrom('no', 'no', 'no', 'before', 'after'),
  })
  let databases = 0
  const stores: [string, () => LocalStore, number][] = [
    ['memory', memoryStore, 300],
    ['IndexedDB', () => indexedDbStore(`sync-${databases++}`), 60],
  ]

  it.each(stores)('ends with what the server has, whatever fails and whenever: in %s', async (_, create, numRuns) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 12 }),
        fc.array(moment, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        async (before, moments, pageSize) => {
          const server = new FakeServer()
          server.pageSize = pageSize
          let version = 0
          const make = ({ what, type, id }: typeof change extends fc.Arbitrary<infer T> ? T : never) => {
            if (what === 'put') server.put(type, id, ++version)
            else if (what === 'remove') server.remove(type, id)
            else server.forget([`${type}:${id}`])
          }
          for (const each of before) make(each)
          const ahead = [...moments]
          let now: (typeof moments)[number] | undefined
          server.weather = () => {
            now = ahead.shift()
            return now?.weather ?? 'fine'
          }
          server.afterAnswer = () => {
            for (const each of now?.changes ?? []) make(each)
          }
          const store = create()
          const crashing: Store = {
            ...store,
            apply: async (given) => {
              const crash = now?.crash ?? 'no'
              if (crash === 'before') throw new Error('Crash')
              await store.apply(given)
              if (crash === 'after') throw new Error('Crash')
            },
          }
          // Each failed run is an app that was closed; when nothing fails any more, one run is enough.
          while (ahead.length > 0) await sync(crashing, optionsFor(server, { retries: 1 })).catch(() => {})
          await sync(store, optionsFor(server))
          expect(await kept(store)).toEqual(served(server))
        },
      ),
      { numRuns },
    )
  })
})
