import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import next from 'next'
import { type BasePayload, getPayload } from 'payload'
import { makeFirstAdministrator } from './access/firstAdministrator'
import { purgeByLog } from './cache/followLog'
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
import { createLogger } from './logger'
import config from './payload.config'
import { followLog } from './publishing/followLog'
import { keepLog } from './publishing/keepLog'
import { onAppend } from './publishing/publishLog'
import { runWebhooks } from './publishing/webhooks/deliver'
import { settings } from './settings'

/** How long running requests may take to finish once the process was asked to stop, in milliseconds. */
const patience = 25_000

await start()

async function start(): Promise<void> {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
  const payload = await getPayload({ config })
  await migrateDatabase(payload)
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
  const searching = await followedSearch(payload, (apply) => followLog(payload, apply))
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
    isClosing: () => closing,
  })
  const cache = createResponseCache({ bytes: settings.cacheBytes })
  const parts = openParts(payload, new Parts({ bytes: settings.partsBytes }))
  const purging = await purgeByLog([parts, cache], {
    onAppend: (listener) => onAppend(payload, listener),
    follow: (listener) => followLog(payload, listener),
  })
  server.on('request', cache.serve(app))
  server.requestTimeout = 60_000
  server.headersTimeout = 15_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, settings.host, resolve)
  })
  const stopJobs = runJobs(payload)
  const stopChecking = settings.referencesCheck ? await checkOutgoing(payload) : undefined
  const stopKeeping = keepLog(payload)
  const webhooks = await runWebhooks(payload, { serverUrl, keysOf, allowPrivate: settings.webhookAllowPrivate })
  announce(server)

  const stop = async (signal: string) => {
    if (closing) return
    closing = true
    logger.info({ signal }, 'Finishing running requests')
    setTimeout(() => process.exit(1), patience).unref()
    // Connections that are kept alive would go on asking, or be waited for: each ends with its answer.
    server.prependListener('request', (_req, res) => {
      res.shouldKeepAlive = false
    })
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
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal))
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

function announce(server: Server): void {
  const { port } = server.address() as AddressInfo
  const host = ['0.0.0.0', '::'].includes(settings.host) ? 'localhost' : settings.host
  const base = settings.serverUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const lines = [
    `Saphena is ready.`,
    `  Admin     ${base}/admin`,
    `  REST      ${base}/api/articles`,
    `  GraphQL   ${base}/api/graphql`,
    `  Health    ${base}/healthz`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
