import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'libsql'
import { adminBuild } from './adminBuild'

/**
 * The process that builds the admin for `npm start`: one at a time in a checkout, and whoever waited takes what the other has built. Next
 * runs in this process, and so ends with it.
 */
mkdirSync('dist', { recursive: true })
// The system's lock on this file ends with the process that has it, however that ends.
const turn = new Database('dist/build.lock', { timeout: 0 })
await takeTurn()

const sources = adminBuild.sources()
if (adminBuild.isOf(sources)) process.exit(0)
process.stdout.write('Building the admin (about a minute, only when its sources changed)\n')
const began = Date.now()
process.once('exit', (code) => {
  if (code === 0) {
    adminBuild.noteSources(sources)
    process.stdout.write(`Built in ${Math.round((Date.now() - began) / 1000)} s\n`)
  } else process.stderr.write('The admin could not be built.\n')
  turn.close()
})
const next = resolve('node_modules/next/dist/bin/next')
process.argv = [process.execPath, next, 'build']
createRequire(import.meta.url)(next)

async function takeTurn(): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      turn.exec('BEGIN EXCLUSIVE')
      return
    } catch (error) {
      if (!String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) throw error
      if (tries === 1) process.stdout.write('The admin is being built by another start; waiting for it\n')
      await wait(500)
    }
  }
}
