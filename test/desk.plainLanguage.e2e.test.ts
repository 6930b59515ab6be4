import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gradeText } from '../src/readability/gradeText'
import { type Desk, missingBrowser, openDesk } from './desk'
import { expectAccessible } from './expectAccessible'
import { startTimeout } from './startServer'
import { paragraphs } from './startService'

const missing = missingBrowser('Plain language in a browser')

const heading = 'Your blood pressure'
const plain = 'Rest a little. Walk every day. Drink water with each meal.'
const hard =
  'Patients with hypertension should, in consultation with the cardiovascular department, obtain regular measurements and adhere to every recommendation that the responsible physician has documented.'
const more = 'Hypertension is common. High blood pressure (hypertension) has fractures, they say.'
const lines = [heading, plain, hard, more]

describe.skipIf(missing)('Plain language in a browser', { timeout: startTimeout }, () => {
  let desk: Desk
  let page: Page
  let panel: Locator
  let english: string

  beforeAll(async () => {
    desk = await openDesk()
    const words = [
      ['en', 'hypertension', 'high blood pressure'],
      ['en', 'obtain', 'get'],
      ['en', 'fracture', 'broken bone'],
      ['es', 'hipertensión', 'presión alta'],
    ]
    for (const [locale, term, plainer] of words)
      await desk.send('POST', '/api/jargon', { locale, term, plainer }, desk.token)
    english = await add({ title: 'Blood pressure', body: paragraphs(...lines) })
    page = await desk.open(desk.administrator)
    panel = page.locator('#plain-language-panel')
  }, startTimeout)
  afterAll(() => desk?.close())

  const add = async (data: object) => (await desk.send('POST', '/api/articles?draft=true', data, desk.token)).doc.id
  const visit = async (id: string, locale = 'en') => {
    await page.goto(`${desk.url}/admin/collections/articles/${id}?locale=${locale}`)
    await panel.getByRole('heading', { name: 'Plain language' }).waitFor()
    await panel.getByRole('heading', { name: 'Jargon' }).waitFor()
  }
  const body = () => page.locator('.rich-text-lexical [contenteditable=true]').first()
  const group = (name: string) => panel.getByRole('region', { name })
  const score = (name: string) =>
    panel.locator('.saphena-plain__score', { has: page.getByText(name, { exact: true }) }).textContent()
  const selected = () => page.evaluate(() => String(getSelection()))
  const stored = async (id: string, locale = 'en') => {
    const path = `/api/articles/${id}?draft=true&depth=0&locale=${locale}`
    return JSON.stringify(await desk.send('GET', path, undefined, desk.token))
  }

  it('shows each score by its name, what it means and how it stands to the target', async () => {
    await visit(english)
    await expect.poll(() => score('Flesch–Kincaid grade')).toContain('Target: 6 to 8.')
    const expected = gradeText(lines.join('\n'), 'en')
    for (const [name, value] of [
      ['Flesch reading ease', expected?.fleschReadingEase],
      ['Flesch–Kincaid grade', expected?.fleschKincaidGrade],
      ['SMOG', expected?.smog],
      ['Gunning fog', expected?.gunningFog],
    ] as const)
      expect(await score(name)).toMatch(new RegExp(`^${name}${value?.toFixed(1)}Too hard.{20,}\\. Target: `))
    expect(await panel.getByText('Fernández Huerta').count()).toBe(0)
    await desk.picture(page, 'english')
  })

  it('follows what one types, and says the scores aloud once they have settled', async () => {
    const spoken = group('Scores').getByRole('status')
    expect(await spoken.textContent()).toBe('')
    const before = await score('Flesch reading ease')
    await body().getByText(more).click()
    await page.keyboard.press('End')
    const caret = () => page.evaluate(() => [getSelection()?.focusNode?.textContent, getSelection()?.focusOffset])
    await expect.poll(caret).toEqual([more, more.length])
    await page.waitForTimeout(200) // the editor follows the browser's caret
    await page.keyboard.press('Enter')
    await page.keyboard.type('Sit down.')
    await expect.poll(() => body().textContent()).toMatch(/they say\.Sit down\.$/)
    await expect.poll(() => score('Flesch reading ease')).not.toBe(before)
    const expected = gradeText([...lines, 'Sit down.'].join('\n'), 'en')
    expect(await score('Flesch reading ease')).toContain(expected?.fleschReadingEase?.toFixed(1))
    await expect.poll(() => spoken.textContent(), { timeout: 6_000 }).toContain(`SMOG ${expected?.smog?.toFixed(1)}`)
  })

  it('takes one to the hardest sentence, and to a long word', async () => {
    await group('Hardest sentences').getByRole('button').first().click()
    await expect.poll(selected).toBe(hard)
    await group('Longest words')
      .getByRole('button', { name: /^cardiovascular/ })
      .click()
    await expect.poll(selected).toBe('cardiovascular')
    expect(await body().evaluate((element) => element.contains(document.activeElement))).toBe(true)
  })

  it('shows every place of a word of jargon in turn, but not where it is explained', async () => {
    const jargon = group('Jargon')
    await expect
      .poll(() => jargon.locator('.saphena-plain__jump').allInnerTexts())
      .toEqual(['hypertension 2 times', 'obtain', 'fractures'])
    const jump = jargon.getByRole('button', { name: /^hypertension/ })
    await jump.click()
    await expect.poll(selected).toBe('hypertension')
    await jump.click()
    await expect.poll(selected).toBe('Hypertension')
    await desk.picture(page, 'jargon')
  })

  it('replaces one place of it in a step that is undone as one, and keeps a capital', async () => {
    const jargon = group('Jargon')
    const replace = jargon.getByRole('button', {
      name: 'Replace: hypertension, with: high blood pressure',
      exact: true,
    })
    await replace.click()
    await jargon.getByText('“hypertension” was replaced with “high blood pressure”.').waitFor()
    await expect.poll(selected).toBe('high blood pressure')
    await expect.poll(() => body().textContent()).toContain('Patients with high blood pressure should')
    await page.keyboard.press('Control+z')
    await expect.poll(() => body().textContent()).toContain(hard)
    await page.keyboard.press('Control+y')
    await expect.poll(() => body().textContent()).toContain('Patients with high blood pressure should')

    await jargon.getByRole('button', { name: 'Replace: Hypertension, with: high blood pressure', exact: true }).click()
    await expect.poll(() => body().textContent()).toContain('High blood pressure is common.')
    await expect.poll(() => jargon.locator('.saphena-plain__jump').allInnerTexts()).toEqual(['obtain', 'fractures'])
    // it is saved while one writes
    await expect.poll(() => stored(english), { timeout: 15_000 }).toContain('High blood pressure is common.')
  })

  it('replaces from another tab too, and tells one to look at the form of the word', async () => {
    await page.locator('.tabs-field__tab-button', { hasText: 'Evidence and review' }).click()
    await body().waitFor({ state: 'detached' })
    await group('Jargon').getByRole('button', { name: 'Replace: fractures, with: broken bone', exact: true }).click()
    await group('Jargon').getByText('Check that its form fits the sentence.').waitFor()
    await expect.poll(() => body().textContent()).toContain('has broken bone, they say')
    await expect.poll(selected).toBe('broken bone')
  })

  it('works by the keyboard alone', async () => {
    const replace = group('Jargon').getByRole('button', { name: 'Replace: obtain, with: get', exact: true })
    const first = group('Jargon').getByRole('button').first()
    await panel.getByRole('button', { name: 'Plain language', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => panel.locator('.collapsible--collapsed').count()).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => panel.locator('.collapsible--collapsed').count()).toBe(0)
    await page.keyboard.press('Tab')
    expect(await first.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(selected).toBe('obtain')
    await first.focus()
    await page.keyboard.press('Tab')
    expect(await replace.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await replace.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
    await page.keyboard.press('Space')
    await expect.poll(() => body().textContent()).toContain('get regular measurements')
    await group('Jargon').getByText('No word of your list is in the text.').waitFor()
  })

  it('measures by what the organisation asks for', async () => {
    const grades = (lowestGrade: number, highestGrade: number) =>
      desk.send('POST', '/api/globals/organisation', { reading: { lowestGrade, highestGrade } }, desk.token)
    await grades(1, 1)
    await visit(english)
    await expect.poll(() => score('Flesch–Kincaid grade')).toMatch(/Too hard.*Target: 1\./)
    await expect.poll(() => score('Flesch reading ease')).toMatch(/Too hard.*Target: 90 or more\./)
    await grades(17, 18)
    await visit(english)
    await expect.poll(() => score('Flesch–Kincaid grade')).toMatch(/Easier than asked.*Target: 17 to 18\./)
    await grades(6, 8)
  })

  it('measures Spanish by its own formulas, with its own jargon', async () => {
    const id = await add({ title: 'Pressure', body: paragraphs('Words.') })
    const spanish = ['La hipertensión no duele. Descanse mucho.', 'Tome agua. Llame al Dr. Ruiz si se siente mal.']
    const data = { title: 'Presión', body: paragraphs(...spanish) }
    await desk.send('PATCH', `/api/articles/${id}?draft=true&locale=es`, data, desk.token)
    await visit(id, 'es')
    const expected = gradeText(spanish.join('\n'), 'es')
    expect(expected?.sentences).toBe(4)
    await expect.poll(() => score('INFLESZ')).toContain(`${expected?.inflesz?.toFixed(1)}`)
    expect(await score('Fernández Huerta')).toContain(`${expected?.fernandezHuerta?.toFixed(1)}`)
    expect(await panel.getByText('SMOG').count()).toBe(0)
    await group('Jargon')
      .getByRole('button', { name: 'Replace: hipertensión, with: presión alta', exact: true })
      .click()
    await expect.poll(() => body().textContent()).toContain('La presión alta no duele.')
    await expect.poll(() => stored(id, 'es'), { timeout: 15_000 }).toContain('La presión alta no duele.')
    await desk.picture(page, 'spanish')
  })

  it('says so where there is nothing to measure', async () => {
    await page.goto(`${desk.url}/admin/collections/articles/create`)
    await panel.getByText('The scores come as soon as there is text.').waitFor()
  })

  it.each(['light', 'dark'] as const)('has nothing that axe-core finds at fault, %s', async (colorScheme) => {
    const id = await add({ title: `In ${colorScheme}`, body: paragraphs(...lines) })
    const shown = await desk.open(desk.administrator, { colorScheme })
    await shown.goto(`${desk.url}/admin/collections/articles/${id}?locale=en`)
    await shown.locator('#plain-language-panel').getByText('Target: 6 to 8.').first().waitFor()
    await shown
      .locator('#plain-language-panel')
      .getByRole('button', { name: /^Replace: obtain/ })
      .waitFor()
    await desk.picture(shown, colorScheme)
    await expectAccessible(shown, '#plain-language-panel')
    await shown.context().close()
  })

  it('does all this without a complaint from the browser', () => {
    expect(desk.complaints).toEqual([])
  })
})
