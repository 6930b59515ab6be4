import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, missingBrowser, openDesk } from './desk'
import { buildExample, type ServedExample, serveExample } from './example'
import { expectAccessible } from './expectAccessible'
import { freePort } from './freePort'
import { type StartedServer, startServer, startTimeout } from './startServer'
import { paragraphs } from './startService'
import { picture, uploadForm } from './uploadForm'

const folder = 'examples/app'
const missing = missingBrowser('The example app')
const phone = { viewport: { width: 390, height: 844 }, locale: 'en-US' }
const generous = { timeout: 30_000 }

describe.skipIf(missing)('The example app', { timeout: 120_000 }, () => {
  let desk: Desk
  let dataDir: string
  let port: string
  let site: string
  let app: ServedExample
  let restarted: StartedServer | undefined
  let pictured: string
  /** The page that goes through all of this, as a reader's phone would. */
  let page: Page

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'saphena-app-'))
    port = String(await freePort())
    desk = await openDesk({ SEED: 'true', PORT: port, DATA_DIR: dataDir })
    await buildExample(folder, { VITE_SAPHENA_URL: desk.url })
    site = `http://127.0.0.1:${await freePort()}`
    app = await serveApp()
    pictured = await publish({ title: 'A picture of a leg', hero: await upload() }, 'It shows where leg cramps hurt.')
    page = await desk.open(undefined, phone)
    page.setDefaultTimeout(60_000)
  }, startTimeout)
  afterAll(async () => {
    await app?.stop()
    await restarted?.stop()
    await desk?.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  const serveApp = async (): Promise<ServedExample> => {
    const served = serveExample(folder, ['node_modules/vite/bin/vite.js', 'preview'], { PORT: new URL(site).port })
    await served.until(/Local:/)
    return served
  }
  const publish = async (data: object, words: string): Promise<string> =>
    (
      await desk.send(
        'POST',
        '/api/articles',
        { summary: 'Its summary.', body: paragraphs(words), _status: 'published', ...data },
        desk.token,
      )
    ).doc.id
  const change = (id: string, data: object) =>
    desk.send('PATCH', `/api/articles/${id}`, { ...data, _status: 'published' }, desk.token)
  const upload = async (): Promise<string> => {
    const form = uploadForm(await picture('png', 900, 500), 'leg.png')
    const headers = { authorization: `JWT ${desk.token}` }
    const response = await fetch(`${desk.url}/api/media`, { method: 'POST', headers, body: form })
    return ((await response.json()) as { doc: { id: string } }).doc.id
  }
  const idOf = async (slug: string): Promise<string> => {
    const { docs } = await desk.send<{ docs: { id: string }[] }>('GET', `/api/articles?where[slug][equals]=${slug}`)
    return docs[0]?.id ?? ''
  }
  const open = async (on: Page, path: string) => {
    await on.goto(`${site}/#${path}`)
    await on.getByRole('heading', { level: 1 }).waitFor()
  }
  /** Until both languages and the pictures are here. */
  const complete = async (on: Page) => {
    await expect.poll(() => on.evaluate(() => localStorage.getItem('pictures')), generous).not.toBeNull()
  }
  const update = async (on: Page) => {
    const before = await on.evaluate(() => localStorage.getItem('complete-es'))
    await on.goto(`${site}/#/en/device`)
    await on.getByRole('button', { name: 'Look for changes now' }).click()
    await expect.poll(() => on.evaluate(() => localStorage.getItem('complete-es')), generous).not.toBe(before)
    await expect.poll(() => on.getByRole('button', { name: 'Look for changes now' }).isEnabled(), generous).toBe(true)
  }
  const noteSyncs = (context: BrowserContext): Request[] => {
    const syncs: Request[] = []
    context.on('request', (request) => {
      if (request.url().includes('/v1/sync?')) syncs.push(request)
    })
    return syncs
  }

  it('survives being killed in the middle of its first sync, and gets nothing twice', async () => {
    const victim = await desk.open(undefined, phone)
    const context = victim.context()
    // The first page arrives and is kept; the second one never comes.
    let isHeld = true
    await context.route(/\/v1\/sync\?.*cursor=/, (route) => (isHeld ? undefined : route.continue()))
    await victim.goto(site)
    await victim
      .getByRole('status')
      .filter({ hasText: /^50 of about \d+$/ })
      .waitFor()
    await victim.getByText('A picture of a leg').first().waitFor()
    await desk.picture(victim, 'app-first-sync')
    await expectAccessible(victim, 'html', { targets: true })
    const crashed = victim.waitForEvent('crash')
    const devtools = await context.newCDPSession(victim)
    devtools.send('Page.crash').catch(() => {}) // it answers no more
    await crashed
    await victim.close()

    isHeld = false
    const syncs = noteSyncs(context)
    const again = await context.newPage()
    again.setDefaultTimeout(30_000)
    await again.goto(site)
    await complete(again)
    const english = syncs.filter((request) => request.url().includes('locale=en'))
    for (const request of english) expect(request.url()).toContain('cursor=')
    const came = await Promise.all(english.map(itemsOf))
    const { documents } = await desk.send<{ documents: unknown[] }>('GET', '/v1/manifest')
    expect(came.reduce((sum, count) => sum + count, 0)).toBe(documents.length - 50)
    expect(await keptIds(again, 'en')).toHaveLength(documents.length)
    await context.close()
  })

  it('is installable, and says how far it is while it gets ready', async () => {
    await open(page, '/en')
    await complete(page)
    await page.evaluate(() => navigator.serviceWorker.ready)
    const devtools = await page.context().newCDPSession(page)
    const { errors } = await devtools.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
    // A window of a test is like a private one, in which nothing can be installed.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
    await page.getByText('Up to date').waitFor()
  })

  describe.each(['en', 'es'] as const)('in %s', (locale) => {
    it.each(['light', 'dark'] as const)('has no fault that axe-core finds, in %s', async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      const [article, symptom, remedy, clinic] = await page.evaluate(firstSlugs, locale)
      const everywhere = {
        home: '',
        article: `/articles/${article}`,
        symptom: `/symptoms/${symptom}`,
        search: `/search?q=${locale === 'en' ? 'leg+cramps' : 'calambres'}`,
      }
      // They are made of the same parts.
      const others = {
        symptoms: '/symptoms',
        remedy: `/remedies/${remedy}`,
        clinics: '/clinics',
        clinic: `/clinics/${clinic}`,
        device: '/device',
      }
      const paths = locale === 'en' && colorScheme === 'light' ? { ...everywhere, ...others } : everywhere
      for (const [name, path] of Object.entries(paths)) {
        await open(page, `/${locale}${path}`)
        if (name === 'search') await page.locator('.results li').first().waitFor()
        await expectAccessible(page, 'html', { targets: true })
        await desk.picture(page, `app-${name}-${locale}-${colorScheme}`)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(
          0,
        )
      }
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      await page.emulateMedia({ colorScheme: null })
    })
  })

  it('has targets for thumbs, says how urgent it is in words, and leads the keyboard to what opens', async () => {
    await open(page, '/en')
    for (const target of await page.locator('nav a, header a, button, .cards a, .terms a').all()) {
      const box = await target.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), (await target.textContent()) ?? '').toBeGreaterThanOrEqual(44)
    }
    await page
      .getByRole('link', { name: /^Night leg cramps/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /night leg cramps/i }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(await page.title()).toMatch(/leg cramps.* – Health Library/i)
    await page.getByRole('region', { name: 'When to seek care' }).getByText('See a clinician').waitFor()
    await page.getByRole('link', { name: 'Español' }).click()
    await page.getByRole('heading', { level: 1, name: 'Calambres nocturnos en las piernas' }).waitFor()
    await page.getByRole('region', { name: 'Cuándo buscar atención' }).waitFor()
  })

  it('reads, searches and shows pictures without a network, and while nobody serves it', async () => {
    await page.context().setOffline(true)
    await Promise.all([app.stop(), desk.server.stop()])
    await page.goto(`${site}/#/en`)
    await page.reload()
    await page.getByText('No connection. You are reading the copy of').waitFor()
    await expectAccessible(page, 'html', { targets: true })
    await desk.picture(page, 'app-offline')
    await page.getByRole('link', { name: /^A picture of a leg/ }).click()
    await page.getByText('It shows where leg cramps hurt.').waitFor()
    const shown = page.getByRole('img', { name: 'A leg' })
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(768)
    // A link that Saphena wrote leads to the page of this app.
    await page.locator('.prose a', { hasText: 'leg cramps' }).click()
    await page.getByRole('heading', { level: 1, name: 'Leg cramps' }).waitFor()

    await page.getByRole('navigation').getByRole('link', { name: 'Search' }).click()
    await page.getByRole('searchbox').pressSequentially('swolen legs')
    await page.locator('.results').getByText('Swollen legs', { exact: true }).first().waitFor()
    await page.getByRole('link', { name: 'Español' }).click()
    await page.getByRole('searchbox').fill('VARICES')
    await page.locator('.results mark', { hasText: 'várices' }).first().waitFor()
    await page.locator('.results a').first().click()
    await page.getByRole('heading', { level: 1, name: /várices/i }).waitFor()
    await page.goBack()
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('VARICES')
  })

  it('gets what changed once the network is back: what is new, corrected, recalled and gone', async () => {
    restarted = await startServer({ SEED: 'false', PORT: port, DATA_DIR: dataDir })
    app = await serveApp()
    const reason = 'The dose in it was wrong.'
    const { doc } = await desk.send<{ doc: { id: string } }>(
      'POST',
      '/api/articles',
      { title: 'New since then', body: paragraphs('It is new.'), _status: 'published' },
      desk.token,
    )
    expect(doc.id).toBeTruthy()
    await change(await idOf('night-leg-cramps'), { recall: { kind: 'recalled', reason } })
    await change(await idOf('swollen-legs'), {
      recall: { kind: 'corrected', reason: 'A telephone number was put right.' },
    })
    await desk.send('PATCH', `/api/articles/${pictured}`, { _status: 'draft' }, desk.token)

    await open(page, '/en')
    const syncs = noteSyncs(page.context())
    // Chromium does not tell a page that was opened without a network when that comes back: it learns first that it is away.
    for (const isAway of [false, true, false]) await page.context().setOffline(isAway)
    const notice = page.getByRole('article').filter({ hasText: reason })
    await notice.waitFor()
    await page.getByRole('link', { name: /^New since then/ }).waitFor()
    for (const request of syncs) expect(request.url()).toContain('cursor=')
    await expectAccessible(page, 'html', { targets: true })
    await desk.picture(page, 'app-recall')
    expect(await notice.textContent()).toMatch(/Recalled: Night leg cramps.*Since [A-Z][a-z]+ \d+, \d{4}$/)
    await page.getByRole('article').filter({ hasText: 'A telephone number was put right.' }).waitFor()

    await notice.getByRole('link').click()
    await page.getByText('This article was recalled: do not follow it').waitFor()
    await page.getByText(reason).waitFor()
    await desk.picture(page, 'app-recalled-article')
    await expectAccessible(page, 'html', { targets: true })
    expect(await page.locator('.prose').count()).toBe(0)
    expect(await page.evaluate(keptText, 'night-leg-cramps')).not.toMatch(/calf/i)

    await open(page, '/en/articles')
    const listed = (await page.locator('.cards').textContent()) ?? ''
    expect(listed).toContain('Swollen legs')
    expect(listed).not.toMatch(/night leg cramps|a picture of a leg/i)
    await open(page, '/en/search?q=cramps+night')
    await page.locator('.results li').first().waitFor()
    expect(await page.locator('.results a[href*="/articles/night-leg-cramps"]').count()).toBe(0)
    await open(page, '/en/articles/swollen-legs')
    await page
      .getByRole('region', { name: /Corrected/ })
      .getByText('A telephone number was put right.')
      .waitFor()
    await open(page, '/en/articles/a-picture-of-a-leg')
    await page.getByText('This page is not on your device').waitFor()
    expect(await page.evaluate(async () => (await (await caches.open('pictures')).keys()).length)).toBe(0)

    await open(page, '/en')
    await page.getByRole('button', { name: 'I have read this' }).click()
    expect(await page.getByRole('article').count()).toBe(0)
    await page.getByRole('link', { name: 'All corrections and recalls' }).click()
    await page.getByRole('article').filter({ hasText: reason }).waitFor()
  })

  it('takes back a recall that was lifted', async () => {
    await change(await idOf('night-leg-cramps'), { recall: { kind: null, reason: null } })
    await update(page)
    await open(page, '/en/articles/night-leg-cramps')
    await page.getByRole('region', { name: 'Key points' }).waitFor()
    expect(await page.locator('.prose').count()).toBeGreaterThan(2)
  })

  it('says that there is no room left, keeps what has arrived, and goes on once there is', async () => {
    const small = await desk.open(undefined, phone)
    const devtools = await small.context().newCDPSession(small)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: site, quotaSize: 30_000 })
    await small.goto(site)
    await small.getByRole('alert').getByText('This device has no room left').waitFor()
    await expectAccessible(small, 'html', { targets: true })
    await desk.picture(small, 'app-full')
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: site })
    await small.getByRole('button', { name: 'Try again' }).click()
    await complete(small)
    await small.getByText('Up to date').waitFor()
    await small.context().close()
  })

  it('does all this without a complaint from the browser, but for the network that was away', () => {
    const away = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_NETWORK_CHANGED|ERR_FAILED|ERR_CONNECTION_RESET/
    expect(desk.complaints.filter((complaint) => !away.test(complaint))).toEqual([])
  })
})

