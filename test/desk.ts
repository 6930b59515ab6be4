import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { FindingCode } from '../src/editorial/preflight/findingCodes'
import { type StartedServer, startServer } from './startServer'

const executablePath = process.env.CHROMIUM || '/usr/bin/chromium'
const administrator = { email: 'boss@example.org', password: 'the-boss-chose-this' }
const patience = 20_000
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Why no browser test can run here; null where one can. Says so once a file, and fails where `CI` wants nothing skipped. */
export function missingBrowser(what: string): string | null {
  if (existsSync(executablePath)) return null
  const missing = `there is no Chromium at ${executablePath} (CHROMIUM says where)`
  it.skipIf(process.env.CI !== 'true')(`${what}: not run, ${missing}`, () => expect.fail(missing))
  return missing
}

type Person = { email: string; password: string }

/** A running server with its administrator, and a browser. */
export interface Desk {
  url: string
  server: StartedServer
  browser: Browser
  administrator: Person
  /** The administrator's, for `send`. */
  token: string
  /** Sends JSON, as nobody where there is no token; fails unless the answer is a success. */
  send: <Answer = { doc: { id: string } }>(
    method: string,
    path: string,
    body?: object,
    token?: string,
  ) => Promise<Answer>
  /** A token of this person. */
  login: (person: Person) => Promise<string>
  /** A page of its own; logged in as this person, as nobody where none is named. */
  open: (person?: Person, options?: BrowserContextOptions) => Promise<Page>
  /** What browsers complained about, on all pages; a test ends with expecting none. */
  complaints: string[]
  /** What one sees when a step went wrong, or while developing: SCREENSHOTS=/tmp/somewhere. */
  picture: (page: Page, name: string) => Promise<void>
  close: () => Promise<void>
}

/** @param blocking which of preflight's findings block publication. @default none; `default` leaves the organisation as a new one is */
export async function openDesk(
  settings: Record<string, string> = {},
  { blocking = [] as FindingCode[] | 'default' } = {},
): Promise<Desk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'saphena-desk-'))
  const server = await startServer({
    DATA_DIR: dataDir,
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    ...settings,
  })
  const browser = await chromium.launch({ executablePath, args: quiet })
  const complaints: string[] = []
  const send: Desk['send'] = async (method, path, body, token) => {
    const response = await fetch(server.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    expect(response.ok, `${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`).toBe(true)
    return JSON.parse(text)
  }
  const login = async (person: Person): Promise<string> =>
    (await send<{ token: string }>('POST', '/api/users/login', person)).token
  const token = await login(administrator)
  if (blocking !== 'default') await send('POST', '/api/globals/organisation', { preflight: { blocking } }, token)
  return {
    url: server.url,
    server,
    browser,
    administrator,
    token,
    send,
    login,
    complaints,
    async open(person, options) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...options })
      if (person)
        await context.addCookies([
          { name: 'payload-token', value: await login(person), url: server.url, sameSite: 'Lax' },
        ])
      const page = await context.newPage()
      page.setDefaultTimeout(patience)
      waitForAdmin(page)
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        const { url } = message.location()
        // browsers try this address before a page has named its icon
        if (message.type() === 'error' && !url.endsWith('/favicon.ico')) complaints.push(`${message.text()} ${url}`)
      })
      return page
    },
    async picture(page, name) {
      const folder = process.env.SCREENSHOTS
      if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
    },
    async close() {
      await browser.close()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** From here on, whoever goes to a page of the admin waits until its buttons do something: the server's HTML shows them before its script is there. */
function waitForAdmin(page: Page): void {
  const isAlive = () => page.evaluate(isHydrated)
  const alive = async () => {
    if (!new URL(page.url()).pathname.startsWith('/admin')) return
    // what goes on to another page loses its evaluation
    await expect.poll(() => isAlive().catch(() => false), { timeout: patience }).toBe(true)
  }
  const { goto, reload } = { goto: page.goto.bind(page), reload: page.reload.bind(page) }
  page.goto = async (...args) => {
    const response = await goto(...args)
    await alive()
    return response
  }
  page.reload = async (...args) => {
    const response = await reload(...args)
    await alive()
    return response
  }
}

interface Fiber {
  child: Fiber | null
  sibling: Fiber | null
  memoizedState: { isDehydrated?: boolean; dehydrated?: unknown } | null
  stateNode: { current: Fiber } | null
  tag: number
}

/**
 * In the page: React has taken over all that the server sent, and no part of it waits. Its nodes carry their mark before that, and
 * what is typed in between is lost in part.
 */
function isHydrated(): boolean {
  const suspense = 13
  const marked = [...document.querySelectorAll('button, input')].every((node) =>
    Object.keys(node).some((key) => key.startsWith('__reactFiber')),
  )
  const container = Object.entries(document).find(([key]) => key.startsWith('__reactContainer'))?.[1] as
    | Fiber
    | undefined
  const root = container?.stateNode?.current
  if (!marked || !root || root.memoizedState?.isDehydrated) return false
  const left: (Fiber | null)[] = [root]
  while (left.length > 0) {
    const fiber = left.pop()
    if (!fiber) continue
    if (fiber.tag === suspense && fiber.memoizedState?.dehydrated) return false
    left.push(fiber.child, fiber.sibling)
  }
  return true
}
