import type { PayloadRequest } from 'payload'

/** When a schedule did not publish, and why. */
export interface FailedSchedule {
  at: string
  message: string
}

type Job = { updatedAt: string; error?: { message?: unknown } | null }

/** The last schedule of this article that failed, as long as it was not published since. The failed job itself is the note. */
export async function readFailedSchedule(id: string, req: PayloadRequest): Promise<FailedSchedule | undefined> {
  const { docs } = await req.payload.db.find<Job>({
    collection: 'payload-jobs',
    where: {
      and: [
        { taskSlug: { equals: 'schedulePublish' } },
        { hasError: { equals: true } },
        { 'input.doc.value': { equals: id } },
      ],
    },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    req,
  })
  const [job] = docs
  if (!job) return undefined
  const { docs: published } = await req.payload.db.findVersions<{ createdAt: string }>({
    collection: 'articles',
    where: {
      and: [
        { parent: { equals: id } },
        { 'version._status': { equals: 'published' } },
        { createdAt: { greater_than: job.updatedAt } },
      ],
    },
    limit: 1,
    pagination: false,
    req,
  })
  if (published.length > 0) return undefined
  return { at: job.updatedAt, message: String(job.error?.message ?? 'Something went wrong.') }
}
