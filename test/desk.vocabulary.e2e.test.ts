import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, missingBrowser, openDesk } from './desk'
import { expectAccessible } from './expectAccessible'
import { startTimeout } from './startServer'
import { paragraphs } from './startService'

const missing = missingBrowser('The vocabulary desk in a browser')

describe.skipIf(missing)('The vocabulary desk in a browser', { timeout: startTimeout }, () => {
  let desk: Desk
  let page: Page
  let dark: Page
  const ids: Record<string, string> = {}

  const publish = { _status: 'published' }
  const add = async (collection: string, data: { name?: string; title?: string }, spanish?: object) => {
    const { doc } = await desk.send('POST', `/api/${collection}`, { ...data, ...publish }, desk.token)
    if (spanish)
      await desk.send(
        'PATCH',
        `/api/${collection}/${doc.id}?locale=es`,
        { ...spanish, localeStatus: 'ready', ...publish },
        desk.token,
      )
    ids[(data.name ?? data.title) as string] = doc.id
  }

  beforeAll(async () => {
    desk = await openDesk()
    await add('symptoms', { name: 'Leg cramps' }, { name: 'Calambres en las piernas' })
    await add('symptoms', { name: 'Swelling' }, { name: 'Hinchazón' })
    await add('symptoms', { name: 'Muscle spasm' })
    await add(
      'articles',
      {
        title: 'Nights',
        body: paragraphs('Leg cramps come at night. No leg cramps by day.', 'A charley horse wakes you.'),
      } as object,
      { title: 'Noches', body: paragraphs('Los calambres en las piernas pasan.', 'Un tirón en la pierna duele.') },
    )
    await add('articles', { title: 'Running', body: paragraphs('A muscle spasm after a run.') } as object)
    page = await desk.open(desk.administrator)
    dark = await desk.open(desk.administrator, { colorScheme: 'dark' })
  }, startTimeout)
  afterAll(() => desk?.close())

  const symptom = (name: string, at = '') => `${desk.url}/admin/collections/symptoms/${ids[name]}${at}`

  /** The same in the dark, at the same address, once `shown` is there. */
  const expectAccessibleInTheDark = async (address: string, root: string, shown: string) => {
    await dark.goto(address)
    await dark.locator(root).getByText(shown).first().waitFor()
    await expectAccessible(dark, root)
  }
  /** Goes on with the keyboard until what is named has the focus. */
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
      if (focused === name) return
    }
    throw new Error(`The keyboard does not reach ${name}`)
  }

  it('shows every article that mentions an entry, in both languages, with the passages', async () => {
    await page.goto(symptom('Leg cramps'))
    await page.getByRole('link', { name: 'Mentions' }).click()
    const list = page.locator('.saphena-desk')
    await list.getByText('1 published article links it.').waitFor()
    await list.getByRole('link', { name: 'Nights' }).waitFor()
    await list.getByText('Published, English:').waitFor()
    await list.getByText('“leg cramps” 2 times').waitFor()
    await list.getByText('Published, Español:').waitFor()
    await list.getByText('by the word “Leg cramps”, negated, makes no link').waitFor()
    await desk.picture(page, 'mentions')
    await expectAccessible(page, '.saphena-desk')
    await expectAccessibleInTheDark(symptom('Leg cramps', '/mentions'), '.saphena-desk', 'Nights')
    await desk.picture(dark, 'mentions-dark')
  })

  it('says what a new word would match while it is typed, before it is saved', async () => {
    await page.goto(symptom('Leg cramps'))
    await page.locator('.field-synonyms input').focus()
    await page.keyboard.type('charley horse')
    await page.keyboard.press('Enter')
    const tried = page.locator('.saphena-try')
    const says = (words: string) => expect.poll(() => tried.textContent(), { timeout: 20_000 }).toContain(words)
    await says('They would match 1 place more, and lose 0 places.')
    await tried.locator('mark', { hasText: 'charley horse' }).waitFor()
    await tried.getByText('Gained, by the word “charley horse”, would make a link').waitFor()
    await desk.picture(page, 'tried')
    await expectAccessible(page, '.saphena-try')

    await page.goto(symptom('Leg cramps', '?locale=es'))
    await page.locator('.field-synonyms input').focus()
    const autosaved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok())
    await page.keyboard.type('tirón en la pierna')
    await page.keyboard.press('Enter')
    await autosaved // the other page opens what is saved
    await says('They would match 1 place more, and lose 0 places.')
    await tried.locator('mark', { hasText: 'tirón en la pierna' }).waitFor()

    await dark.goto(symptom('Leg cramps', '?locale=es'))
    await dark.getByRole('button', { name: 'Try these words' }).click()
    await dark.locator('.saphena-try mark').first().waitFor()
    await expectAccessible(dark, '.saphena-try')
    await desk.picture(dark, 'tried-dark')
  })

  it('refuses a word of another entry with its name, where it is typed', async () => {
    // Payload remembers the language that was worked in last
    await page.goto(symptom('Muscle spasm', '?locale=en'))
    await page.locator('.field-synonyms input').focus()
    await page.keyboard.type('swellings')
    await page.keyboard.press('Enter')
    await page.locator('.saphena-try').getByText('it will be refused').waitFor()
    // the autosave is told so, and so is the one who wants to publish it
    await page.getByText('already the name of the symptom “Swelling”').first().waitFor()
    await page
      .getByRole('button', { name: /^Publish in / })
      .first()
      .click()
    await page.locator('.field-error').getByText('the symptom “Swelling”').waitFor()
    await desk.picture(page, 'refused')
    await expectAccessible(page, '.saphena-try')
  })

  it('merges two entries with the keyboard alone, after showing what that does', async () => {
    await page.goto(symptom('Muscle spasm', '/merge?locale=en'))
    await page.getByText('goes to the trash, and another entry').waitFor()
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.id === 'saphena-entry-picker')) break
    }
    await page.keyboard.type('cramps')
    await page.locator('.rs__option').getByText('Leg cramps').waitFor()
    await page.keyboard.press('Enter')
    const preview = page.locator('.saphena-merge')
    await preview.getByText('1: Running').waitFor()
    await preview.getByText('muscle-spasm (English)').waitFor()
    await desk.picture(page, 'merge')
    await expectAccessible(page, '.saphena-merge')
    await tabTo('Merge into “Leg cramps”')
    await page.keyboard.press('Enter')
    await page.getByText('Merge “Muscle spasm” into “Leg cramps”?').waitFor()
    await desk.picture(page, 'merge-confirm')
    await tabTo('Merge')
    await page.keyboard.press('Enter')
    await page.waitForURL(symptom('Leg cramps'))
    const { docs } = await desk.send<{ docs: { title: string; symptoms: string[] }[] }>(
      'GET',
      '/api/articles?depth=0&where[title][equals]=Running',
    )
    expect(docs.map(({ symptoms }) => symptoms)).toEqual([[ids['Leg cramps']]])
    const moved = await fetch(`${desk.url}/v1/symptoms/muscle-spasm`, { redirect: 'manual' })
    expect([moved.status, moved.headers.get('location')]).toEqual([301, expect.stringMatching(/\/leg-cramps$/)])
    const shown = 'goes to the trash, and another entry'
    await expectAccessibleInTheDark(symptom('Leg cramps', '/merge'), '.saphena-merge', shown)
    await desk.picture(dark, 'merge-dark')
  })

  it('exports the vocabulary, and imports it after a look at what would change', async () => {
    await page.goto(`${desk.url}/admin/collections/symptoms`)
    await page.getByRole('link', { name: 'Export or import the vocabulary' }).click()
    await page.waitForURL('**/admin/vocabulary')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export as CSV' }).click(),
    ])
    const csv = await readFile(await download.path(), 'utf8')
    expect(csv).toContain('Calambres en las piernas')
    const desired = [
      'kind,slug_en,name_en,synonyms_en,name_es,ready_es',
      'symptom,swelling,Swelling,puffiness,Hinchazón,yes',
      'remedy,,Raised legs,,Piernas en alto,yes',
      'symptom,,Puffy feet,puffiness,,',
    ].join('\n')
    const choose = (at: Page) =>
      at
        .getByLabel('File (CSV or JSON, UTF-8)')
        .setInputFiles({ name: 'words.csv', mimeType: 'text/csv', buffer: Buffer.from(desired) })
    await page.getByText('Publish at once what the file does not call a draft').click()
    await choose(page)
    const files = page.locator('.saphena-files')
    await files.getByText('This would be: 1 created, 1 changed, 0 unchanged, 1 refused.').waitFor()
    await files.getByText('“puffiness” belongs to “Swelling” in row 2').waitFor()
    await desk.picture(page, 'import')
    await expectAccessible(page, '.saphena-files')
    await page.getByRole('button', { name: 'Apply 2 rows' }).click()
    await page.getByText('Publish this file?').waitFor()
    await page.getByRole('button', { name: 'Apply', exact: true }).click()
    await files.getByText('Done: 1 created, 1 changed, 0 unchanged, 1 refused.').waitFor()
    const { docs } = await desk.send<{ docs: { name: string }[] }>('GET', '/api/remedies?locale=es')
    expect(docs.map(({ name }) => name)).toEqual(['Piernas en alto'])

    await dark.goto(`${desk.url}/admin/vocabulary`)
    await choose(dark)
    await dark.getByText(/This would be/).waitFor()
    await desk.picture(dark, 'import-dark')
    await expectAccessible(dark, '.saphena-files')
  })

  it('keeps merging and publishing from editors', async () => {
    const editor = { email: 'editor@example.org', password: 'the-editor-chose-this' }
    await desk.send('POST', '/api/users', { ...editor, name: 'Ed', role: 'editor' }, desk.token)
    const theirs = await desk.open(editor)
    await theirs.goto(symptom('Leg cramps', '/mentions'))
    await theirs.getByText('Articles that mention it').waitFor()
    expect(await theirs.getByRole('link', { name: 'Merge' }).count()).toBe(0)
    await theirs.goto(`${desk.url}/admin/vocabulary`)
    await theirs.getByText('a reviewer publishes them').waitFor()
    expect(await theirs.getByText('Publish at once').count()).toBe(0)
  })

  it('does all this without a complaint from the browser, but for the refusal that was asked for', () => {
    const others = desk.complaints.filter((complaint) => !/status of 400 .*\/api\/symptoms\//.test(complaint))
    expect(others).toEqual([])
  })
})
