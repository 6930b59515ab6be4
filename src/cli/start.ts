import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createLogger } from '../logger'
import { settings } from '../settings' // complains before a minute of building
import { runWorkers } from '../workers/runWorkers'
import { adminBuild } from './adminBuild'

/** `npm start`: builds the admin where it is missing or its sources changed, then serves, by as many processes as is set. */
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' })
if (!adminBuild.isOf(adminBuild.sources())) await buildAdmin()
// Bundled by itself: a process that starts others loads nothing of it.
const { bundle }: { bundle: (entry: string) => Promise<string> } = await import(
  pathToFileURL(resolve('src/bundle.mjs')).href
)
const server = await bundle('src/server.ts')
if (process.argv.includes('--build-only')) process.exit(0)
const { workers: count, shutdownDelaySeconds, logLevel } = settings
if (count > 1) await runWorkers({ file: server, count, shutdownDelaySeconds, logger: createLogger(logLevel) })
await import(pathToFileURL(server).href)

async function buildAdmin(): Promise<void> {
  const child = spawn(process.execPath, ['src/run.mjs', 'src/cli/buildAdmin.ts'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) process.exit(code ?? 1)
}
