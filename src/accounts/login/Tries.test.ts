import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RateCounts } from '../../http/rateCounts'
import { Tries } from './Tries'

describe('Tries', () => {
  let tries: Tries
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 })
    tries = new Tries({ name: 'test', most: 2, windowMs: 1000 }, new RateCounts())
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const several = (account: string, asker: string) =>
    Promise.all(Array.from({ length: 3 }, () => tries.take(account, asker)))

  it('are counted by account and asker, and anew when their time is over', async () => {
    expect(await several('a', 'here')).toEqual([true, true, false])
    expect(await tries.take('a', 'elsewhere')).toBe(true)
    expect(await tries.take('b', 'here')).toBe(true)
    vi.setSystemTime(999)
    expect(await tries.take('a', 'here')).toBe(false)
    vi.setSystemTime(1000)
    expect(await tries.take('a', 'here')).toBe(true)
  })

  it('are forgotten by asker, or from everywhere', async () => {
    for (const asker of ['here', 'there']) await several('a', asker)
    await tries.forget('a', 'here')
    expect([await tries.take('a', 'here'), await tries.take('a', 'there')]).toEqual([true, false])
    for (let times = 0; times < 2; times++) {
      await several('b', 'there')
      await tries.forgetAll('a')
      expect([await tries.take('a', 'there'), await tries.take('b', 'there')]).toEqual([true, false])
      await several('a', 'there')
      expect(await tries.take('a', 'there')).toBe(false)
    }
  })
})
