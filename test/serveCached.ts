import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import type { Metrics } from '../src/metrics/createMetrics'
import type { Service } from './startService'

export interface Cached {
  url: string
  metrics: Metrics
  caughtUp: () => Promise<void>
  close: () => Promise<void>
}

/**
 * The service once more on a port of its own, put together as `server.ts` does it: with the response cache before it, and metrics.
 *
 * @param options.metricsToken opens `/metrics`
 */
export async function serveCached(
  { payload }: Service,
  { staleSeconds = 300, metricsToken = '' } = {},
): Promise<Cached> {
  const { createApp } = await import('../src/http/createApp')
  const { createGraphql } = await import('../src/graphql/createGraphql')
  const { serveV1 } = await import('../src/delivery/serveV1')
  const { purgeByLog } = await import('../src/cache/followLog')
  const { Freshness } = await import('../src/cache/freshness')
  const { openParts, Parts } = await import('../src/cache/parts')
  const { createResponseCache } = await import('../src/cache/responseCache')
  const { followLog } = await import('../src/publishing/followLog')
  const { onAppend } = await import('../src/publishing/publishLog')
  const { createMetrics } = await import('../src/metrics/createMetrics')
  const { serveMetrics } = await import('../src/metrics/serveMetrics')

  const freshness = new Freshness({ staleSeconds })
  const cache = createResponseCache({ bytes: 10_000_000, freshness })
  const parts = openParts(payload, new Parts({ bytes: 10_000_000, freshness }))
  const metrics = createMetrics({ payload, cache: cache.metrics, parts: () => parts.size })
  const following = await purgeByLog([parts, cache], {
    onAppend: (listener) => onAppend(payload, listener),
    follow: (listener) => followLog(payload, listener, { name: 'cache', whenLooked: (at) => freshness.noteLook(at) }),
  })
  const logger = pino({ level: 'silent' })
  const app = createApp({
    payload,
    logger,
    serverUrl: undefined,
    graphql: createGraphql({ payload, logger, introspection: false, production: false }),
    v1: serveV1(payload, {}),
    metrics: metricsToken ? serveMetrics(metrics, metricsToken) : undefined,
    watching: [metrics.countRequests],
  })
  const server = createServer(cache.serve(app)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    metrics,
    caughtUp: following.caughtUp,
    async close() {
      await following.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
