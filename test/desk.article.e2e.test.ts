import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, missingBrowser, openDesk } from './desk'
import { expectAccessible } from './expectAccessible'
import { sampleDraft } from './sampleDraft'
import { startTimeout } from './startServer'

const missing = missingBrowser('The panels together in a browser')
const reviewer = { email: 'sam@example.org', password: 'the-doctor-chose-this' }
const laptop = { width: 1280, height: 800 }
const panels = ['preflight-panel', 'field-review', 'links-panel', 'plain-language-panel']

describe.skipIf(missing)('The panels together in a browser', { timeout: startTimeout }, () => {
  let desk: Desk
  let page: Page
  let article: string

  beforeAll(async () => {
    desk = await openDesk({ SEED: 'true', REFERENCES_CHECK: 'false' }, { blocking: 'default' })
    await desk.send('POST', '/api/users', { ...reviewer, name: 'Sam', role: 'reviewer' }, desk.token)
    article = (await desk.send('POST', '/api/articles?draft=true', sampleDraft, desk.token)).doc.id
    page = await desk.open(reviewer, { viewport: laptop })
  }, startTimeout)
  afterAll(() => desk?.close())

  const goTo = async (on: Page) => {
    await on.goto(`${desk.url}/admin/collections/articles/${article}?locale=en`)
    await on.locator('#preflight-panel').getByText('to think about').waitFor()
    await on.locator('#links-panel').getByText('Suggestions').waitFor()
    await on.locator('#plain-language-panel').getByText('Target: 6 to 8.').first().waitFor()
    await on
      .locator('#field-review')
      .getByRole('heading', { name: /^Comments/ })
      .waitFor()
  }
  const toggle = (panel: string) => page.locator(`#${panel} .saphena-panel__toggle`)
  const isOpen = async (panel: string) => (await toggle(panel).getAttribute('aria-expanded')) === 'true'

  it('are one column: in order, no wider than it, and before the fields', async () => {
    await goTo(page)
    const boxes = await Promise.all(
      [...panels.map((id) => `#${id}`), '#field-slug'].map((selector) => page.locator(selector).boundingBox()),
    )
    const tops = boxes.map((box) => box?.y ?? Number.NaN)
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
    for (const id of panels) {
      const overflow = await page.locator(`#${id}`).evaluate((panel) => panel.scrollWidth - panel.clientWidth)
      expect(overflow, id).toBeLessThanOrEqual(0)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(laptop.width)
    await desk.picture(page, 'together')
  })

  it('are walked through by the keyboard alone, and every stop is seen', async () => {
    await page.locator('#field-title').focus()
    const passed: string[] = []
    const unseen: string[] = []
    for (let presses = 0; presses < 250 && passed.at(-1) !== 'field-slug'; presses++) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate((ids) => {
        const element = document.activeElement as HTMLElement
        const within = ids.find((id) => element.closest(`#${id}`)) ?? element.id
        const { outlineStyle } = getComputedStyle(element)
        const after = getComputedStyle(element, '::after').outlineStyle
        return {
          within,
          name: element.getAttribute('aria-label') ?? element.textContent ?? '',
          isSeen: outlineStyle !== 'none' || after !== 'none',
        }
      }, panels)
      if (passed.at(-1) !== stop.within && [...panels, 'field-slug'].includes(stop.within)) passed.push(stop.within)
      if (panels.includes(stop.within) && !(stop.isSeen && stop.name.trim()))
        unseen.push(`${stop.within}: ${stop.name}`)
    }
    expect(passed).toEqual([...panels, 'field-slug'])
    expect(unseen).toEqual([])
  })

  it('are closed by the keyboard, are passed by then, and stay closed for who closed them', async () => {
    const kept = page.waitForResponse(
      (each) => each.url().includes('/payload-preferences/saphena-panels') && each.request().method() === 'POST',
    )
    await toggle('links-panel').focus()
    await page.keyboard.press('Enter')
    await kept
    expect(await isOpen('links-panel')).toBe(false)
    await page.locator('#links-panel').getByText('Suggestions').waitFor({ state: 'hidden' })
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Plain language')
    await page.reload()
    await expect.poll(() => isOpen('links-panel'), { timeout: 15_000 }).toBe(false)
    expect(await isOpen('preflight-panel')).toBe(true)
    // what it does for the text goes on
    await expect
      .poll(() => page.evaluate(() => [...(CSS.highlights.get('saphena-mention') ?? [])].map(String)), {
        timeout: 15_000,
      })
      .toContain('leg cramps')
    await toggle('links-panel').click()
    await page.locator('#links-panel').getByText('Suggestions').waitFor()
  })

  it('open by themselves where one is led into them', async () => {
    await toggle('preflight-panel').click()
    expect(await isOpen('preflight-panel')).toBe(false)
    await page.getByRole('button', { name: /^Not ready/ }).click()
    await expect.poll(() => isOpen('preflight-panel')).toBe(true)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/to mend before this is published/)

    await toggle('field-review').click()
    await page
      .locator('#preflight-panel')
      .getByRole('listitem')
      .filter({ hasText: 'Nobody approved this text' })
      .getByRole('button', { name: 'Go to field' })
      .click()
    await expect.poll(() => isOpen('field-review')).toBe(true)
  })

  it.each(['light', 'dark'] as const)('have nothing that axe finds, %s', async (colorScheme) => {
    const own = await desk.open(desk.administrator, { colorScheme, viewport: laptop })
    await goTo(own)
    await desk.picture(own, `together-${colorScheme}`)
    for (const id of panels) await expectAccessible(own, `#${id}`)
    // as a whole: no heading or id of one stands in the way of another. Payload's own select has faults of its own
    await expectAccessible(own, '.document-fields__sidebar-wrap', {
      except: ['.document-fields__sidebar-wrap .react-select'],
    })
    await own.context().close()
  })

  it('do all this without a complaint from the browser', () => {
    expect(desk.complaints).toEqual([])
  })
})
