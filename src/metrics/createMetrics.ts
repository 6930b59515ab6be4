import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Parts } from '../cache/parts'
import type { CacheMetrics } from '../cache/responseCache'
import { checkDatabase } from '../database/health'
import { within } from '../database/within'
import { apiRoutesOf } from '../http/routeOf'
import { measureCache } from './measureCache'
import { measureDatabase } from './measureDatabase'
import { measureLog } from './measureLog'
import { measureRequests } from './measureRequests'
import { measureWork } from './measureWork'

export interface Metrics {
  /** Stands before what it counts. */
  countRequests: RequestHandler
  contentType: string
  /** All of them, as Prometheus reads them. */
  read: () => Promise<string>
}

interface Measured {
  payload: Payload
  cache: () => CacheMetrics
  parts: () => Parts['size']
}

/** Whoever scrapes waits no longer than this for a database that does not answer; what it would have said is left out then. */
const patienceMs = 2_000

/** What operators can watch. Labels are words out of short lists: no path, no id, nothing that somebody wrote. */
export function createMetrics({ payload, cache, parts }: Measured): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const up = new Gauge({ name: 'saphena_database_up', help: '1 while the database answers', registers: [register] })
  const countRequests = measureRequests(register, apiRoutesOf(payload))
  const here = [measureCache(register, cache, parts), measureDatabase(register, payload)]
  const asking = [measureLog(register, payload), measureWork(register, payload)]
  return {
    countRequests,
    contentType: register.contentType,
    async read() {
      for (const measure of here) measure()
      const { ok } = await checkDatabase(payload, patienceMs)
      up.set(ok ? 1 : 0)
      // Without it each would wait in vain; the failure is counted, and logged by those that follow the log.
      if (ok) await Promise.allSettled(asking.map((measure) => within(patienceMs, measure)))
      return register.metrics()
    },
  }
}
