import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blockingByDefault } from '../src/editorial/preflight/findingCodes'
import { type Desk, missingBrowser, openDesk } from './desk'
import { expectAccessible } from './expectAccessible'
import { startTimeout } from './startServer'

const missing = missingBrowser('Preflight in a browser')
const reviewer = { email: 'clinician@example.org', password: 'the-clinician-chose-this' }

describe.skipIf(missing)('Preflight in a browser', { timeout: startTimeout }, () => {
  let desk: Desk
  let page: Page
  let panel: Locator
  let article: string

  beforeAll(async () => {
    // reviews have tests of their own: that nobody approved it is advice here
    desk = await openDesk({}, { blocking: blockingByDefault.filter((code) => code !== 'not-approved') })
    await desk.send('POST', '/api/users', { ...reviewer, name: 'Clinician', role: 'reviewer' }, desk.token)
    const symptom = { name: 'Chest pain', urgency: 'emergency', _status: 'published' }
    const { doc } = await desk.send('POST', '/api/symptoms', symptom, desk.token)
    const spanish = { name: 'Dolor de pecho', localeStatus: 'ready', _status: 'published' }
    await desk.send('PATCH', `/api/symptoms/${doc.id}?locale=es`, spanish, desk.token)
    page = await desk.open(reviewer)
    panel = page.locator('#preflight-panel')
  }, startTimeout)
  afterAll(() => desk?.close())

  const finding = (words: string | RegExp, on = panel) => on.getByRole('listitem').filter({ hasText: words })
  const press = (words: string | RegExp, button: string) => finding(words).getByRole('button', { name: button }).click()
  const count = (number: number) => panel.locator('h3').getByText(String(number), { exact: true }).waitFor()
  const body = () => page.locator('.rich-text-lexical [contenteditable=true]').first()
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '')
  const publish = () => page.locator('#action-save')
  /** With the keyboard, as soon as there is no save under way: until then it is disabled, and a key goes to where one was before. */
  const focusPublish = () =>
    expect
      .poll(
        async () => {
          await publish().focus()
          return publish().evaluate(
            (button) => button === document.activeElement && !(button as HTMLButtonElement).disabled,
          )
        },
        { timeout: 20_000 },
      )
      .toBe(true)
  const read = async (locale = 'en') => (await fetch(`${desk.url}/api/articles/${article}?locale=${locale}`)).json()

  it('lists what is missing while one writes, what blocks first', async () => {
    await page.goto(`${desk.url}/admin/collections/articles/create`)
    await page.waitForURL(/articles\/[0-9a-f-]{36}/)
    article = /articles\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
    await page.fill('#field-title', 'A bad night')
    await body().click()
    await page.keyboard.type('Sit up when you feel chest pain.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('A large study found that rest helps.')
    await finding('“chest pain” can be an emergency').waitFor()
    const items = await panel.getByRole('region', { name: 'Blocks publication' }).getByRole('listitem').allInnerTexts()
    expect(items.map((item) => item.split('\n')[0])).toEqual([
      expect.stringContaining('“chest pain” can be an emergency'),
      expect.stringContaining('Say when to seek care'),
    ])
    await panel.getByRole('region', { name: 'Advice' }).getByText('“study found” speaks of a study').waitFor()
    await count(7)
    await desk.picture(page, 'preflight')
  })

  it('follows what one types', async () => {
    await page.fill('#field-summary', 'What to do in a bad night.')
    await finding('two or three sentences').waitFor({ state: 'detached' })
    await count(6)
  })

  it('leads to the words in the text, and to fields in other tabs', async () => {
    await press('study found', 'Show in text')
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('study found')
    await press('on which day', 'Go to field')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('#field-reviewedOn') !== null))
      .toBe(true)
    await page.keyboard.press('Escape')
    await press('chest pain', 'Show in text')
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('chest pain')
  })

  it('says at the publish button that something blocks, and leads to the list, with the keyboard alone', async () => {
    await page.getByRole('button', { name: 'Not ready: 2 to mend' }).waitFor()
    await focusPublish()
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('2 to mend before this is published. 4 to think about.')
    await desk.picture(page, 'not-ready')
    expect((await read()).errors).toBeDefined()

    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('field-seekCare__text')
    await page.keyboard.type('Call your clinic if it comes back.')
    await finding('Say when to seek care').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Not ready: 1 to mend' }).waitFor()
  })

  it('shows in words what the server refuses, where somebody goes another way', async () => {
    await page.locator('.form-submit .popup-button').first().click()
    await page.locator('#publish-locale').click()
    await page.getByText('Nothing was published, because preflight found').waitFor()
    await page.getByText('Emergency symptom without emergency advice').waitFor()
    await desk.picture(page, 'refused')
    expect((await read()).errors).toBeDefined()
    // the browser tells of every answer that is no success
    expect(desk.complaints.splice(0)).toEqual([expect.stringContaining('400')])
  })

  it('has nothing that axe-core complains about, light and dark', async () => {
    await expectAccessible(page, '#preflight-panel')
    for (const colorScheme of ['light', 'dark'] as const) {
      const other = await desk.open(reviewer, { colorScheme })
      await other.goto(`${desk.url}/admin/collections/articles/${article}`)
      await finding('chest pain', other.locator('#preflight-panel')).waitFor()
      await expectAccessible(other, '#preflight-panel')
      await desk.picture(other, `preflight-${colorScheme}`)
      await other.context().close()
    }
  })

  it('publishes once it is mended', async () => {
    const notReady = await publish().elementHandle()
    const saved = page.waitForResponse(/autosave=true/)
    await page.fill('#field-seekCare__text', 'Call your local emergency number at once if you have chest pain.')
    await panel.getByText('Nothing blocks publication. 4 to think about.').waitFor()
    await page.getByRole('button', { name: 'Publish in English' }).waitFor()
    // the same button, so that who waits at it with the keyboard need not look for it again
    expect(await publish().evaluate((button, before) => button === before, notReady)).toBe(true)
    await saved
    await focusPublish()
    await page.keyboard.press('Enter')
    await page.getByText('Published', { exact: true }).first().waitFor()
    expect((await read()).title).toBe('A bad night')
  })

  it('does the same for the Spanish text, and tells of it beside the English one', async () => {
    await page.goto(`${desk.url}/admin/collections/articles/${article}?locale=es`)
    await page.fill('#field-title', 'Una mala noche')
    await page.fill('#field-summary', 'Qué hacer en una mala noche.')
    await body().click()
    await page.keyboard.type('Siéntese si tiene dolor de pecho.')
    await page.locator('#field-localeStatus .rs__control').click()
    await page.getByText('Ready for readers', { exact: true }).click()
    await finding('“dolor de pecho” can be an emergency').waitFor()
    await page.getByRole('button', { name: 'Not ready: 2 to mend' }).waitFor()
    await press('dolor de pecho', 'Show in text')
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('dolor de pecho')
    await page.getByText('Saved', { exact: false }).first().waitFor()
    await desk.picture(page, 'spanish')

    const english = await desk.open(reviewer)
    await english.goto(`${desk.url}/admin/collections/articles/${article}?locale=en`)
    const beside = finding('dolor de pecho', english.locator('#preflight-panel'))
    await beside.getByText('Español', { exact: true }).waitFor()
    await english.getByText(/^Nothing blocks publication, 2 to mend in another language/).waitFor()
    await english.getByRole('button', { name: 'Publish in English' }).waitFor()
    await desk.picture(english, 'spanish-beside-english')
    await beside.getByRole('link', { name: 'Open Español' }).click()
    await english.waitForURL(/locale=es/)
    await english.context().close()

    await press('dolor de pecho', 'Go to field')
    await expect.poll(focused).toBe('field-seekCare__text')
    await page.keyboard.type('Llame al número de emergencias si tiene dolor de pecho.')
    await panel.getByText('Nothing blocks publication.').waitFor()
    await publish().click()
    await expect.poll(async () => (await read('es')).title).toBe('Una mala noche')
  })

  it('does all this without a complaint from the browser', () => {
    expect(desk.complaints).toEqual([])
  })
})
