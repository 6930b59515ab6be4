import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetTries, mayTry, noteLogin } from './loginTries'

const day = 24 * 60 * 60_000
let made = 0

describe('A password', () => {
  let account: string
  beforeEach(() => {
    account = `account${made++}@example.org`
    vi.useFakeTimers({ now: made * 365 * day })
  })
  afterEach(() => void vi.useRealTimers())

  const tryFrom = async (askers: string[]) => {
    let allowed = 0
    for (const asker of askers) if (await mayTry(account, asker)) allowed++
    return allowed
  }
  const everywhere = (times: number) => Array.from({ length: times }, (_, at) => `192.0.2.${at}`)

  it('is tried a hundred times from everywhere, and on where its owner was of late', async () => {
    await noteLogin(account, 'home')
    expect(await tryFrom(everywhere(150))).toBe(100)
    expect([await mayTry(account, 'home'), await mayTry(account, 'hotel')]).toEqual([true, false])
    await forgetTries(account)
    expect(await mayTry(account, 'hotel')).toBe(true)
  })

  it('is tried at a known place no more often than at any other', async () => {
    await noteLogin(account, 'home')
    expect(await tryFrom(Array(9).fill('home'))).toBe(5)
  })

  it('is tried twenty times from one network, whatever address of it is shown', async () => {
    const addresses = Array.from({ length: 250 }, (_, at) => `2001:db8:0:${at.toString(16)}::/64`)
    expect(await tryFrom(addresses)).toBe(20)
    expect(await mayTry(account, '2001:db8:1:1::/64')).toBe(true)
  })

  it('has places that are known for thirty days after the last login', async () => {
    await noteLogin(account, 'home')
    vi.advanceTimersByTime(20 * day)
    await noteLogin(account, 'home')
    vi.advanceTimersByTime(29 * day)
    expect(await tryFrom(everywhere(101))).toBe(100)
    expect(await mayTry(account, 'home')).toBe(true)
    vi.advanceTimersByTime(2 * day)
    expect(await tryFrom(everywhere(101))).toBe(100)
    expect(await mayTry(account, 'home')).toBe(false)
  })
})
