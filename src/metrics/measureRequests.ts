import type { RequestHandler } from 'express'
import { Counter, Histogram, type Registry } from 'prom-client'
import { type ApiRoutes, routeOf } from '../http/routeOf'

/**
 * Counts what reaches Express, by route and status. Answers from the response cache do not come here, and are counted there.
 */
export function measureRequests(register: Registry, api: ApiRoutes): RequestHandler {
  const registers = [register]
  const requests = new Counter({
    name: 'saphena_http_requests_total',
    help: 'Requests that were not answered from the response cache',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'saphena_http_request_seconds',
    help: 'How long they took to answer',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  })
  return (req, res, next) => {
    const began = performance.now()
    res.once('close', () => {
      const labels = { method: methods.has(req.method) ? req.method : 'other', route: routeOf(req, api) }
      requests.inc({ ...labels, status: res.writableFinished ? res.statusCode : 'aborted' })
      seconds.observe(labels, (performance.now() - began) / 1000)
    })
    next()
  }
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
