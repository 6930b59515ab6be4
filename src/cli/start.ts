import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createLogger } from '../logger'
import { settings } from '../settings' // complains before a minute of building
import { runWorkers } from '../workers/runWorkers'

/** `npm start`: builds the admin where it is missing or its sources changed, then serves, by as many processes as is set. */
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' })
const stampFile = '.next/saphena-sources'

const stamp = sourcesStamp()
if (!existsSync('.next/BUILD_ID') || !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  await buildAdmin()
  mkdirSync('.next', { recursive: true })
  writeFileSync(stampFile, stamp)
}
// Bundled by itself: a process that starts others loads nothing of it.
const { bundle }: { bundle: (entry: string) => Promise<string> } = await import(
  pathToFileURL(resolve('src/bundle.mjs')).href
)
const server = await bundle('src/server.ts')
if (process.argv.includes('--build-only')) process.exit(0)
const { workers: count, shutdownDelaySeconds, logLevel } = settings
if (count > 1) await runWorkers({ file: server, count, shutdownDelaySeconds, logger: createLogger(logLevel) })
await import(pathToFileURL(server).href)

function sourcesStamp(): string {
  const hash = createHash('sha256')
  const sources = ['src', 'collections'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const files = [...sources, 'next.config.mjs', 'package-lock.json', 'tsconfig.json'].sort()
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

async function buildAdmin(): Promise<void> {
  process.stdout.write('Building the admin (about a minute, only when its sources changed)\n')
  const started = Date.now()
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) {
    process.stderr.write('The admin could not be built.\n')
    process.exit(code ?? 1)
  }
  process.stdout.write(`Built in ${Math.round((Date.now() - started) / 1000)} s\n`)
}
