import { expect, it } from 'vitest'
import { pauseAfterDeath } from './pauseAfterDeath'

it('starts again at once, then ever later, and never later than half a minute', () => {
  const deaths: number[] = []
  const pauses: number[] = []
  let now = 5_000
  for (let death = 0; death < 12; death++) {
    deaths.push(now)
    const pause = pauseAfterDeath(deaths)
    pauses.push(pause)
    now += pause + 10
  }
  expect(pauses.slice(0, 7)).toEqual([0, 500, 1_000, 2_000, 4_000, 8_000, 16_000])
  expect(Math.max(...pauses)).toBeLessThanOrEqual(30_000)
})

it('forgets what is a minute ago', () => {
  expect(pauseAfterDeath([0, 10, 20])).toBe(1_000)
  expect(pauseAfterDeath([0, 10, 20, 70_000])).toBe(0)
})
