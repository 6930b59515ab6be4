import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { RequestHandler } from 'express'
import next from 'next'
import { type BasePayload, getPayload } from 'payload'
import { makeFirstAdministrator } from './access/firstAdministrator'
import { purgeByLog } from './cache/followLog'
import { Freshness } from './cache/freshness'
import { keysOf } from './cache/keys'
import { openParts, Parts } from './cache/parts'
import { createResponseCache } from './cache/responseCache'
import { closeDatabase } from './database/health'
import { migrateDatabase } from './database/migrate'
import { servePreview } from './delivery/preview/servePreview'
import { followedSearch } from './delivery/search/searchIndex'
import { serveV1 } from './delivery/serveV1'
import { referencesQueue } from './editorial/references/checkReferences'
import { followReferences } from './editorial/references/noteReferences'
import { runJobs } from './editorial/runJobs'
import { seedStarter } from './editorial/seedStarter'
import { createGraphql } from './graphql/createGraphql'
import { createApp } from './http/createApp'
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

/** How long running requests may take to finish once the process was asked to stop, in milliseconds. */
const patience = 25_000
/** How far behind the log a process may be that is sent requests, in milliseconds. */
const longestLag = 30_000

await start()

async function start(): Promise<void> {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
  const stopTracing = settings.otlpEndpoint ? await startTracing(settings.otelServiceName) : undefined
  const payload = await getPayload({ config })
  await migrateDatabase(payload)
  await refuseHalfRestored(payload)
  const administrator = await makeFirstAdministrator(payload, {
    email: settings.adminEmail,
    password: settings.adminPassword,
  })
  announceAdministrator(administrator)
  if (settings.seed) await seedOnce(payload, administrator.made)

  const logger = createLogger(settings.logLevel)
  const { introspection, production, serverUrl } = settings
  const server = createServer()
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
    admin: serveAdmin(server),
    v1: serveV1(payload, { serverUrl, searchIndex: searching.search }),
    preview: servePreview(payload),
    websiteUrl: settings.websiteUrl,
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
  server.on('request', cache.serve(app))
  server.requestTimeout = 60_000
  server.headersTimeout = 15_000
  await listen(server, settings.port)
  const metricsServer = metrics && metricsPort !== undefined ? await listenForMetrics(metrics, metricsPort) : undefined
  const stopJobs = runJobs(payload)
  const stopChecking = settings.referencesCheck ? await checkOutgoing(payload) : undefined
  const stopKeeping = keepLog(payload)
  const webhooks = await runWebhooks(payload, { serverUrl, keysOf, allowPrivate: settings.webhookAllowPrivate })
  announce(server, metricsServer)

  const stop = async (signal: string) => {
    if (closing) return
    closing = true
    logger.info({ signal }, 'Finishing running requests')
    const delay = settings.shutdownDelaySeconds * 1000
    setTimeout(() => process.exit(1), delay + patience).unref()
    // Connections that are kept alive would go on asking, or be waited for: each ends with its answer.
    server.prependListener('request', (_req, res) => {
      res.shouldKeepAlive = false
    })
    // A balancer hears of it by /readyz, and sends no more.
    await wait(delay)
    const closeIdle = setInterval(() => server.closeIdleConnections(), 50)
    await new Promise((resolve) => server.close(resolve))
    clearInterval(closeIdle)
    await stopJobs()
    await stopChecking?.()
    await webhooks.stop()
    stopKeeping()
    await searching.stop()
    await purging.stop()
    await closeDatabase(payload)
    await stopTracing?.()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal))
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, settings.host, resolve)
  })
}

async function listenForMetrics(metrics: Metrics, port: number): Promise<Server> {
  const server = createServer(metricsApp(metrics, settings.metricsToken))
  await listen(server, port)
  return server
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
  const admin = next({
    dev: process.env.NODE_ENV === 'development',
    dir: process.cwd(),
    httpServer,
    port: settings.port,
    hostname: settings.host,
  })
  const prepared = admin.prepare()
  return async (req, res) => {
    await prepared
    await admin.getRequestHandler()(req, res)
  }
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

function announce(server: Server, metricsServer: Server | undefined): void {
  const portOf = (each: Server) => (each.address() as AddressInfo).port
  const host = ['0.0.0.0', '::'].includes(settings.host) ? 'localhost' : settings.host
  const base = settings.serverUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`
  const lines = [
    `Saphena is ready.`,
    `  Admin     ${base}/admin`,
    `  REST      ${base}/api/articles`,
    `  GraphQL   ${base}/api/graphql`,
    `  Health    ${base}/healthz`,
    ...(metricsServer ? [`  Metrics   http://${host}:${portOf(metricsServer)}/metrics`] : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
