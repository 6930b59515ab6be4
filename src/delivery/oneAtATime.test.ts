import { expect, it } from 'vitest'
import { oneAtATime } from './oneAtATime'

it('shares the next run, never the present one, and none overlap', async () => {
  let runs = 0
  let running = 0
  const run = oneAtATime(async () => {
    expect(++running).toBe(1)
    const own = ++runs
    await new Promise((resolve) => setTimeout(resolve, 5))
    running--
    return own
  })
  const first = run()
  const [second, third] = [run(), run()]
  expect(await first).toBe(1)
  expect(await Promise.all([second, third, run()])).toEqual([2, 2, 3])
  expect(await run()).toBe(4)
})

it('goes on after a run that failed', async () => {
  let fail = true
  const run = oneAtATime(async () => {
    if (fail) throw new Error('once')
    return 'done'
  })
  const first = run()
  const second = run()
  await expect(first).rejects.toThrow('once')
  fail = false
  await expect(second).resolves.toBe('done')
  await expect(run()).resolves.toBe('done')
})
