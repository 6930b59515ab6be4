import type { PayloadRequest } from 'payload'
import { readMaybeStale } from '../../database/staleReads'
import { listAddress } from './listAddress'
import { lastMonths, type Month } from './months'
import { ownListAddress, publishedIn } from './ownLists'

/** One month of a chart. `part` is what of `count` is as it should be, where the chart tells the two apart. */
export interface Bar {
  month: string
  count: number
  part?: number
  href: string
}

export interface Chart {
  name: string
  title: string
  /** What `part` and the rest are, for readers of the chart. */
  parts?: [string, string]
  bars: Bar[]
}

const shownMonths = 12

/** The last twelve months: what was published, and what was reviewed in time. */
export async function readCharts(req: PayloadRequest, now: Date): Promise<Chart[]> {
  const months = lastMonths(now, shownMonths)
  const [published, reviewed] = await Promise.all([
    Promise.all(months.map((month) => publishedBar(month, req))),
    Promise.all(months.map((month) => reviewedBar(month, req))),
  ])
  return [
    { name: 'published', title: 'Articles published', bars: published },
    { name: 'reviewed', title: 'Articles reviewed', parts: ['in time', 'late'], bars: reviewed },
  ]
}

async function publishedBar(month: Month, req: PayloadRequest): Promise<Bar> {
  const where = publishedIn(month)
  const { totalDocs } = await readMaybeStale(() => req.payload.db.countVersions({ collection: 'articles', where, req }))
  const { admin } = req.payload.config.routes
  return { month: month.month, count: totalDocs, href: ownListAddress(admin, 'published', `?month=${month.month}`) }
}

async function reviewedBar({ month, from, until }: Month, req: PayloadRequest): Promise<Bar> {
  const within = [{ reviewedOn: { greater_than_equal: from } }, { reviewedOn: { less_than: until } }]
  const count = async (more: Parameters<typeof listAddress>[2][number]) =>
    (
      await readMaybeStale(() =>
        req.payload.db.count({ collection: 'completed-reviews', where: { and: [...within, ...more] }, req }),
      )
    ).totalDocs
  const [all, onTime] = await Promise.all([count([]), count([{ onTime: { equals: true } }])])
  const { admin } = req.payload.config.routes
  return { month, count: all, part: onTime, href: listAddress(admin, 'completed-reviews', [within]) }
}
