import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { runScript } from './runScript'
import { type StartedServer, startServer, startTimeout } from './startServer'

const newFolder = () => mkdtemp(join(tmpdir(), 'saphena-start-'))
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

const logIn = async (url: string, email: string, password: string) => {
  const response = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  return { status: response.status, body: await response.json() }
}

describe('npm start', { timeout: startTimeout }, () => {
  describe('in an empty folder, with no setting but where the data is', () => {
    let parent: string
    let dataDir: string
    let first: StartedServer
    beforeAll(async () => {
      parent = await newFolder()
      dataDir = join(parent, 'data')
      first = await startServer({ DATA_DIR: dataDir })
    }, startTimeout)
    afterAll(async () => {
      await first?.stop()
      await rm(parent, { recursive: true, force: true })
    })

    it('prints where everything is, and each of it answers', async () => {
      expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      expect(first.printed()).toContain(
        [
          'Saphena is ready.',
          `  Admin     ${first.url}/admin`,
          `  REST      ${first.url}/api/articles`,
          `  GraphQL   ${first.url}/api/graphql`,
          `  Health    ${first.url}/healthz`,
          '',
        ].join('\n'),
      )
      const status = async (path: string) => (await fetch(first.url + path)).status
      expect(await status('/healthz')).toBe(200)
      expect(await status('/readyz')).toBe(200)
      expect(await status('/api/articles')).toBe(200)
      expect(await status(`/api/graphql?query=${encodeURIComponent('{ Articles { totalDocs } }')}`)).toBe(200)
      expect(await status('/admin/login')).toBe(200)
    })

    it('keeps a secret that only its user may read, and the database beside it', async () => {
      expect(modeOf(dataDir)).toBe('700')
      expect(modeOf(join(dataDir, 'secret'))).toBe('600')
      expect(await readFile(join(dataDir, 'secret'), 'utf8')).toMatch(/^[0-9a-f]{64}$/)
      expect(await readdir(dataDir)).toContain('saphena.db')
    })

    it('has no starter content with SEED=false', async () => {
      const articles = await (await fetch(`${first.url}/api/articles`)).json()
      expect(articles.totalDocs).toBe(0)
    })

    it('makes the first administrator, and shows the password once and never in the log', async () => {
      const shown = /^First administrator: (\S+)\nPassword, shown this once: (\S{16,})$/m.exec(first.printed())
      const [, email = '', password = ''] = shown ?? []
      expect(email).toBe('admin@localhost.localdomain')
      const { status, body } = await logIn(first.url, email, password)
      expect(status).toBe(200)
      expect(body.user.role).toBe('admin')
      expect(JSON.stringify(first.logged())).not.toContain(password)

      expect(await first.stop()).toBe(0)
      const secret = await readFile(join(dataDir, 'secret'), 'utf8')
      const second = await startServer({ DATA_DIR: dataDir, ADMIN_PASSWORD: 'quite-another-password' })
      onTestFinished(async () => void (await second.stop()))
      expect(second.printed()).not.toContain('administrator')
      expect(second.printed()).not.toContain('assword')
      // the secret is the same, so who was logged in still is
      expect(await readFile(join(dataDir, 'secret'), 'utf8')).toBe(secret)
      const me = await fetch(`${second.url}/api/users/me`, { headers: { authorization: `JWT ${body.token}` } })
      expect((await me.json()).user?.email).toBe(email)
      expect((await logIn(second.url, email, password)).status).toBe(200)
      expect((await logIn(second.url, email, 'quite-another-password')).status).toBe(401)
    })
  })

  describe('with the administrator given', () => {
    let parent: string
    let dataDir: string
    let server: StartedServer
    beforeAll(async () => {
      parent = await newFolder()
      dataDir = join(parent, 'data')
      server = await startServer({
        DATA_DIR: dataDir,
        ADMIN_EMAIL: 'boss@example.org',
        ADMIN_PASSWORD: 'the-boss-chose-this',
        PAYLOAD_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
      })
    }, startTimeout)
    afterAll(async () => {
      await server?.stop()
      await rm(parent, { recursive: true, force: true })
    })

    it('makes that one, and prints no password', async () => {
      expect(server.printed()).toContain('First administrator: boss@example.org\n')
      expect(server.printed()).not.toContain('assword')
      expect(server.printed()).not.toContain('the-boss-chose-this')
      expect((await logIn(server.url, 'boss@example.org', 'the-boss-chose-this')).status).toBe(200)
    })

    it('keeps no secret where one is given, and the folder to its user all the same', () => {
      expect(existsSync(join(dataDir, 'secret'))).toBe(false)
      expect(modeOf(dataDir)).toBe('700')
    })

    it('finishes a running request when it is asked to end, takes no new one, and ends with 0', async () => {
      const body = JSON.stringify({ email: 'boss@example.org', password: 'the-boss-chose-this' })
      const slow = request(`${server.url}/api/users/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': body.length, connection: 'keep-alive' },
      })
      const answered = once(slow, 'response')
      slow.write(body.slice(0, 10))
      // a proxy keeps its connections, and uses them without a pause
      let asked = 0
      const chatter = (async () => {
        for (; ; asked++) await fetch(`${server.url}/healthz`)
      })()
      chatter.catch(() => {})
      await wait(300)
      expect(asked).toBeGreaterThan(0)

      const ended = once(server.process, 'exit')
      server.process.kill('SIGTERM')
      await expect(chatter).rejects.toThrow()
      await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
      await wait(500)
      expect(server.process.exitCode).toBeNull()

      slow.end(body.slice(10))
      const [response] = await answered
      expect(response.statusCode).toBe(200)
      expect(JSON.parse(await text(response))).toMatchObject({ user: { email: 'boss@example.org' } })
      const finished = Date.now()
      expect(await ended).toEqual([0, null])
      // a connection that is kept alive does not hold it back
      expect(Date.now() - finished).toBeLessThan(2_000)
      // what was written last is in the file itself
      const log = join(dataDir, 'saphena.db-wal')
      expect(existsSync(log) ? statSync(log).size : 0).toBe(0)
    })
  })

  it('reads the .env file beside it, and what the environment holds wins', async () => {
    const folder = await newFolder()
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    await symlink(resolve('node_modules'), join(folder, 'node_modules'))
    await writeFile(join(folder, '.env'), 'HOST=0.0.0.0\nPORT=4000\n')
    await writeFile(join(folder, 'print.ts'), 'console.log(process.env.HOST, process.env.PORT)')
    const { HOST: _, ...environment } = process.env
    const printed = execFileSync(process.execPath, [resolve('src/run.mjs'), 'print.ts'], {
      cwd: folder,
      env: { ...environment, PORT: '5000' },
    })
    expect(String(printed)).toBe('0.0.0.0 5000\n')
  })

  describe('with a setting that cannot be used', () => {
    it.each([
      ['PORT', 'eighty'],
      ['DATABASE_URL', 'mysql://root:hunter2@localhost/db'],
      ['ADMIN_PASSWORD', 'short'],
      ['SEED', 'maybe'],
    ])('does not start because of %s=%s, and says so in one line', async (name, value) => {
      const parent = await newFolder()
      onTestFinished(() => rm(parent, { recursive: true, force: true }))
      const dataDir = join(parent, 'data')
      const { code, stdout, stderr } = await runScript('start', [], { DATA_DIR: dataDir, [name]: value })
      expect(stderr).toMatch(new RegExp(`^Cannot start, these settings are invalid: ${name}: [^\n]+\n$`))
      expect(stderr).not.toContain('hunter2')
      expect(stdout).toBe('')
      expect(code).toBe(1)
      expect(existsSync(dataDir)).toBe(false)
    })
  })
})
