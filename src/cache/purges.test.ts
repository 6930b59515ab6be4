import { expect, it } from 'vitest'
import { Purges } from './purges'

it('allows what began after the last purge of its keys', () => {
  const purges = new Purges()
  const before = purges.now
  purges.note(['a'])
  expect(purges.allow(['a'], before)).toBe(false)
  expect(purges.allow(['b'], before)).toBe(true)
  expect(purges.allow(['a'], purges.now)).toBe(true)
})

it('remembers a bounded number of purges, and allows nothing that began before those it forgot', () => {
  const purges = new Purges(2)
  const before = purges.now
  purges.note(['a'])
  const between = purges.now
  purges.note(['b'])
  purges.note(['c'])
  expect(purges.allow(['d'], before)).toBe(false)
  expect(purges.allow(['d'], between)).toBe(true)
  expect(purges.allow(['c'], between)).toBe(false)
})
