import express, { type Express } from 'express'
import { sendProblem } from '../http/problem'
import type { Metrics } from './createMetrics'
import { serveMetrics } from './serveMetrics'

/** What listens at `METRICS_PORT`: `/metrics` and nothing else. */
export function metricsApp(metrics: Metrics, token: string | undefined): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.get('/metrics', serveMetrics(metrics, token))
  app.use((_req, res) => sendProblem(res, 404, 'not-found', 'There is nothing at this address'))
  return app
}
