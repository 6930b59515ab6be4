import { describe, expect, it } from 'vitest'
import { Tries } from './Tries'

describe('Tries', () => {
  const several = (tries: Tries, account: string, asker: string, now: number) =>
    Array.from({ length: 3 }, () => tries.take(account, asker, now))

  it('are counted by account and asker, and anew when their time is over', () => {
    const tries = new Tries({ most: 2, windowMs: 1000 })
    expect(several(tries, 'a', 'here', 0)).toEqual([true, true, false])
    expect(tries.take('a', 'elsewhere', 0)).toBe(true)
    expect(tries.take('b', 'here', 0)).toBe(true)
    expect(tries.take('a', 'here', 999)).toBe(false)
    expect(tries.take('a', 'here', 1000)).toBe(true)
  })

  it('are forgotten by asker, or from everywhere', () => {
    const tries = new Tries({ most: 2, windowMs: 1000 })
    for (const asker of ['here', 'there']) several(tries, 'a', asker, 0)
    tries.forget('a', 'here')
    expect([tries.take('a', 'here', 0), tries.take('a', 'there', 0)]).toEqual([true, false])
    tries.forget('a')
    expect(tries.take('a', 'there', 0)).toBe(true)
  })

  it('of made-up accounts do not fill the memory', () => {
    const tries = new Tries({ most: 1, windowMs: 1000 })
    for (let made = 0; made < 20_000; made++) tries.take(`account ${made}`, 'here', 0)
    expect(tries.take('account 19999', 'here', 0)).toBe(false)
    expect(tries.take('account 0', 'here', 0)).toBe(true)
  })
})
