import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

/** In the place of Next: says that it has begun and ended, and builds for as long as the file `hold` is there. */
const builder = `
const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs')
appendFileSync('told', 'begun ' + process.pid + '\\n')
setInterval(() => {
  if (existsSync('hold')) return
  mkdirSync('.next', { recursive: true })
  writeFileSync('.next/BUILD_ID', '1')
  appendFileSync('told', 'built\\n')
  process.exit(0)
}, 20)
`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saphena-build-'))
  for (const path of ['src', 'collections']) symlinkSync(resolve(path), join(folder, path))
  for (const path of ['package.json', 'package-lock.json', 'next.config.mjs', 'tsconfig.json'])
    cpSync(path, join(folder, path))
  mkdirSync(join(folder, 'node_modules/next/dist/bin'), { recursive: true })
  writeFileSync(join(folder, 'node_modules/next/dist/bin/next'), builder)
  for (const name of readdirSync('node_modules').filter((each) => each !== 'next' && !each.startsWith('.')))
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
  writeFileSync(join(folder, 'hold'), '')
})
const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const path = (name: string) => join(folder, name)
const told = () => (existsSync(path('told')) ? readFileSync(path('told'), 'utf8').trim().split('\n') : [])
const patience = { timeout: 60_000, interval: 50 }
const begun = (times: number) =>
  vi.waitFor(() => expect(told().filter((line) => line.startsWith('begun'))).toHaveLength(times), patience)
const release = () => rmSync(path('hold'))

function start() {
  const script = ['--conditions=production', 'src/run.mjs', 'src/cli/start.ts', '--build-only']
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, script, {
    cwd: folder,
    env: { PATH, HOME } as never,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  const ended = once(child, 'close').then(async ([code]) => ({ code, said: (await said).join('') }))
  return { child, ended }
}

it('two starts at once build the admin once: the second waits for the first and takes what it has built', async () => {
  const first = start()
  await begun(1)
  const second = start()
  let waits = false
  second.child.stdout?.on('data', (chunk) => {
    waits ||= String(chunk).includes('waiting for it')
  })
  await vi.waitFor(() => expect(waits).toBe(true), patience)
  release()
  expect((await first.ended).code).toBe(0)
  const { code, said } = await second.ended
  expect([code, said]).toEqual([0, expect.not.stringContaining('Building')])
  expect(told()).toEqual([expect.stringMatching(/^begun/), 'built'])
  // And a third one has nothing to do.
  expect(await start().ended).toEqual({ code: 0, said: '' })
}, 120_000)

it('a start whose builder was killed keeps nobody waiting', async () => {
  const first = start()
  await begun(1)
  const second = start()
  process.kill(Number(told()[0]?.split(' ')[1]), 'SIGKILL')
  expect((await first.ended).code).not.toBe(0)
  await begun(2)
  release()
  expect((await second.ended).code).toBe(0)
  expect(told().at(-1)).toBe('built')
}, 120_000)

it('what a start that was killed has begun to build is built, and taken by the next one', async () => {
  const first = start()
  await begun(1)
  first.child.kill('SIGKILL')
  const second = start()
  release()
  expect((await second.ended).code).toBe(0)
  expect(told()).toEqual([expect.stringMatching(/^begun/), 'built'])
}, 120_000)
