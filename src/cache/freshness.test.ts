import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Freshness } from './freshness'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

it('is current while the log is followed, stale for as long as was set, and then lost', () => {
  const freshness = new Freshness({ staleSeconds: 300 })
  expect(freshness.standing).toBe('current')
  vi.advanceTimersByTime(1_001)
  expect(freshness.standing).toBe('stale')
  vi.advanceTimersByTime(299_000 - 1)
  expect(freshness.standing).toBe('stale')
  vi.advanceTimersByTime(1)
  expect(freshness.standing).toBe('lost')
})

it('counts from the time of which the log was known, not from when the answer came', () => {
  const freshness = new Freshness({ staleSeconds: 10 })
  const began = performance.now()
  vi.advanceTimersByTime(8_000)
  freshness.noteLook(began)
  vi.advanceTimersByTime(2_001)
  expect(freshness.standing).toBe('lost')
  freshness.noteLook(performance.now())
  expect(freshness.standing).toBe('current')
})

it('never marks where it may not be stale: a slow look is no fault', () => {
  const freshness = new Freshness({ staleSeconds: 0 })
  vi.advanceTimersByTime(1_000)
  expect(freshness.standing).toBe('current')
  vi.advanceTimersByTime(1)
  expect(freshness.standing).toBe('lost')
})
