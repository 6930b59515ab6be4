import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo, ListenOptions } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { RequestHandler } from 'express'
import { type BasePayload, getPayload } from 'payload'
import { makeFirstAdministrator } from './access/firstAdministrator'
import { purgeByLog } from './cache/followLog'
import { Freshness } from './cache/freshness'
import { keysOf } from './cache/keys'
import { openParts, Parts } from './cache/parts'
import { createResponseCache } from './cache/responseCache'
import { closeDatabase } from './database/health'
import { migrateDatabase } from './database/migrate'
import { rateStoreOf } from './database/rateStore'
import { servePreview } from './delivery/preview/servePreview'
import { followedSearch } from './delivery/search/searchIndex'
import { serveV1 } from './delivery/serveV1'
import { queueGrading } from './editorial/plainLanguage/gradeUngraded'
import { referencesQueue } from './editorial/references/checkReferences'
import { followReferences } from './editorial/references/noteReferences'
import { runJobs } from './editorial/runJobs'
import { seedStarter } from './editorial/seedStarter'
import { createGraphql } from './graphql/createGraphql'
import { boundedServer } from './http/boundedServer'
import { createApp } from './http/createApp'
import { rateCounts } from './http/rateCounts'
import { apiRoutesOf } from './http/routeOf'
import { createLogger } from './logger'
import { createMetrics, type Metrics } from './metrics/createMetrics'
import { metricsApp } from './metrics/metricsApp'
import { serveMetrics } from './metrics/serveMetrics'
import { refuseHalfRestored } from './moving/restoreMark'
import config from './payload.config'
import { followLog, isFollowing } from './publishing/followLog'
import { keepLog } from './publishing/keepLog'
import { onAppend } from './publishing/publishLog'
import { runWebhooks } from './publishing/webhooks/deliver'
import { settings } from './settings'
import { startTracing } from './tracing/startTracing'
import { traceDatabase } from './tracing/traceDatabase'
import { traceRequests } from './tracing/traceRequests'
import { createHandedOver, handOver } from './workers/handOver'
import { leftAlone, tellReady } from './workers/messages'
import { finishWithinMs } from './workers/stopTimes'
import { thisWorker } from './workers/thisWorker'

/** How far behind the log a process may be that is sent requests, in milliseconds. */
const longestLag = 30_000
/** Has what is in one process of this machine alone. */
const isFirst = thisWorker.index === 0

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
  const stopWork = isFirst ? await workInBackground(payload) : undefined
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
    // A balancer hears of it by /readyz, and sends no more.
    await wait(delay)
    const closeIdle = setInterval(() => server.closeIdleConnections(), 50)
    await new Promise((resolve) => server.close(resolve))
    clearInterval(closeIdle)
    await closeHandedOver(handedOver, othersGone)
    await stopWork?.()
    await stopSharing()
    await searching.stop()
    await purging.stop()
    await closeDatabase(payload)
    await stopTracing?.()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal))
}

function listen(server: Server, where: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(where, resolve)
  })
}

/** Each process has its own: one port for all would answer with the numbers of any. */
async function listenForMetrics(metrics: Metrics, port: number): Promise<Server> {
  const server = boundedServer().on('request', metricsApp(metrics, settings.metricsToken))
  const own = port === 0 ? 0 : port + thisWorker.index
  await listen(server, { port: own, host: settings.host, exclusive: true })
  return server
}

/** For the admin in one process and requests for it in all. */
async function listenForHandedOver(admin: RequestListener): Promise<Server | undefined> {
  const { adminSocket } = thisWorker
  if (!adminSocket) return undefined
  rmSync(adminSocket, { force: true }) // the one before was killed
  const server = createHandedOver(admin)
  await listen(server, { path: adminSocket, exclusive: true })
  return server
}

/** The others hand requests over as long as they finish theirs. */
async function closeHandedOver(server: Server | undefined, othersGone: Promise<void>): Promise<void> {
  if (!server) return
  await othersGone
  await new Promise((resolve) => server.close(resolve))
}

/** What is done once for all processes of this machine, and is claimed in the database where there are more of them. */
async function workInBackground(payload: BasePayload): Promise<() => Promise<void>> {
  const { serverUrl, webhookAllowPrivate: allowPrivate } = settings
  const stopJobs = runJobs(payload)
  await queueGrading(payload)
  const stopChecking = settings.referencesCheck ? await checkOutgoing(payload) : undefined
  const stopKeeping = keepLog(payload)
  const webhooks = await runWebhooks(payload, { serverUrl, keysOf, allowPrivate })
  return async () => {
    await stopJobs()
    await stopChecking?.()
    await webhooks.stop()
    stopKeeping()
  }
}

/** Which addresses articles cite, and whether they still answer. */
async function checkOutgoing(payload: BasePayload): Promise<() => Promise<void>> {
  const following = await followReferences(payload)
  const stopJobs = runJobs(payload, 1000, referencesQueue)
  return async () => {
    await following.stop()
    await stopJobs()
  }
}

/** Next takes a moment to load; readers do not wait for it, and the first editor does. */
function serveAdmin(httpServer: Server): RequestHandler {
  const prepared = prepareAdmin(httpServer)
  return async (req, res) => {
    await (await prepared)(req, res)
  }
}

/** Only where the admin is served is any of Next loaded. */
async function prepareAdmin(httpServer: Server) {
  const { default: next } = await import('next')
  const admin = next({
    dev: process.env.NODE_ENV === 'development',
    dir: process.cwd(),
    httpServer,
    port: settings.port,
    hostname: settings.host,
  })
  await admin.prepare()
  return admin.getRequestHandler()
}

/** An administrator and the starter content, where there is nobody yet. */
async function fillNew(payload: BasePayload): Promise<void> {
  const administrator = await makeFirstAdministrator(payload, {
    email: settings.adminEmail,
    password: settings.adminPassword,
  })
  announceAdministrator(administrator)
  if (settings.seed) await seedOnce(payload, administrator.made)
}

/** At once, because what comes after may fail and the password is never shown again. */
function announceAdministrator({ made, password }: { made: boolean; password?: string }): void {
  if (!made) return
  process.stdout.write(`First administrator: ${settings.adminEmail}\n`)
  if (password) process.stdout.write(`Password, shown this once: ${password}\n`)
}

/** The starter content goes into a new database; where that was interrupted, the next start completes it. */
async function seedOnce(payload: BasePayload, isNew: boolean): Promise<void> {
  const unfinished = join(settings.dataDir, 'seeding')
  if (!isNew && !existsSync(unfinished)) return
  writeFileSync(unfinished, '')
  await seedStarter(payload)
  rmSync(unfinished)
}

function announcement(server: Server, metricsServer: Server | undefined): string {
  const portOf = (each: Server) => (each.address() as AddressInfo).port
  const host = ['0.0.0.0', '::'].includes(settings.host) ? 'localhost' : settings.host
  const base = settings.serverUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`
  const metrics = metricsServer ? [`  Metrics   http://${host}:${portOf(metricsServer)}/metrics\n`] : []
  if (!isFirst) return metrics.join('')
  const lines = [
    `Saphena is ready.`,
    `  Admin     ${base}/admin`,
    `  REST      ${base}/api/articles`,
    `  GraphQL   ${base}/api/graphql`,
    `  Health    ${base}/healthz`,
  ]
  return [...lines.map((line) => `${line}\n`), ...metrics].join('')
}
