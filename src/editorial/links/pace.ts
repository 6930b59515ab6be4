import { LRUCache } from 'lru-cache'

/** How many people are remembered; who asked longest ago is forgotten first, to no harm. */
const mostPeople = 10_000

/**
 * A pace that people are held to, each for himself: a bucket that fills steadily and that each request takes one from.
 *
 * @param now milliseconds on a clock that only goes forward
 * @returns a function from who asks to the whole seconds that he has to wait, 0 where he may go on
 */
export function pace(
  { atOnce, perSecond }: { atOnce: number; perSecond: number },
  now: () => number = () => performance.now(),
): (who: number | string) => number {
  const buckets = new LRUCache<number | string, { left: number; at: number }>({ max: mostPeople })
  return (who) => {
    const at = now()
    const before = buckets.get(who) ?? { left: atOnce, at }
    const left = Math.min(atOnce, before.left + ((at - before.at) / 1000) * perSecond)
    const may = left >= 1
    buckets.set(who, { left: may ? left - 1 : left, at })
    return may ? 0 : Math.ceil((1 - left) / perSecond)
  }
}
