import { describe, expect, it } from 'vitest'
import { isBusy, retryBusy } from './retryBusy'

const busy = () => Object.assign(new Error('SQLITE_BUSY: database is locked'), { code: 'SQLITE_BUSY' })

describe('retrying while another process writes', () => {
  it('tries until the file is free, and lets everything else run meanwhile', async () => {
    let attempts = 0
    let ticks = 0
    const clock = setInterval(() => {
      ticks += 1
    }, 1)
    const result = await retryBusy(async () => {
      attempts += 1
      if (attempts < 6) throw busy()
      return 'written'
    }, 5_000)
    clearInterval(clock)
    expect(result).toBe('written')
    expect(attempts).toBe(6)
    expect(ticks).toBeGreaterThan(3)
  })

  it('gives up after its time, with the error that SQLite gave', async () => {
    const started = performance.now()
    await expect(retryBusy(() => Promise.reject(busy()), 60)).rejects.toThrow('SQLITE_BUSY')
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('does not repeat what failed for another reason', async () => {
    let attempts = 0
    const failing = retryBusy(() => {
      attempts += 1
      return Promise.reject(new Error('UNIQUE constraint failed'))
    }, 5_000)
    await expect(failing).rejects.toThrow('UNIQUE')
    expect(attempts).toBe(1)
  })

  it('knows a busy file behind the errors that wrap it', () => {
    expect(isBusy(new Error('Failed query', { cause: busy() }))).toBe(true)
    expect(isBusy(Object.assign(new Error('x'), { code: 'SQLITE_BUSY_SNAPSHOT' }))).toBe(true)
    expect(isBusy(new Error('SQLITE_FULL: database or disk is full'))).toBe(false)
    expect(isBusy('SQLITE_BUSY')).toBe(false)
  })
})
