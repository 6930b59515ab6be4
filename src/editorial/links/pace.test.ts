import { describe, expect, it } from 'vitest'
import { pace } from './pace'

describe('pace', () => {
  it('lets so many through at once, then as many as come back in time, each person for himself', () => {
    let now = 0
    const waitFor = pace({ atOnce: 3, perSecond: 2 }, () => now)
    expect([1, 2, 3].map(() => waitFor('a'))).toEqual([0, 0, 0])
    expect(waitFor('a')).toBe(1)
    expect(waitFor('b')).toBe(0)
    now = 500
    expect(waitFor('a')).toBe(0)
    expect(waitFor('a')).toBe(1)
    now = 60_000
    expect([1, 2, 3, 4].map(() => waitFor('a'))).toEqual([0, 0, 0, 1])
  })

  it('does not let somebody who never stops asking wait for ever', () => {
    let now = 0
    const waitFor = pace({ atOnce: 1, perSecond: 1 }, () => now)
    let through = 0
    for (; now < 10_000; now += 100) if (waitFor('a') === 0) through++
    expect(through).toBeGreaterThanOrEqual(9)
    expect(through).toBeLessThanOrEqual(10)
  })
})
