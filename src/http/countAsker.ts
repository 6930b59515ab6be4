import { networkOf } from './askerOf'
import { type Limit, type RateCounts, rateCounts } from './rateCounts'

/** So many askers' worth has a network that may be of many customers, or of one who changes his address. */
const askersInNetwork = 4

/** Counts one more of an asker, and of his wider network where he has one. @returns whether it is still one that is allowed */
export function countAsker(limit: Limit, asker: string, counts: Pick<RateCounts, 'count'> = rateCounts): boolean {
  const few = counts.count(limit, asker) <= limit.most
  const network = networkOf(asker)
  if (network === undefined) return few
  const wide = { ...limit, name: `${limit.name} of a network`, most: limit.most * askersInNetwork }
  return counts.count(wide, network) <= wide.most && few
}
