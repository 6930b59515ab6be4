import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { runJobs } from '../src/editorial/runJobs'
import { schedulePublication } from './schedulePublication'
import { describeService, paragraphs, type Service, startService } from './startService'

const conflict = () => Object.assign(new Error('WriteConflict'), { code: 112 })
const away = () => new Error('connect ECONNREFUSED 127.0.0.1:27017')

/** What goes wrong at the hour of a schedule, and that the schedule is kept nevertheless, once. */
describeService('A schedule', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.close())
  beforeEach(() => {
    // Each failure is told at length.
    vi.spyOn(service.payload.logger, 'error').mockImplementation(() => {})
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  const scheduled = async () => {
    const article = { title: 'Legs at night', body: paragraphs('Rest your legs.') }
    const { id } = (await service.ask('editor', 'POST', '/api/articles?draft=true', article)).body.doc
    const { id: job } = await schedulePublication(service, 'reviewer', id)
    return { id: id as string, job: String(job) }
  }
  const jobOf = async (id: string) =>
    service.payload.findByID({ collection: 'payload-jobs', id, disableErrors: true, overrideAccess: true })
  const isPublished = async (id: string) => (await service.ask('stranger', 'GET', `/api/articles/${id}`)).status === 200
  const refusals = async (id: string) => {
    const where = { document: { equals: id }, action: { equals: 'schedule-refused' } }
    const { docs } = await service.payload.find({ collection: 'audit', where, overrideAccess: true })
    return docs.map(({ detail }) => detail)
  }
  const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
  /** The next so many writes of an article fail. */
  const failWrites = (times: number, error: () => Error) => {
    const { db } = service.payload
    const updateOne = db.updateOne.bind(db)
    let failed = 0
    vi.spyOn(db, 'updateOne').mockImplementation((async (args: Parameters<typeof updateOne>[0]) => {
      if (args.collection === 'articles' && failed++ < times) throw error()
      return updateOne(args)
    }) as typeof updateOne)
  }

  it('is kept at once where somebody saved the article in the same moment', async () => {
    const { id, job } = await scheduled()
    failWrites(2, conflict)
    await service.runJobs()
    expect([await isPublished(id), await jobOf(job)]).toEqual([true, null])
  })

  it('is kept later where the database was away, and says nothing of it until it is given up', async () => {
    const { id, job } = await scheduled()
    failWrites(2, away)
    for (const pause of [10_000, 20_000]) {
      await service.runJobs()
      const waiting = await jobOf(job)
      expect(waiting).toMatchObject({ hasError: false, processing: false })
      const due = new Date(waiting?.waitUntil ?? 0).getTime() - Date.now()
      expect(Math.abs(due - pause)).toBeLessThan(3_000)
      await service.runJobs() // before that nothing is tried
      expect((await jobOf(job))?.waitUntil).toBe(waiting?.waitUntil)
      later(pause + 1_000)
    }
    expect(await isPublished(id)).toBe(false)
    await service.runJobs()
    expect([await isPublished(id), await jobOf(job), await refusals(id)]).toEqual([true, null, []])
  })

  it('is given up in the end, and that is said once', async () => {
    const { id, job } = await scheduled()
    failWrites(Number.POSITIVE_INFINITY, away)
    for (let tried = 1; tried <= 9; tried++) {
      expect(await refusals(id)).toEqual([])
      await service.runJobs()
      expect(await jobOf(job)).toMatchObject({ hasError: tried === 9, totalTried: tried })
      later(24 * 60_000)
    }
    await service.runJobs()
    expect(await refusals(id)).toEqual([expect.stringContaining('ECONNREFUSED')])
    expect((await jobOf(job))?.error).toMatchObject({ message: expect.stringContaining('ECONNREFUSED') })
  })

  it('that is refused is not tried again', async () => {
    const { id, job } = await scheduled()
    await service.ask('editor', 'PATCH', `/api/articles/${id}?draft=true`, { title: 'Something else' })
    for (let times = 0; times < 2; times++) {
      await service.runJobs()
      expect(await jobOf(job)).toMatchObject({ hasError: true, processing: false })
      expect(await refusals(id)).toEqual([expect.stringContaining('changed after')])
      later(3_600_000)
    }
  })

  it('that was kept is not kept again because its process was gone right after it', async () => {
    const { id, job } = await scheduled()
    const { db } = service.payload
    const updateJobs = db.updateJobs.bind(db)
    const gone = vi.spyOn(db, 'updateJobs').mockImplementation((async (args: Parameters<typeof updateJobs>[0]) => {
      // What is written with the publication is kept with it; nothing after it is.
      if (args.where || args.req?.payload) return updateJobs(args)
      if (args.req?.transactionID) await db.rollbackTransaction(args.req.transactionID)
      throw new Error('The process is gone')
    }) as typeof updateJobs)
    await expect(service.runJobs()).rejects.toThrow('The process is gone')
    gone.mockRestore()
    expect(await isPublished(id)).toBe(true)
    expect(await jobOf(job)).toMatchObject({ processing: true })

    const withdrawn = await service.ask('reviewer', 'PATCH', `/api/articles/${id}`, { _status: 'draft' })
    expect(withdrawn.status).toBe(200)
    later(300_000)
    const stop = runJobs(service.payload, 20)
    await vi.waitFor(async () => expect(await jobOf(job)).toBeNull(), { timeout: 10_000 })
    await stop()
    expect(await isPublished(id)).toBe(false)
  })
})
