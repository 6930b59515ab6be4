import { describe, expect, it } from 'vitest'
import { pause, readRetryAfter } from './pause.js'

describe('readRetryAfter', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', 0],
    ['', 0],
    [null, 0],
  ])('reads %j as %i ms', (value, expected) => {
    expect(readRetryAfter(value, now)).toBe(expected)
  })
})

describe('pause', () => {
  it('does not end at once when it is longer than a timer can count', async () => {
    const stopping = new AbortController()
    const pausing = pause(2 ** 40, stopping.signal)
    setTimeout(() => stopping.abort(new Error('Still waiting')), 20)
    await expect(pausing).rejects.toThrow('Still waiting')
  })
})
