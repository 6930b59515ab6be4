import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, missingBrowser, openDesk } from './desk'
import { expectAccessible } from './expectAccessible'
import { startTimeout } from './startServer'
import { paragraphs } from './startService'

const missing = missingBrowser('The dashboard in a browser')
const editor = { email: 'writer@example.org', password: 'a-long-enough-password' }

describe.skipIf(missing)('The dashboard in a browser', { timeout: startTimeout }, () => {
  let desk: Desk
  let page: Page
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

  beforeAll(async () => {
    desk = await openDesk({ REFERENCES_CHECK: 'false' })
    const add = (path: string, body: object, token = desk.token) => desk.send('POST', `/api/${path}`, body, token)
    await add('users', { ...editor, name: 'Writer', role: 'editor' })
    for (const name of ['Nosebleed', 'Hiccups']) await add('symptoms', { name, _status: 'published' })
    await add('remedies', { name: 'Cold pack', _status: 'published' })
    for (const [title, days] of [
      ['Late already', -5],
      ['Late as well', -1],
      ['Soon due', 7],
    ] as const)
      await add('articles', {
        title,
        body: paragraphs('A nosebleed stops by itself.'),
        reviewedOn: inDays(days - 365),
        nextReviewDue: inDays(days),
        _status: 'published',
      })
    const { doc } = await add('articles', {
      title: 'In two languages',
      body: paragraphs('Words.'),
      _status: 'published',
    })
    await desk.send(
      'PATCH',
      `/api/articles/${doc.id}?locale=es`,
      {
        title: 'En dos lenguas',
        body: paragraphs('Palabras.'),
        _status: 'published',
      },
      desk.token,
    )
    await desk.send(
      'PATCH',
      `/api/articles/${doc.id}`,
      { title: 'In both languages', _status: 'published' },
      desk.token,
    )
    const token = await desk.login(editor)
    await add('articles?draft=true', { title: 'Half written', body: paragraphs('To be gone on with.') }, token)
    const submitted = await add('articles?draft=true', { title: 'Ready for review', body: paragraphs('Rest.') }, token)
    const review = await desk.send<{ digest: string }>(
      'GET',
      `/api/articles/${submitted.doc.id}/review?locale=en`,
      undefined,
      token,
    )
    await add(`articles/${submitted.doc.id}/review`, { action: 'submit', locale: 'en', digest: review.digest }, token)
    page = await desk.open(desk.administrator)
  }, startTimeout)
  afterAll(() => desk?.close())

  const counts = async (on: Page): Promise<Record<string, number>> => {
    await on.goto(`${desk.url}/admin`)
    await on.locator('.saphena-dashboard').waitFor()
    const entries = await on
      .locator('.saphena-figure__all')
      .evaluateAll((links) =>
        links.map((link) => [link.id.replace('figure-', ''), Number(link.querySelector('span')?.textContent)] as const),
      )
    return Object.fromEntries(entries)
  }

  it('is the first page, and counts what there is to do', async () => {
    expect(await counts(page)).toEqual({
      'waiting-for-me': 1,
      'my-drafts': 0,
      submitted: 0,
      overdue: 2,
      'due-soon': 1,
      'stale-translations': 1,
      'stale-symptoms': 0,
      'stale-remedies': 0,
      'stale-clinics': 0,
      'symptoms-without-article': 1,
      'remedies-without-article': 1,
      'articles-without-symptom': 3,
      'broken-references': 0,
      jobs: 0,
      webhooks: 0,
    })
    await desk.picture(page, 'dashboard')
    // Payload's own cards are there too
    await page.locator('.collections').getByText('Articles').first().waitFor()
  })

  it('shows an editor what is his, and not the machinery', async () => {
    const own = await desk.open(editor)
    expect(await counts(own)).toMatchObject({ 'my-drafts': 2, submitted: 1, overdue: 2 })
    expect(await own.locator('#figure-jobs, #figure-webhooks, #figure-waiting-for-me').count()).toBe(0)
    await own.context().close()
  })

  it('leads from each number to the list behind it', async () => {
    for (const [name, count] of Object.entries(await counts(page))) {
      await page.goto(`${desk.url}/admin`)
      await page.locator(`#figure-${name}`).click()
      await page.waitForURL((url) => url.pathname !== '/admin')
      await page.locator('.collection-list, .saphena-desk-list').first().waitFor()
      if (count === 0)
        await page
          .getByText(/^No .*found|^0 entries|No .* match/)
          .first()
          .waitFor()
      else
        await page
          .locator('tbody tr')
          .nth(count - 1)
          .waitFor()
      expect(await page.locator('tbody tr').count(), name).toBe(count)
    }
  })

  it('draws the months, each leading to its list', async () => {
    await page.goto(`${desk.url}/admin`)
    const month = new Date().toISOString().slice(0, 7)
    const published = page.locator(`#published-${month}`)
    expect(await published.getAttribute('aria-label')).toMatch(/^\w+ \d{4}: 6 articles published$/)
    await published.click()
    await page.waitForURL('**/admin/desk/published**')
    await page.getByRole('heading', { name: /^Published in/ }).waitFor()
    expect(await page.locator('tbody tr').count()).toBe(6)
    await desk.picture(page, 'dashboard-list')
    await page.getByRole('link', { name: 'Late already' }).click()
    await page.waitForURL('**/admin/collections/articles/*')
  })

  it('is used with the keyboard alone', async () => {
    await page.goto(`${desk.url}/admin`)
    await page.locator('#figure-waiting-for-me').focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('figure-my-drafts')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/admin/desk/waiting-for-me')
    await page.getByRole('link', { name: 'Ready for review' }).waitFor()
  })

  it('keeps its lists from others', async () => {
    const nobody = await desk.open()
    await nobody.goto(`${desk.url}/admin/desk/waiting-for-me`)
    await nobody.waitForURL('**/admin/login**')
    await nobody.context().close()
  })

  it.each(['light', 'dark'] as const)('has nothing that axe-core finds wrong, %s', async (colorScheme) => {
    const own = await desk.open(desk.administrator, { colorScheme })
    await own.goto(`${desk.url}/admin`)
    await own.locator('.saphena-chart').first().waitFor()
    await desk.picture(own, `dashboard-${colorScheme}`)
    for (const [path, root] of [
      ['/admin', '.saphena-dashboard'],
      ['/admin/desk/symptoms-without-article', '.saphena-desk-list'],
    ] as const) {
      await own.goto(desk.url + path)
      await expectAccessible(own, root)
    }
    await own.context().close()
  })

  it('does all this without a complaint from the browser', () => {
    expect(desk.complaints).toEqual([])
  })
})
