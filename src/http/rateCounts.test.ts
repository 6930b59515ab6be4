import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Counted, RateStore } from '../database/rateStore'
import { limitRate } from './limitRate'
import { RateCounts } from './rateCounts'

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_010_000, toFake: ['Date', 'setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

/** A database in memory that can go away. */
class Stored implements RateStore {
  readonly counts = new Map<string, number>()
  readonly writes: number[] = []
  away = false
  async add(counts: ReadonlyMap<string, Counted>) {
    if (this.away) throw new Error('away')
    this.writes.push(counts.size)
    const totals = new Map<string, number>()
    for (const [key, { count }] of counts) totals.set(key, (this.counts.get(key) ?? 0) + count)
    for (const [key, total] of totals) this.counts.set(key, total)
    return totals
  }
  async read(key: string) {
    if (this.away) throw new Error('away')
    return this.counts.get(key) ?? 0
  }
  async forget(key: string) {
    this.counts.delete(key)
  }
}

function twoProcesses() {
  const store = new Stored()
  const complain = vi.fn()
  const processes = [new RateCounts(), new RateCounts()] as const
  for (const each of processes) each.shareBy(store, complain)
  return { store, complain, a: processes[0], b: processes[1] }
}

const pages = { name: 'pages', most: 40 }
const passwords = { name: 'passwords', most: 5, windowMs: 600_000 }

const ask = (counts: RateCounts, times: number, asker = '192.0.2.1') => {
  for (let at = 1; at < times; at++) counts.count(pages, asker)
  return counts.count(pages, asker)
}

it('knows, half a second later, what an asker has had of another process', async () => {
  const { a, b } = twoProcesses()
  expect([ask(a, 20), ask(b, 10)]).toEqual([20, 10])
  await vi.advanceTimersByTimeAsync(500)
  // The one that told first knows less until it tells again.
  expect(ask(b, 1)).toBe(31)
  expect(ask(a, 6)).toBe(26)
  await vi.advanceTimersByTimeAsync(500)
  expect(ask(a, 1)).toBe(37)
})

it('counts each request once, however often it is told', async () => {
  const { store, a, b } = twoProcesses()
  for (let turn = 0; turn < 4; turn++) {
    ask(a, 5)
    ask(b, 5)
    await vi.advanceTimersByTimeAsync(500)
  }
  expect([...store.counts.values()]).toEqual([40])
})

it('writes nothing for those who ask seldom, and no address', async () => {
  const { store, a } = twoProcesses()
  for (let asker = 0; asker < 50; asker++) ask(a, 4, `192.0.2.${asker}`)
  await vi.advanceTimersByTimeAsync(500)
  expect(store.writes.filter((size) => size > 0)).toEqual([])
  ask(a, 5, '192.0.2.7')
  await vi.advanceTimersByTimeAsync(500)
  expect([...store.counts.keys()]).toEqual([expect.stringMatching(/^[\w-]{22}$/)])
})

it('counts exactly where that is asked for, in a window of its own, and begins anew after a success', async () => {
  const { store, a, b } = twoProcesses()
  const tryBoth = async () => [
    await a.countTogether(passwords, 'a@example.org'),
    await b.countTogether(passwords, 'a@example.org'),
  ]
  // Beyond the limit it is not asked again.
  expect([await tryBoth(), await tryBoth(), await tryBoth(), await tryBoth()].flat()).toEqual([1, 2, 3, 4, 5, 6, 6, 7])
  vi.setSystemTime(Date.now() + 2 * 60_000)
  expect((await tryBoth())[0]).toBeGreaterThan(5)
  await a.forget(passwords, 'a@example.org')
  expect(store.counts.size).toBe(0)
  expect(await a.countTogether(passwords, 'a@example.org')).toBe(1)
  vi.setSystemTime(Date.now() + 10 * 60_000)
  expect(await tryBoth()).toEqual([1, 2])
})

it('does not forget who asks on, however many others are made up beside him', () => {
  const counts = new RateCounts()
  for (let at = 1; at <= 30; at++) {
    expect(ask(counts, 1)).toBe(at)
    for (let other = 0; other < 1_000; other++) ask(counts, 1, `made up: ${at}, ${other}`)
  }
})

it('counts by itself while the database is away, and tells it afterwards', async () => {
  const { store, complain, a, b } = twoProcesses()
  store.away = true
  expect(ask(a, 30)).toBe(30)
  await vi.advanceTimersByTimeAsync(500)
  expect(complain).toHaveBeenCalled()
  expect(await a.countTogether(pages, '192.0.2.1')).toBe(31)
  store.away = false
  await vi.advanceTimersByTimeAsync(500)
  ask(b, 5)
  await vi.advanceTimersByTimeAsync(500)
  expect(ask(b, 1)).toBe(37)
})

it('begins anew with the minute, in all processes at once', async () => {
  const { a, b } = twoProcesses()
  ask(a, 40)
  await vi.advanceTimersByTimeAsync(500)
  vi.setSystemTime(1_700_000_040_000)
  expect([ask(a, 1), ask(b, 1)]).toEqual([1, 1])
  expect(a.endsIn(pages)).toBe(60_000)
})

it('answers 429 with the time to wait, and does not limit whom it cannot name', async () => {
  const app = express()
  const by = ({ headers }: express.Request) => headers['x-asker'] as string | undefined
  app.use(limitRate(2, { name: 'few', by, counts: new RateCounts() }))
  app.use((_req, res) => void res.json({}))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const get = async (asker?: string) => {
    const { port } = server.address() as AddressInfo
    const { status, headers } = await fetch(`http://127.0.0.1:${port}/`, { headers: asker ? { 'x-asker': asker } : {} })
    return [status, headers.get('retry-after')]
  }
  expect([await get('one'), await get('one'), await get('one'), await get('two')]).toEqual([
    [200, null],
    [200, null],
    [429, '30'],
    [200, null],
  ])
  for (let times = 0; times < 4; times++) expect((await get())[0]).toBe(200)
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
