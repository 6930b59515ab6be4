import { expect, it } from 'vitest'
import { oneAtATime } from './oneAtATime'

const tick = (ms = 1) => new Promise((resolve) => setTimeout(resolve, ms))

it('shares the next run, never the present one, and none overlap', async () => {
  let runs = 0
  let running = 0
  const run = oneAtATime(async () => {
    expect(++running).toBe(1)
    const own = ++runs
    await tick(20)
    running--
    return own
  })
  const first = run()
  await tick()
  const waiting = [run(), run()]
  // Asked the moment that the first one is done, between its end and the beginning of the next.
  const between = first.then(() => run())
  expect(await first).toBe(1)
  expect(await Promise.all(waiting)).toEqual([2, 2])
  expect(await between).toBeGreaterThanOrEqual(2)
  expect(await run()).toBe(runs)
})

it('goes on after a run that failed', async () => {
  let runs = 0
  const run = oneAtATime(async () => {
    if (++runs === 1) throw new Error('once')
    return runs
  })
  const first = run()
  const second = first.catch(() => run())
  await expect(first).rejects.toThrow('once')
  await expect(second).resolves.toBe(2)
  await expect(run()).resolves.toBe(3)
})
