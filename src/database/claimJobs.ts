import type { MongooseAdapter } from '@payloadcms/db-mongodb'

type UpdateJobs = MongooseAdapter['updateJobs']

/**
 * Has each job taken by one process. Payload looks for jobs that nobody works on, and then writes to all that it has seen that it does:
 * two processes that looked at the same time would both run them. Here each is taken by one write that finds it only while it is free.
 * SQLite looks and writes in one transaction, and needs none of this.
 */
export function claimJobs(adapter: MongooseAdapter): void {
  const updateJobs = adapter.updateJobs.bind(adapter) as UpdateJobs
  adapter.updateJobs = (args) => (args.where && args.data.processing === true ? claim(adapter, args) : updateJobs(args))
}

async function claim(
  adapter: MongooseAdapter,
  { data, limit = 0, sort, where }: Parameters<UpdateJobs>[0],
): ReturnType<UpdateJobs> {
  const collection = 'payload-jobs'
  const free = where ?? {}
  const { docs } = await adapter.find<{ id: string }>({
    collection,
    where: free,
    ...(sort ? { sort } : {}),
    limit,
    pagination: false,
    select: { id: true } as never,
  })
  const claimed: unknown[] = []
  for (const { id } of docs) {
    const job = await adapter.updateOne({
      collection,
      where: { and: [{ id: { equals: id } }, free] },
      data: { ...data },
    })
    if (job) claimed.push(job)
  }
  return claimed as Awaited<ReturnType<UpdateJobs>>
}
