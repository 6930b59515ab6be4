import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, missingBrowser, openDesk } from './desk'
import { expectAccessible } from './expectAccessible'
import { startTimeout } from './startServer'
import { paragraphs } from './startService'

const missing = missingBrowser('Previews in a browser')

describe.skipIf(missing)('Previews in a browser', { timeout: startTimeout }, () => {
  let desk: Desk
  let page: Page
  let article: string
  let frame: FrameLocator

  beforeAll(async () => {
    desk = await openDesk()
    const words = { name: 'Leg cramps', _status: 'published' }
    const { doc: symptom } = await desk.send('POST', '/api/symptoms', words, desk.token)
    const spanish = { name: 'Calambres en las piernas', localeStatus: 'ready', _status: 'published' }
    await desk.send('PATCH', `/api/symptoms/${symptom.id}?locale=es`, spanish, desk.token)
    const { doc } = await desk.send(
      'POST',
      '/api/articles?draft=true',
      {
        title: 'Legs at night',
        summary: 'What helps when your legs wake you.',
        body: paragraphs('Leg cramps may wake you.'),
        keyPoints: ['Stretch before bed.'],
        seekCare: { urgency: 'urgent', text: 'If one leg is swollen and hot, call your clinician today.' },
        references: [{ citation: 'An example of a source', url: 'https://example.org/source' }],
      },
      desk.token,
    )
    article = doc.id
    page = await desk.open(desk.administrator)
    frame = page.frameLocator('#live-preview-iframe')
  }, startTimeout)
  afterAll(() => desk?.close())

  const edit = `/admin/collections/articles/`
  const autosaved = () => page.waitForResponse((each) => each.url().includes('autosave=true') && each.ok())

  it('opens beside the editor, by the keyboard', async () => {
    await page.goto(`${desk.url}${edit}${article}`)
    await page.locator('#live-preview-toggler').focus()
    await page.keyboard.press('Enter')
    await frame.getByRole('heading', { level: 1, name: 'Legs at night' }).waitFor()
    await frame.getByRole('link', { name: 'Leg cramps' }).waitFor()
    await desk.picture(page, 'beside')
  })

  it('shows what is typed, with its links, as it is typed', async () => {
    await page.locator('#field-title').fill('Legs by night')
    await frame.getByRole('heading', { level: 1, name: 'Legs by night' }).waitFor()
    const body = page.locator('.rich-text-lexical [contenteditable=true]').first()
    await body.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Stretching is good.')
    await frame.getByText('Stretching is good.').waitFor()
    await desk.picture(page, 'typed')
  })

  it.each(['light', 'dark'] as const)('has no fault that axe-core finds, in the %s theme', async (colorScheme) => {
    const address = await page.locator('#live-preview-iframe').getAttribute('src')
    const alone = await desk.open(undefined, { colorScheme })
    await alone.goto(String(address))
    await alone.getByRole('heading', { level: 1 }).waitFor()
    await desk.picture(alone, `page-${colorScheme}`)
    await expectAccessible(alone, 'html')
    await alone.context().close()
  })

  it('listens to the admin’s origin alone', async () => {
    const address = await page.locator('#live-preview-iframe').getAttribute('src')
    const alone = await desk.open()
    await alone.goto(String(address))
    const say = (origin: string, title: string) =>
      alone.evaluate(
        ([from, words]) => {
          const data = { type: 'payload-live-preview', data: { title: words } }
          dispatchEvent(new MessageEvent('message', { origin: String(from), source: window.parent, data }))
        },
        [origin, title],
      )
    await say('https://elsewhere.example', 'From elsewhere')
    await say(desk.url.replace('http:', 'https:'), 'From another scheme')
    await say(desk.url, 'From the admin')
    await alone.getByRole('heading', { level: 1, name: 'From the admin' }).waitFor()
    expect(await alone.content()).not.toContain('From elsewhere')

    await say('https://elsewhere.example', 'From elsewhere')
    await alone.waitForTimeout(1000)
    expect(await alone.getByRole('heading', { level: 1 }).textContent()).toBe('From the admin')
    await alone.context().close()
  })

  it('is framed by no other site', async () => {
    const address = await page.locator('#live-preview-iframe').getAttribute('src')
    const other = await desk.open()
    const other127 = desk.url.replace('127.0.0.1', 'localhost')
    expect(other127).not.toBe(desk.url)
    const before = desk.complaints.length
    await other.goto(`${other127}/healthz`)
    await other.setContent(`<iframe id="framed" src="${address}"></iframe>`)
    await expect.poll(() => desk.complaints.slice(before).join()).toContain('frame-ancestors')
    desk.complaints.splice(before)
    await other.context().close()
  })

  it('shows Spanish beside Spanish', async () => {
    await page.goto(`${desk.url}${edit}${article}?locale=es`)
    await frame.getByText('Este es un borrador').waitFor()
    const saved = autosaved()
    await page.locator('#field-title').fill('Piernas de noche')
    await frame.getByRole('heading', { level: 1, name: 'Piernas de noche' }).waitFor()
    await saved
    await desk.picture(page, 'spanish')
  })

  let link: string
  it('shares a draft, by the keyboard', async () => {
    await page.goto(`${desk.url}${edit}${article}?locale=en`)
    await page.locator('#live-preview-toggler').click() // the editor has the whole window again
    await page.getByRole('button', { name: 'Share draft' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('The link works for').selectOption('1')
    await page.getByRole('button', { name: 'Create link' }).focus()
    await page.keyboard.press('Enter')
    const field = page.getByLabel('The new link')
    await field.waitFor()
    link = await field.inputValue()
    expect(link).toMatch(new RegExp(`^${desk.url}/share/[\\w-]{43}$`))
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
    await page.getByText('not opened yet').waitFor()
    await desk.picture(page, 'shared')
  })

  it.each(['light', 'dark'] as const)('has no fault in the drawer, in the %s theme', async (theme) => {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
    await page.waitForTimeout(500) // the colours fade over
    await desk.picture(page, `drawer-${theme}`)
    await expectAccessible(page, '.saphena-share')
  })

  it('opens for a clinician without an account, and stays as it was when the draft goes on', async () => {
    await desk.send('PATCH', `/api/articles/${article}?draft=true`, { title: 'A later title' }, desk.token)
    const clinician = await desk.open()
    await clinician.goto(link)
    await clinician.getByRole('heading', { level: 1, name: 'Legs by night' }).waitFor()
    await clinician.getByText('This link works until').waitFor()
    await clinician.getByRole('heading', { name: 'Get help today' }).waitFor()
    await desk.picture(clinician, 'clinician')
    await expectAccessible(clinician, 'html')
    expect(await clinician.content()).not.toContain('A later title')
    await clinician.context().close()
  })

  it('is revoked, and shows nothing from then on', async () => {
    await page.reload()
    await page.getByRole('button', { name: 'Share draft' }).click()
    await page.getByText('opened 1 ×').waitFor()
    await page.getByRole('button', { name: /^Revoke the link/ }).click()
    await page.locator('.saphena-share__row', { hasText: 'Revoked' }).first().waitFor()
    await desk.picture(page, 'revoked')
    const clinician = await desk.open(undefined, { locale: 'es-ES' })
    expect((await clinician.goto(link))?.status()).toBe(404)
    await clinician.getByRole('heading', { name: 'Aquí no hay nada que ver' }).waitFor()
    await desk.picture(clinician, 'gone')
    await clinician.context().close()
  })

  it('does all this without a complaint from the browser', () => {
    // browsers note the 404 of the revoked link
    expect(desk.complaints.filter((each) => !each.includes('/share/'))).toEqual([])
  })
})
