import type { Where } from 'payload'
import type { Row } from '../movedRow'
import { type Check, someOf } from './finding'

const stalledAfterMs = 10 * 60_000

export const checkJobs: Check = async ({ payload }) => {
  const before = { less_than: new Date(Date.now() - stalledAfterMs).toISOString() }
  const waits: Where[] = [
    { completedAt: { exists: false } },
    { hasError: { not_equals: true } },
    { processing: { not_equals: true } },
  ]
  const namesOf = async (where: Where): Promise<string[]> => {
    const { docs } = await payload.db.find<Row>({
      collection: 'payload-jobs',
      where,
      limit: 0,
      pagination: false,
      sort: 'createdAt',
    })
    return docs.map(({ taskSlug, workflowSlug, createdAt }) => `${taskSlug ?? workflowSlug} of ${createdAt}`)
  }
  const failed = await namesOf({ hasError: { equals: true } })
  const stalled = [
    ...(await namesOf({ and: [{ processing: { equals: true } }, { updatedAt: before }] })),
    ...(await namesOf({ and: [...waits, { waitUntil: before }] })),
    ...(await namesOf({ and: [...waits, { waitUntil: { exists: false } }, { createdAt: before }] })),
  ]
  return [
    ...(failed.length > 0
      ? [
          {
            level: 'problem' as const,
            what: `Jobs have failed: ${someOf(failed)}`,
            todo: 'Open them in the admin (Jobs): each says why. Put that right, do again what it was for (publish, schedule, relink), and delete the job',
          },
        ]
      : []),
    ...(stalled.length > 0
      ? [
          {
            level: 'problem' as const,
            what: `Jobs were due and have not run for ten minutes: ${someOf(stalled)}`,
            todo: 'See whether the server runs: it takes them up by itself within a minute. If it does, its log says what keeps it',
          },
        ]
      : []),
  ]
}