/** How many documents and changes an answer of the sync held. */
async function itemsOf(request: Request): Promise<number> {
  const { items } = (await (await request.response())?.json()) ?? { items: [] }
  return items.length
}

/** The ids of what is kept in a language, as IndexedDB has them. */
const keptIds = (page: Page, locale: string): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      new Promise<string[]>((resolve) => {
        indexedDB.open('saphena').onsuccess = ({ target }) => {
          const { result: database } = target as IDBOpenDBRequest
          const asking = database.transaction('documents').objectStore('documents').getAllKeys()
          asking.onsuccess = () => {
            database.close()
            resolve(
              (asking.result as [string, string, string][]).flatMap(([locale, , id]) => (locale === wanted ? id : [])),
            )
          }
        }
      }),
    locale,
  )

/** The first article, symptom, remedy and clinic that are kept. */
const firstSlugs = (locale: string) =>
  new Promise<string[]>((resolve) => {
    indexedDB.open('saphena').onsuccess = ({ target }) => {
      const { result: database } = target as IDBOpenDBRequest
      const asking = database.transaction('documents').objectStore('documents').getAll()
      asking.onsuccess = () => {
        database.close()
        const rows = asking.result as { locale: string; type: string; document: { slug: string; hero?: unknown } }[]
        resolve(
          ['articles', 'symptoms', 'remedies', 'clinics'].map((type) => {
            const ofType = rows.filter((row) => row.locale === locale && row.type === type)
            return encodeURIComponent((ofType.find(({ document }) => !document.hero) ?? ofType[0])?.document.slug ?? '')
          }),
        )
      }
    }
  })

/** All that is kept of an article, as JSON. */
const keptText = (slug: string) =>
  new Promise<string>((resolve) => {
    indexedDB.open('saphena').onsuccess = ({ target }) => {
      const { result: database } = target as IDBOpenDBRequest
      const asking = database
        .transaction('documents')
        .objectStore('documents')
        .index('slugs')
        .get(['en', 'articles', slug])
      asking.onsuccess = () => {
        database.close()
        resolve(JSON.stringify(asking.result))
      }
    }
  })
