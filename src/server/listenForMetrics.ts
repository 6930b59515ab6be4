import type { Server } from 'node:http'
import { boundedServer } from '../http/boundedServer'
import type { Metrics } from '../metrics/createMetrics'
import { metricsApp } from '../metrics/metricsApp'
import { settings } from '../settings'
import { thisWorker } from '../workers/thisWorker'
import { listen } from './listen'

/** Each process has its own: one port for all would answer with the numbers of any. */
export async function listenForMetrics(metrics: Metrics, port: number): Promise<Server> {
  const server = boundedServer().on('request', metricsApp(metrics, settings.metricsToken))
  const own = port === 0 ? 0 : port + thisWorker.index
  await listen(server, { port: own, host: settings.host, exclusive: true })
  return server
}
