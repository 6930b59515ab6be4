import type { Request, RequestHandler } from 'express'
import { askerOf } from './askerOf'
import { countAsker } from './countAsker'
import { sendProblem } from './problem'
import { rateCounts } from './rateCounts'

export interface RateLimit {
  /** One word for what is limited, the same in every process: all of them count together. @default each process counts by itself */
  name?: string
  /** Who asks; undefined: he is not limited. @default `askerOf` */
  by?: (req: Request) => string | undefined
  /** @default those of this process */
  counts?: Pick<typeof rateCounts, 'count' | 'endsIn'>
}

let unnamed = 0

/**
 * Answers each asker so many times a minute and no more.
 *
 * @param most requests a minute
 */
export function limitRate(
  most: number,
  { name = `${process.pid}:${unnamed++}`, by = askerOf, counts = rateCounts }: RateLimit = {},
): RequestHandler {
  const limit = { name, most }
  return (req, res, next) => {
    const asker = by(req)
    if (asker === undefined || countAsker(limit, asker, counts)) return next()
    res.setHeader('Retry-After', String(Math.max(1, Math.ceil(counts.endsIn(limit) / 1000))))
    sendProblem(res, 429, 'too-many', 'There are too many requests; try again in a minute')
  }
}
