import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from './freePort'
import { startTimeout } from './startServer'
import { openTerminal, type Terminal } from './terminal'
import { questionsIn, stepsIn } from './tutorial'

/** What a clone has not. */
const left = ['.git', '.next', '.cache', 'node_modules', 'data', 'dist']

/**
 * Follows docs/tutorial.md from its first command to its last, in a copy of the project. Two things are spared for time: `npm ci`, in
 * place of which the packages are linked, and building the admin, which is built for all tests once.
 */
const missing = missingShell()

describe.skipIf(missing)('The tutorial', { timeout: 2 * startTimeout }, () => {
  const steps = stepsIn('docs/tutorial.md')
  const terminals = new Map<string, Terminal>()
  let folder: string
  let ports: { saphena: number; website: number }

  beforeAll(async () => {
    await mkdir('.cache', { recursive: true })
    // Beside what is linked: hard links stay within a file system.
    folder = await mkdtemp(resolve('.cache/tutorial-'))
    const isCloned = (path: string) => !path.split('/').some((part) => left.includes(part)) && path !== '.env'
    for (const path of (await readdir('.')).filter(isCloned))
      await cp(path, join(folder, path), { recursive: true, filter: isCloned })
    await link('node_modules')
    if (existsSync('examples/website/node_modules')) await link('examples/website/node_modules')
    // once on this machine: in the copy it is found to be current
    await promisify(execFile)('npm', ['start', '--', '--build-only'])
    const isOutput = (path: string) => path !== '.next/cache'
    await cp('.next', join(folder, '.next'), { recursive: true, filter: isOutput })
    ports = { saphena: await freePort(), website: await freePort() }
  }, 2 * startTimeout)
  afterAll(async () => {
    for (const terminal of terminals.values()) await terminal.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Packages, without what tools write beside them. */
  const link = async (path: string) => {
    await mkdir(join(folder, path))
    const packages = (await readdir(path)).filter((name) => name === '.bin' || !name.startsWith('.'))
    const from = packages.map((name) => join(path, name))
    execFileSync('cp', ['--archive', '--link', ...from, join(folder, path)])
  }
  const here = (text: string) => text.replaceAll(':3000', `:${ports.saphena}`).replaceAll(':4321', `:${ports.website}`)
  const open = (name: string): Terminal => {
    const { saphena } = ports
    const terminal =
      terminals.get(name) ?? openTerminal(folder, { PORT: String(saphena), DATA_DIR: '', DATABASE_URL: '' })
    terminals.set(name, terminal)
    return terminal
  }

  it('has steps in three terminals', () => {
    expect(new Set(steps.map(({ terminal }) => terminal)).size).toBe(3)
  })

  it.each(steps)('$terminal: $what', async ({ terminal, commands, shows }) => {
    const isServer = terminal !== 'terminal-3'
    const expected = shows.map(here)
    const printed = await open(terminal).type(here(commands.replace(/^npm ci\n/m, '')), expected, isServer)
    // A server prints more than the tutorial shows of it; a command does not.
    if (!isServer) expect(printed.trimEnd().split('\n')).toEqual(expected.length > 0 ? expected : [''])
  })

  it.each([
    'README.md',
    'docs/website-builders.md',
    'docs/app-builders.md',
    'docs/health-records.md',
    'docs/reference/graphql.md',
    'docs/reference/rest.md',
  ])('the questions that %s asks are answered', async (page) => {
    const questions = questionsIn(page)
    expect(questions.length).toBeGreaterThan(0)
    const asking = openTerminal(folder, {})
    terminals.set(page, asking)
    await asking.type('curl() { command curl --fail-with-body -sS "$@" || echo "-- refused --"; }', [], false)
    for (const question of questions) {
      const printed = await asking.type(here(question), [], false)
      expect(printed.length, question).toBeGreaterThan(20)
      expect(printed, question).not.toMatch(/-- refused --|"errors"/)
    }
  })
})

/** Says so once, and fails where `CI` wants nothing skipped. */
function missingShell(): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v bash && command -v curl'])
    return false
  } catch {
    const missing = 'bash or curl is not there'
    it.skipIf(process.env.CI !== 'true')(`The tutorial: not run, ${missing}`, () => expect.fail(missing))
    return true
  }
}
