import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { LogEntry, PendingEntry } from '../publishing/logEntry'
import { purgeByLog } from './followLog'
import { keysOf, withinHeader, withoutCovered } from './keys'

const change: PendingEntry = {
  event: 'moved',
  collection: 'articles',
  document: 'a',
  locales: ['en', 'es'],
  slugs: { en: 'knee', es: 'rodilla, sí' },
  slugsBefore: { en: 'knees' },
}
const keys = ['articles:a', 'articles/knee', 'articles/rodilla%2C%20s%C3%AD', 'articles/knees', 'articles:*']
const committed: LogEntry = { ...change, position: 1, at: '2026-01-01T00:00:00.000Z' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function connect() {
  const cache = { purge: vi.fn(), pending: vi.fn(), settle: vi.fn() }
  let append: (entry: PendingEntry) => void = () => {}
  let commit: (entries: LogEntry[]) => void = () => {}
  purgeByLog([cache], {
    onAppend: (listener) => {
      append = listener
    },
    follow: (listener) => {
      commit = listener
    },
  })
  return { cache, append, commit }
}

it('names the document, its addresses before and after, and the lists of its collection', () => {
  expect(keysOf(change)).toEqual(keys)
})

it('holds back what is being changed until the log says that it is done', () => {
  const { cache, append, commit } = connect()
  append(change)
  expect(cache.pending.mock.calls).toEqual([[keys]])
  commit([committed])
  commit([committed])
  expect(cache.purge.mock.calls).toEqual([[keys], [keys]])
  expect(cache.settle.mock.calls).toEqual([[keys]])
  vi.advanceTimersByTime(60_000)
  expect(cache.settle).toHaveBeenCalledTimes(1)
})

it('settles a change that was rolled back after a while, and none of ours for another process', () => {
  const { cache, append, commit } = connect()
  append(change)
  commit([{ ...committed, document: 'b' }])
  expect(cache.settle).not.toHaveBeenCalled()
  vi.advanceTimersByTime(30_000)
  expect(cache.settle.mock.calls).toEqual([[keys]])
})

it('leaves out what a list covers, and keeps headers short', () => {
  expect(withoutCovered(['articles:*', 'articles:a', 'articles/a', 'media:m'])).toEqual(['articles:*', 'media:m'])
  const many = Array.from({ length: 200 }, (_, each) => `symptoms:${each}-0000-0000-0000-000000000000`)
  expect(withinHeader([...many, 'media:m'])).toEqual(['media:m', 'symptoms:*'])
})
