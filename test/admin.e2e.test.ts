import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedServer, startServer, startTimeout } from './startServer'

const executablePath = process.env.CHROMIUM || '/usr/bin/chromium'
const administrator = { email: 'boss@example.org', password: 'the-boss-chose-this' }
const patience = 20_000

const missing = existsSync(executablePath) ? null : `there is no Chromium at ${executablePath} (CHROMIUM says where)`
if (missing) {
  it.skipIf(process.env.CI !== 'true')(`The admin in a browser: not run, ${missing}`, () => expect.fail(missing))
}

describe.skipIf(missing)('The admin in a browser', { timeout: startTimeout }, () => {
  let dataDir: string
  let server: StartedServer
  let browser: Browser
  let page: Page
  const complaints: string[] = []
  const symptoms: Record<string, string> = {}

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'saphena-admin-'))
    server = await startServer({
      DATA_DIR: dataDir,
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
    })
    const { token } = await post('/api/users/login', administrator)
    for (const name of ['Leg cramps', 'Swelling']) {
      const { doc } = await post('/api/symptoms', { name, _status: 'published' }, token)
      symptoms[name] = doc.id
    }
    browser = await chromium.launch({
      executablePath,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } })
    page.setDefaultTimeout(patience)
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      const { url } = message.location()
      // browsers try this address before a page has named its icon
      if (message.type() === 'error' && !url.endsWith('/favicon.ico')) complaints.push(`${message.text()} ${url}`)
    })
  }, startTimeout)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  const post = async (path: string, body: object, token?: string) => {
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
      body: JSON.stringify(body),
    })
    expect(response.ok, `${path} answered ${response.status}`).toBe(true)
    return response.json()
  }
  /** What a reader's app gets, who is nobody to us. */
  const readAnonymously = async () => {
    const query = '{ Articles { docs { id title slug symptoms { id name slug } } } }'
    return (await post('/api/graphql', { query })).data.Articles.docs
  }
  /** What one sees when a step went wrong, or while developing: SCREENSHOTS=/tmp/somewhere. */
  const picture = async (name: string) => {
    const folder = process.env.SCREENSHOTS
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
  }

  it('asks who is there, and lets the administrator in', async () => {
    await page.goto(`${server.url}/admin`)
    await page.waitForURL('**/admin/login**')
    await page.fill('#field-email', administrator.email)
    await page.fill('#field-password', administrator.password)
    await picture('login')
    await page.click('button[type=submit]')
    await page.waitForURL(`${server.url}/admin`)
    await page.getByText('Articles').first().waitFor()
    await picture('dashboard')
  })

  it('links a new article to the symptoms that were typed into it', async () => {
    await page.goto(`${server.url}/admin/collections/articles/create`)
    await page.fill('#field-title', 'Legs at night')
    const body = page.locator('.rich-text-lexical [contenteditable=true]').first()
    await body.click()
    await page.keyboard.type('Leg cramps may wake you.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Swelling is another matter.')
    await picture('typed')
    // it is saved while one writes
    await page.getByRole('button', { name: 'Links' }).click()
    const field = page.locator('#field-symptoms')
    await field.getByText('Leg cramps').waitFor()
    await field.getByText('Swelling').waitFor()
    await page
      .locator('#field-mentions')
      .getByText(/“Leg cramps”: Leg cramps \(symptom, found, \d+ %/)
      .waitFor()
    await picture('linked')
    expect(await readAnonymously()).toEqual([])
  })

  it('publishes it, and readers get it with its symptoms', async () => {
    await page.getByRole('button', { name: 'Publish changes' }).first().click()
    await page.getByText('Published', { exact: true }).first().waitFor()
    await picture('published')
    expect(await readAnonymously()).toEqual([
      {
        id: expect.any(String),
        title: 'Legs at night',
        slug: 'legs-at-night',
        symptoms: [
          { id: symptoms['Leg cramps'], name: 'Leg cramps', slug: 'leg-cramps' },
          { id: symptoms.Swelling, name: 'Swelling', slug: 'swelling' },
        ],
      },
    ])
  })

  it('does all this without a complaint from the browser', () => {
    expect(complaints).toEqual([])
  })
})
