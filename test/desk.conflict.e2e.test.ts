import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, missingBrowser, openDesk } from './desk'
import { startTimeout } from './startServer'
import { paragraphs } from './startService'

const missing = missingBrowser('Two editors of one article in a browser')
const nurse = { email: 'nurse@example.org', password: 'the-nurse-chose-this' }
const patience = { timeout: 30_000 }

describe.skipIf(missing)('Two editors of one article in a browser', { timeout: startTimeout }, () => {
  let desk: Desk
  let id = ''
  beforeAll(async () => {
    desk = await openDesk({ SEED: 'false' }, { blocking: 'default' })
    await desk.send('POST', '/api/users', { ...nurse, name: 'Nadia', role: 'editor' }, desk.token)
    const words = { title: 'Legs at night', body: paragraphs('Rest your legs.') }
    id = (await desk.send('POST', '/api/articles?draft=true', words, desk.token)).doc.id
  }, startTimeout)
  afterAll(() => desk?.close())

  const goTo = async (page: Page) => {
    await page.goto(`${desk.url}/admin/collections/articles/${id}`)
    await page.locator('.rich-text-lexical [contenteditable=true]').first().waitFor()
  }
  const summary = async () =>
    (await desk.send<{ summary?: string }>('GET', `/api/articles/${id}?draft=true&depth=0`, undefined, desk.token))
      .summary

  it('tells the second who saved meanwhile, keeps his words on the page, and opens what was saved when he asks', async () => {
    const page = await desk.open(nurse)
    await goTo(page)
    // What the nurse has open goes on being saved, one autosave upon the other.
    const field = page.locator('#field-summary')
    for (const words of ['One.', 'One. Two.']) {
      await field.fill(words)
      await expect.poll(summary, patience).toBe(words)
    }
    // Somebody took it over meanwhile, and has saved.
    await desk.send('PATCH', `/api/articles/${id}?draft=true`, { summary: 'The doctor wrote this.' }, desk.token)
    await field.fill('The nurse wrote this.')
    const notice = page.locator('.saphena-conflict')
    await notice.getByText(/saved this just now, after you opened it/).waitFor()
    expect(await field.inputValue()).toBe('The nurse wrote this.')
    expect(await summary()).toBe('The doctor wrote this.')
    await desk.picture(page, 'conflict')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).include('.saphena-conflict').analyze()
      expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
    }
    await notice.getByRole('button', { name: 'Open what was saved' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => field.inputValue(), patience).toBe('The doctor wrote this.')
    await field.fill('Both of us.')
    await expect.poll(summary, patience).toBe('Both of us.')
    await page.context().close()
  })

  it('tells the same to the second of two administrators who have the settings open, before their first save too', async () => {
    const page = await desk.open(desk.administrator)
    await page.goto(`${desk.url}/admin/globals/organisation`)
    const months = page.locator('#field-review__cycleMonths')
    await months.waitFor()
    const save = async (value: string) => {
      await months.fill(value)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
    }
    const stored = async () =>
      (await desk.send<{ review: { cycleMonths: number } }>('GET', '/api/globals/organisation', undefined, desk.token))
        .review.cycleMonths
    await desk.send('POST', '/api/globals/organisation', { review: { cycleMonths: 9 } }, desk.token)
    await save('30')
    const notice = page.locator('.saphena-conflict')
    await notice.getByText(/saved this in another window just now, after you opened it/).waitFor()
    await desk.picture(page, 'conflict-settings')
    expect([await months.inputValue(), await stored()]).toEqual(['30', 9])
    await notice.getByRole('button', { name: 'Open what was saved' }).click()
    await expect.poll(() => months.inputValue(), patience).toBe('9')
    // One save upon the other from one page.
    for (const value of ['18', '20']) {
      await save(value)
      await expect.poll(stored, patience).toBe(Number(value))
    }
    expect(await notice.count()).toBe(0)
    // The browser itself says of each refused save that it was one.
    expect(desk.complaints.filter((text) => !text.includes('409'))).toEqual([])
  })
})
