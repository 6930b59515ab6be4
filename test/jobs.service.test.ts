import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { BasePayload, Payload } from 'payload'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { closeDatabase } from '../src/database/health'
import { availableDatabases, type CreatedDatabase } from './databases'
import { noteJobs } from './noteJobs'
import { describeService } from './startService'
import { tiny, tinyPayload } from './tinyPayload'

const processes = 2
const jobs = 90

describeService('The job queue', () => {
  let database: CreatedDatabase
  let payload: Payload
  beforeAll(async () => {
    const kind = process.env.TEST_DATABASE ?? 'sqlite'
    const found = (await availableDatabases()).find(({ name }) => name === kind)
    if (!found) throw new Error(`No ${kind} here: the run should not have come this far`)
    database = await found.create()
    payload = await tinyPayload({ ...database, jobs: noteJobs })
  })
  afterAll(async () => {
    await closeDatabase(payload)
    await database.remove()
  })

  it('has each job done once by several processes that look for jobs at the same time', async () => {
    const queue = payload.jobs.queue as (job: object) => Promise<unknown>
    for (let number = 0; number < jobs; number++) await queue({ task: 'note', input: { number }, overrideAccess: true })
    const workers = Array.from({ length: processes }, () => startWorker(database))
    await Promise.all(workers.map(({ ready }) => ready))
    for (const { child } of workers) child.stdin?.write('go\n')
    const ran = await Promise.all(workers.map(({ done }) => done))

    const { docs } = await tiny(payload).find({ collection: 'entries', limit: 0 })
    const numbers = docs.map(({ note }: { note: string }) => Number(note)).sort((a: number, b: number) => a - b)
    expect(numbers).toEqual(Array.from({ length: jobs }, (_, number) => number))
    // Each had its part in it, or this would show nothing.
    expect(ran.reduce((sum, each) => sum + each, 0)).toBe(jobs)
    expect(Math.min(...ran)).toBeGreaterThan(0)
    await vi.waitFor(async () =>
      expect(
        (await (payload as BasePayload).count({ collection: 'payload-jobs', overrideAccess: true })).totalDocs,
      ).toBe(0),
    )
  }, 120_000)
})

interface Worker {
  child: ChildProcess
  ready: Promise<void>
  /** How many jobs it ran. */
  done: Promise<number>
}

function startWorker({ url, dataDir }: CreatedDatabase): Worker {
  const args = ['--conditions=production', 'src/run.mjs', 'test/workQueue.ts', url, dataDir]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const line = (wanted: RegExp) =>
    new Promise<string>((resolve, reject) => {
      lines.on('line', (text) => {
        const found = wanted.exec(text)
        if (found) resolve(found[1] ?? '')
      })
      child.once('exit', (code) => reject(new Error(`A worker ended with ${code}`)))
    })
  const done = line(/^ran (\d+)$/).then(Number)
  done.catch(() => {}) // until it is waited for
  return { child, ready: line(/^(ready)$/).then(() => {}), done }
}
