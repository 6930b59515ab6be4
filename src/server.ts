import { mkdirSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { getPayload } from 'payload'
import { purgeByLog } from './cache/followLog'
import { Freshness } from './cache/freshness'
import { openParts, Parts } from './cache/parts'
import { createResponseCache } from './cache/responseCache'
import { closeDatabase } from './database/health'
import { migrateDatabase } from './database/migrate'
import { rateStoreOf } from './database/rateStore'
import { servePreview } from './delivery/preview/servePreview'
import { followedSearch } from './delivery/search/searchIndex'
import { serveV1 } from './delivery/serveV1'
import { createGraphql } from './graphql/createGraphql'
import { boundedServer } from './http/boundedServer'
import { createApp } from './http/createApp'
import { rateCounts } from './http/rateCounts'
import { apiRoutesOf } from './http/routeOf'
import { createLogger } from './logger'
import { createMetrics } from './metrics/createMetrics'
import { serveMetrics } from './metrics/serveMetrics'
import { refuseHalfRestored } from './moving/restoreMark'
import config from './payload.config'
import { followLog, isFollowing } from './publishing/followLog'
import { onAppend } from './publishing/publishLog'
import { announcement } from './server/announcement'
import { fillNew } from './server/fillNew'
import { closeHandedOver, listenForHandedOver } from './server/handedOver'
import { listen } from './server/listen'
import { listenForMetrics } from './server/listenForMetrics'
import { serveAdmin } from './server/serveAdmin'
import { workInBackground } from './server/workInBackground'
import { settings } from './settings'
import { startTracing } from './tracing/startTracing'
import { traceDatabase } from './tracing/traceDatabase'
import { traceRequests } from './tracing/traceRequests'
import { handOver } from './workers/handOver'
import { leftAlone, tellReady } from './workers/messages'
import { finishWithinMs } from './workers/stopTimes'
import { thisWorker } from './workers/thisWorker'

/** How far behind the log a process may be that is sent requests, in milliseconds. */
const longestLag = 30_000
/** Has what is in one process of this machine alone. */
const isFirst = thisWorker.index === 0

// Left to itself V8 lets a heap grow to four times of what is in use before it clears up: more than a hundred megabytes, and nothing faster.
setFlagsFromString('--heap-growing-percent=70')
await start()

async function start(): Promise<void> {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
  const stopTracing = settings.otlpEndpoint ? await startTracing(settings.otelServiceName) : undefined
  const payload = await getPayload({ config })
  await migrateDatabase(payload)
  await refuseHalfRestored(payload)
  if (isFirst) await fillNew(payload)

  const logger = createLogger(settings.logLevel)
  const { introspection, production, serverUrl } = settings
  const server = boundedServer()
  const othersGone = leftAlone()
  let closing = false
  const searching = await followedSearch(payload, (apply) => followLog(payload, apply, { name: 'search' }))
  const freshness = new Freshness({ staleSeconds: settings.cacheStaleSeconds })
  const cache = createResponseCache({ bytes: settings.cacheBytes, freshness })
  const parts = openParts(payload, new Parts({ bytes: settings.partsBytes, freshness }))
  const { metricsPort, metricsToken } = settings
  const measured = metricsPort !== undefined || metricsToken !== undefined
  const metrics = measured ? createMetrics({ payload, cache: cache.metrics, parts: () => parts.size }) : undefined
  const watching = metrics ? [metrics.countRequests] : []
  if (stopTracing) {
    traceDatabase(payload)
    watching.push(traceRequests(apiRoutesOf(payload)))
  }
  const admin = isFirst ? serveAdmin(server) : handOver(thisWorker.adminSocket ?? '')
  const app = createApp({
    payload,
    logger,
    serverUrl,
    graphql: createGraphql({
      payload,
      logger,
      introspection,
      search: searching.search,
      production,
      serverUrl,
      operations: settings.graphqlOperations,
    }),
    admin,
    v1: serveV1(payload, { serverUrl, searchIndex: searching.search }),
    preview: servePreview(payload),
    websiteUrl: settings.websiteUrl,
    corsOrigins: settings.corsOrigins,
    development: process.env.NODE_ENV === 'development',
    trustedProxies: settings.trustProxy,
    readsAMinute: settings.readsAMinute,
    // Where they have a port of their own, this one has none of them.
    metrics: metrics && metricsPort === undefined ? serveMetrics(metrics, metricsToken) : undefined,
    watching,
    isClosing: () => closing,
    isFollowing: () => isFollowing(payload, longestLag),
  })
  const purging = await purgeByLog([parts, cache], {
    onAppend: (listener) => onAppend(payload, listener),
    follow: (listener) => followLog(payload, listener, { name: 'cache', whenLooked: (at) => freshness.noteLook(at) }),
  })
  const stopSharing = rateCounts.shareBy(rateStoreOf(payload), (err) =>
    logger.warn({ err, msg: 'What others have counted for rate limits is not known; each process counts by itself' }),
  )
  server.on('request', cache.serve(app))
  const handedOver = isFirst ? await listenForHandedOver(admin as RequestListener) : undefined
  await listen(server, { port: settings.port, host: settings.host })
  const metricsServer = metrics && metricsPort !== undefined ? await listenForMetrics(metrics, metricsPort) : undefined
  const work = isFirst ? await workInBackground(payload) : undefined
  tellReady(announcement(server, metricsServer))

  const stop = async (signal: string) => {
    if (closing) return
    closing = true
    logger.info({ signal }, 'Finishing running requests')
    const delay = settings.shutdownDelaySeconds * 1000
    setTimeout(() => process.exit(1), delay + finishWithinMs).unref()
    // Connections that are kept alive would go on asking, or be waited for: each ends with its answer.
    server.prependListener('request', (_req, res) => {
      res.shouldKeepAlive = false
    })
    // Other processes take them, and long ones would outlast all else.
    void work?.stopJobs()
    // A balancer hears of it by /readyz, and sends no more.
    await wait(delay)
    const closeIdle = setInterval(() => server.closeIdleConnections(), 50)
    await new Promise((resolve) => server.close(resolve))
    clearInterval(closeIdle)
    await closeHandedOver(handedOver, othersGone)
    await work?.stop()
    await stopSharing()
    await searching.stop()
    await purging.stop()
    await closeDatabase(payload)
    await stopTracing?.()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal))
}
