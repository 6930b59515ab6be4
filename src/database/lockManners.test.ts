import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

describe('The one write lock of a SQLite file', () => {
  beforeEach(() => {
    vi.resetModules()
    vi.useFakeTimers()
  })
  afterEach(() => void vi.useRealTimers())
  const load = () => import('./lockManners')

  it('is used without a pause where nobody else wants it', async () => {
    const { LockManners } = await load()
    const manners = new LockManners()
    expect(manners.pauseAfter(5_000)).toBe(0)
  })

  it('is left free by a server every tenth of a second, longer than others take to look', async () => {
    const { LockManners, longestLookMs } = await load()
    const manners = new LockManners()
    manners.noteOthers()
    expect(manners.pauseAfter(60)).toBe(0)
    expect(manners.pauseAfter(60)).toBeGreaterThan(longestLookMs)
    expect(manners.pauseAfter(60)).toBe(0)
  })

  it('is had by a command for a quarter of the time', async () => {
    const { behaveAsGuest, LockManners } = await load()
    behaveAsGuest()
    const manners = new LockManners()
    manners.noteOthers()
    expect(manners.pauseAfter(20)).toBe(60)
    expect(manners.pauseAfter(10_000)).toBe(250)
  })

  it('is used without a pause again once the others have been away for a second', async () => {
    const { LockManners } = await load()
    const manners = new LockManners()
    manners.noteOthers()
    await vi.advanceTimersByTimeAsync(1_100)
    expect(manners.pauseAfter(5_000)).toBe(0)
  })
})
