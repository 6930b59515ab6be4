import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, missingBrowser, openDesk } from './desk'
import { startTimeout } from './startServer'

const missing = missingBrowser('The admin in a browser')

describe.skipIf(missing)('The admin in a browser', { timeout: startTimeout }, () => {
  let desk: Desk
  let page: Page
  const symptoms: Record<string, string> = {}

  beforeAll(async () => {
    desk = await openDesk()
    for (const name of ['Leg cramps', 'Swelling']) {
      const { doc } = await desk.send('POST', '/api/symptoms', { name, _status: 'published' }, desk.token)
      symptoms[name] = doc.id
    }
    page = await desk.open()
  }, startTimeout)
  afterAll(() => desk?.close())

  /** What a reader's app gets, who is nobody to us. */
  const readAnonymously = async () => {
    const query = '{ Articles { docs { id title slug symptoms { id name slug } } } }'
    type Answer = { data: { Articles: { docs: unknown[] } } }
    return (await desk.send<Answer>('POST', '/api/graphql', { query })).data.Articles.docs
  }

  it('asks who is there, and lets the administrator in', async () => {
    await page.goto(`${desk.url}/admin`)
    await page.waitForURL('**/admin/login**')
    await page.fill('#field-email', desk.administrator.email)
    await page.fill('#field-password', desk.administrator.password)
    await desk.picture(page, 'login')
    await page.click('button[type=submit]')
    await page.waitForURL(`${desk.url}/admin`)
    await page.getByText('Articles').first().waitFor()
    await desk.picture(page, 'dashboard')
  })

  it('links a new article to the symptoms that were typed into it', async () => {
    await page.goto(`${desk.url}/admin/collections/articles/create`)
    await page.fill('#field-title', 'Legs at night')
    const body = page.locator('.rich-text-lexical [contenteditable=true]').first()
    await body.click()
    await page.keyboard.type('Leg cramps may wake you.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Swelling is another matter.')
    await desk.picture(page, 'typed')
    // it is saved while one writes
    await page.locator('.tabs-field__tab-button', { hasText: 'Links' }).click()
    const field = page.locator('#field-symptoms')
    await field.getByText('Leg cramps').waitFor()
    await field.getByText('Swelling').waitFor()
    await page
      .locator('#links-panel')
      .getByRole('button', { name: /^Leg cramps 1×/ })
      .waitFor()
    await desk.picture(page, 'linked')
    expect(await readAnonymously()).toEqual([])
  })

  it('publishes it, and readers get it with its symptoms', async () => {
    await page.getByRole('button', { name: 'Publish in English' }).first().click()
    await page.getByText('Published', { exact: true }).first().waitFor()
    await desk.picture(page, 'published')
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
    expect(desk.complaints).toEqual([])
  })
})
