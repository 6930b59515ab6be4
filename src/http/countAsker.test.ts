import { expect, it } from 'vitest'
import { countAsker } from './countAsker'
import { RateCounts } from './rateCounts'

it('counts who has many addresses by his network too, and no neighbour by another', () => {
  const counts = new RateCounts()
  const limit = { name: 'few', most: 2 }
  const times = (asker: string, times: number) => Array.from({ length: times }, () => countAsker(limit, asker, counts))
  expect(times('2001:db8:0:1::/64', 3)).toEqual([true, true, false])
  expect([2, 3].flatMap((at) => times(`2001:db8:0:${at}::/64`, 2))).toEqual([true, true, true, true])
  expect(times('2001:db8:0:4::/64', 2)).toEqual([true, false])
  expect(times('2001:db8:0:104::/64', 2)).toEqual([true, true])
  for (let at = 0; at < 20; at++) expect(times(`192.0.2.${at}`, 2)).toEqual([true, true])
})
