import { subscribe } from 'node:diagnostics_channel'
import type { BasePayload, Where } from 'payload'
import { Gauge, Histogram, type Registry } from 'prom-client'
import { readMaybeStale } from '../database/staleReads'
import { linkingTimes } from '../editorial/measureLinking'
import { abandonedJobs } from '../editorial/runJobs'

/** What waits to be done in all processes together. @returns reads that, and throws where the database does not answer */
export function measureWork(register: Registry, payload: BasePayload): () => Promise<void> {
  const registers = [register]
  const jobs = new Gauge({
    name: 'saphena_jobs',
    help: 'Jobs that wait, that have failed for good, and that were left by a process that is gone',
    labelNames: ['state'],
    registers,
  })
  const deliveries = new Gauge({
    name: 'saphena_webhook_deliveries',
    help: 'Deliveries of webhooks that wait, and those that were given up',
    labelNames: ['state'],
    registers,
  })
  const linking = new Histogram({
    name: 'saphena_linking_seconds',
    help: 'How long the mentions of one text took to find',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    registers,
  })
  subscribe(linkingTimes.name, (ms) => linking.observe(Number(ms) / 1000))

  const count = async (collection: 'payload-jobs' | 'webhook-deliveries', where: Where) =>
    (await readMaybeStale(() => payload.count({ collection, where, overrideAccess: true }))).totalDocs
  return async () => {
    jobs.reset()
    deliveries.reset()
    for (const [state, where] of Object.entries({ queued, failed, stalled: abandonedJobs() }))
      jobs.set({ state }, await count('payload-jobs', where))
    for (const state of ['waiting', 'failed'])
      deliveries.set({ state }, await count('webhook-deliveries', { state: { equals: state } }))
  }
}

const queued: Where = { and: [{ processing: { not_equals: true } }, { hasError: { not_equals: true } }] }
const failed: Where = { hasError: { equals: true } }
