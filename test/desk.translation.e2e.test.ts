import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, missingBrowser, openDesk } from './desk'
import { expectAccessible } from './expectAccessible'
import { startTimeout } from './startServer'
import { paragraphs } from './startService'

const missing = missingBrowser('Translation, side by side')

describe.skipIf(missing)('Translation, side by side', { timeout: startTimeout }, () => {
  let desk: Desk
  let page: Page
  let id = ''
  const address = () => `${desk.url}/admin/collections/articles/${id}/translation?locale=es`
  const pair = (path: string) => page.locator(`.saphena-pair[data-path="${path}"]`)
  const stored = async (locale: string) =>
    await desk.send<Record<string, unknown> & { translation: { es: { fields: Record<string, unknown> } } }>(
      'GET',
      `/api/articles/${id}?draft=true&depth=0&locale=${locale}&fallback-locale=none`,
      undefined,
      desk.token,
    )
  const until = async (check: () => Promise<boolean>) => {
    for (let tries = 0; tries < 60; tries++) {
      if (await check()) return
      await page.waitForTimeout(250)
    }
    expect.fail('It did not come to pass')
  }

  beforeAll(async () => {
    desk = await openDesk()
    const { doc } = await desk.send(
      'POST',
      '/api/articles',
      {
        title: 'When your nose bleeds',
        summary: 'Lean forward and pinch.',
        body: paragraphs('Lean forward.', 'Pinch the soft part for ten minutes.'),
        keyPoints: ['Stay calm.'],
        _status: 'published',
      },
      desk.token,
    )
    id = doc.id
    await desk.send(
      'PATCH',
      `/api/articles/${id}?locale=es`,
      {
        title: 'Cuando sangra la nariz',
        body: paragraphs('Inclínese hacia adelante.', 'Apriete la parte blanda durante diez minutos.'),
        localeStatus: 'ready',
        _status: 'published',
      },
      desk.token,
    )
    await desk.send(
      'PATCH',
      `/api/articles/${id}?draft=true`,
      {
        body: paragraphs('Lean forward.', 'Pinch the soft part for fifteen minutes.'),
      },
      desk.token,
    )
    page = await desk.open(desk.administrator)
  }, startTimeout)
  afterAll(() => desk?.close())

  it('is a tab of the document, and says in the sidebar which words fall back', async () => {
    await page.goto(`${desk.url}/admin/collections/articles/${id}?locale=es`)
    const hint = page.locator('.saphena-translation-hint')
    await hint.getByText('Readers of Español get English for: Summary, Key Points.').waitFor()
    await hint.getByText('Español is older than English in: Body.').waitFor()
    await desk.picture(page, 'translation-hint')
    await page.getByRole('link', { name: 'Translation', exact: true }).click()
    await page.waitForURL('**/translation**')
    await pair('title').waitFor()
  })

  it('shows both languages, what is missing, what is older, and what changed word by word', async () => {
    await page.goto(address())
    await pair('title').locator('.saphena-pair__source').getByText('When your nose bleeds').waitFor()
    expect(await page.locator('#field-title').inputValue()).toBe('Cuando sangra la nariz')
    await pair('summary').getByText('Missing').waitFor()
    await pair('keyPoints').getByText('Missing').waitFor()
    await pair('body').getByText('Older than its source').waitFor()
    expect(await pair('body').locator('del').allInnerTexts()).toEqual(['ten'])
    expect(await pair('body').locator('ins').allInnerTexts()).toEqual(['fifteen'])
    await page.getByText('2 missing').waitFor()
    await page.getByText(/Review: no review asked for/).waitFor()
    await pair('body').locator('[contenteditable=true]').waitFor()
    await desk.picture(page, 'translation')
  })

  it('is done with the keyboard alone, and saved as one writes', async () => {
    await page.goto(address())
    await pair('body').locator('[contenteditable=true]').waitFor()
    const go = page.getByRole('button', { name: 'Go to what is to be done' })
    await go.focus()
    await page.keyboard.press('Enter')
    await until(async () => (await page.evaluate(() => document.activeElement?.id)) === 'field-summary')
    await page.keyboard.type('Inclínese y apriete.')
    await until(async () => (await stored('es')).summary === 'Inclínese y apriete.')
    await pair('summary').getByText('Missing').waitFor({ state: 'detached' })
    expect((await stored('en')).summary).toBe('Lean forward and pinch.')
  })

  it('takes rich text in place, in the language and no other', async () => {
    const body = pair('body').locator('[contenteditable=true]')
    await body.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Quince, no diez.')
    await until(async () => JSON.stringify((await stored('es')).body).includes('Quince, no diez.'))
    await pair('body').getByText('Older than its source').waitFor({ state: 'detached' })
    // what changed stays in sight while one works on it
    expect(await pair('body').locator('ins').allInnerTexts()).toEqual(['fifteen'])
    expect(JSON.stringify((await stored('en')).body)).not.toContain('Quince')
  })

  it('lets an editor say that words are still right, without the mouse', async () => {
    await desk.send('PATCH', `/api/articles/${id}?draft=true`, { title: 'When the nose bleeds' }, desk.token)
    await page.goto(address())
    await pair('title').getByText('Older than its source').waitFor()
    await page.getByRole('button', { name: 'Title: the words are still right' }).focus()
    await page.keyboard.press('Enter')
    await pair('title').getByText('Older than its source').waitFor({ state: 'detached' })
    expect((await stored('es')).title).toBe('Cuando sangra la nariz')
  })

  it('publishes its language alone', async () => {
    await page.goto(address())
    await pair('title').waitFor()
    await page.getByRole('button', { name: 'Publish in Español' }).click()
    await until(async () => {
      const shown = await desk.send<{ summary: string }>('GET', `/api/articles/${id}?depth=0&locale=es`)
      return shown.summary === 'Inclínese y apriete.'
    })
    const english = await desk.send<{ title: string }>('GET', `/api/articles/${id}?depth=0`)
    expect(english.title).toBe('When your nose bleeds')
  })

  it('asks for the language where none but the source is chosen', async () => {
    await page.goto(`${desk.url}/admin/collections/articles/${id}/translation?locale=en`)
    await page
      .getByRole('link', { name: 'Español' })
      .or(page.locator('a', { hasText: 'Español' }))
      .first()
      .click()
    await page.waitForURL('**/translation?locale=es')
    await pair('title').waitFor()
  })

  it.each(['light', 'dark'] as const)('has nothing that axe-core finds wrong, %s', async (colorScheme) => {
    const own = await desk.open(desk.administrator, { colorScheme })
    await desk.send(
      'PATCH',
      `/api/articles/${id}?draft=true`,
      { title: `When noses bleed, ${colorScheme}` },
      desk.token,
    )
    await own.goto(address())
    await own.locator('.saphena-pair[data-path="body"] [contenteditable=true]').waitFor()
    await desk.picture(own, `translation-${colorScheme}`)
    const except = ['.saphena-pair__target .field-type', '#field-localeStatus'] // Payload's own
    await expectAccessible(own, '.saphena-translation', { except })
    await own.goto(`${desk.url}/admin/collections/articles/${id}?locale=es`)
    await own.locator('.saphena-translation-hint a').waitFor()
    await expectAccessible(own, '.saphena-translation-hint')
    await own.context().close()
  })

  it('does all this without a complaint from the browser', () => {
    expect(desk.complaints).toEqual([])
  })
})
