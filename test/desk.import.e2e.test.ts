import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toText } from '../src/richtext/toText'
import { type Desk, missingBrowser, openDesk } from './desk'
import { docx } from './docx'
import { expectAccessible } from './expectAccessible'
import { startTimeout } from './startServer'
import { wordpressExport } from './wordpressExport'

const missing = missingBrowser('Import in a browser')

describe.skipIf(missing)('Import in a browser', { timeout: startTimeout }, () => {
  let desk: Desk
  let page: Page

  beforeAll(async () => {
    desk = await openDesk()
    await desk.send('POST', '/api/symptoms', { name: 'Leg cramps', _status: 'published' }, desk.token)
    const spanish = await desk.send('POST', '/api/symptoms', { name: 'Knee pain', _status: 'published' }, desk.token)
    const words = { name: 'Dolor de rodilla', localeStatus: 'ready', _status: 'published' }
    await desk.send('PATCH', `/api/symptoms/${spanish.doc.id}?locale=es`, words, desk.token)
    page = await desk.open(desk.administrator)
  }, startTimeout)
  afterAll(() => desk?.close())

  const files: Record<string, Uint8Array> = {
    'walking.docx': docx('Walking at night', 'Walking eases leg cramps. Leg cramps pass.'),
    'stretching.md': Buffer.from(
      '# Stretching\n\n## Before bed\n\nStretch your calves.\n\n### Slowly\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
    ),
    'rodilla.es.md': Buffer.from('# La rodilla\n\n## En casa\n\nEl dolor de rodilla cede con reposo.\n'),
    'photo.docx': Buffer.from('\u0089PNG\r\n\u001a\n00000000', 'latin1'),
  }
  const drop = async (...names: string[]) => {
    const sent = names.map((name) => ({ name, base64: Buffer.from(files[name] ?? []).toString('base64') }))
    const transfer = await page.evaluateHandle((all) => {
      const data = new DataTransfer()
      for (const { name, base64 } of all)
        data.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], name))
      return data
    }, sent)
    for (const type of ['dragenter', 'dragover', 'drop'])
      await page.dispatchEvent('.saphena-import .dropzone', type, { dataTransfer: transfer })
  }
  const card = (name: string) => page.locator('.saphena-import__file', { hasText: name })
  const articles = async (query = '') =>
    (
      await desk.send<{ docs: { id: string; title: string; _status: string; body: unknown }[] }>(
        'GET',
        `/api/articles?draft=true&depth=0&sort=title${query}`,
        undefined,
        desk.token,
      )
    ).docs

  it('is reached from the list of articles and from the navigation, by the keyboard too', async () => {
    await page.goto(`${desk.url}/admin/collections/articles`)
    const link = page.getByRole('link', { name: 'Import from files' })
    await link.focus()
    await desk.picture(page, 'list')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/admin/import')
    await page.getByRole('heading', { name: 'Import articles' }).waitFor()
    expect(await page.locator('#nav-import').getAttribute('aria-current')).toBe('page')
  })

  it('shows what each dropped file would become, and one that cannot be read stops no other', async () => {
    await drop('photo.docx', 'walking.docx', 'stretching.md', 'rodilla.es.md')
    await card('rodilla.es.md').getByText('Ready').waitFor()

    const walking = card('walking.docx')
    await walking.getByText('Leg cramps (symptom, 2 ×)').waitFor()
    expect(await walking.getByLabel('Title').inputValue()).toBe('Walking at night')

    const stretching = card('stretching.md')
    await stretching.getByText('2 headings').waitFor()
    expect(await stretching.locator('.saphena-import__headings li').allTextContents()).toEqual(['Before bed', 'Slowly'])
    await stretching.getByText('A table was turned into a list.').waitFor()

    const spanish = card('rodilla.es.md')
    expect(await spanish.getByLabel('Language').inputValue()).toBe('es')
    await spanish.getByText('Dolor de rodilla (symptom, 1 ×)').waitFor()

    await card('photo.docx').getByText('Cannot be read').waitFor()
    await card('photo.docx').getByText('it is a picture').waitFor()
    await desk.picture(page, 'previews')
    expect(await articles()).toEqual([])
  })

  it('finds other words where another language is chosen', async () => {
    const spanish = card('rodilla.es.md')
    await spanish.getByLabel('Language').selectOption('en')
    await spanish.getByText('Nothing to link in these words').waitFor()
    await spanish.getByLabel('Language').selectOption('es')
    await spanish.getByText('Dolor de rodilla (symptom, 1 ×)').waitFor()
  })

  it.each(['light', 'dark'] as const)('has no fault that axe-core finds, in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), colorScheme)
    await desk.picture(page, `previews-${colorScheme}`)
    await expectAccessible(page, '.saphena-import')
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
  })

  it('creates the drafts that are ticked, with the titles that were typed, by the keyboard alone', async () => {
    await card('stretching.md').getByLabel('Import this file').focus()
    await page.keyboard.press('Space')
    await card('walking.docx').getByLabel('Title').focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Walking eases cramps')
    await page.getByRole('button', { name: 'Create 2 drafts' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('2 files are imported.').waitFor()
    await desk.picture(page, 'created')
    expect((await articles('&locale=es')).map(({ title, _status }) => [title, _status])).toEqual(
      expect.arrayContaining([
        ['La rodilla', 'draft'],
        ['Walking eases cramps', 'draft'],
      ]),
    )
    expect(await articles()).toHaveLength(2)
    const link = card('walking.docx').getByRole('link', { name: 'Walking eases cramps' })
    const [made] = (await articles()).filter(({ title }) => title === 'Walking eases cramps')
    expect(await link.getAttribute('href')).toContain(`/admin/collections/articles/${made?.id}`)
  })

  it('knows a file again, and asks before it replaces a draft', async () => {
    await page.goto(`${desk.url}/admin/import`)
    files['again.docx'] = files['walking.docx'] ?? new Uint8Array()
    await page.setInputFiles('.saphena-import__chooser', [
      { name: 'walking.docx', mimeType: '', buffer: Buffer.from(docx('Walking', 'Other words.')) },
      { name: 'again.docx', mimeType: '', buffer: Buffer.from(files['again.docx']) },
    ])
    await card('again.docx').getByText('This file was imported before').waitFor()
    await card('walking.docx').getByText('A file of this name was imported before').waitFor()
    expect(await page.getByRole('button', { name: 'Create 0 drafts' }).isDisabled()).toBe(true)
    await desk.picture(page, 'known')
    await expectAccessible(page, '.saphena-import')
    await card('walking.docx').getByLabel('This file', { exact: true }).selectOption('new')
    await page.getByRole('button', { name: 'Create 1 draft' }).click()
    await page.getByText('1 file is imported.').waitFor()
    const titles = (await articles()).map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['Walking', 'Walking eases cramps']))
  })

  it('takes a WordPress export apart, and makes a draft of each post that is ticked', async () => {
    await page.goto(`${desk.url}/admin/import`)
    files['blog.xml'] = Buffer.from(
      wordpressExport([
        {
          id: 11,
          title: '',
          content: '',
          type: 'attachment',
          status: 'inherit',
          attachment: 'https://blog.example.org/leg.jpg',
        },
        { id: 12, title: 'Sore & stiff', content: '<p>Leg cramps wake.</p>', meta: [['_thumbnail_id', '11']] },
        { id: 13, title: 'Rest', content: '<p>Put your feet up.</p>', type: 'page' },
        { id: 14, title: 'Thrown away', content: 'Words.', status: 'trash' },
      ]),
    )
    await drop('blog.xml')
    await card('blog-13.xml').getByText('Ready').waitFor()
    expect(await page.locator('.saphena-import__file').count()).toBe(2)
    const sore = card('blog-12.xml')
    expect(await sore.getByLabel('Title').inputValue()).toBe('Sore & stiff')
    await sore.getByText('Leg cramps (symptom, 1 ×)').waitFor()
    await sore.getByText('A picture was left out: https://blog.example.org/leg.jpg.').waitFor()
    await desk.picture(page, 'wordpress')
    await card('blog-13.xml').getByLabel('Import this file').focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Create 1 draft' }).click()
    await page.getByText('1 file is imported.').waitFor()
    const titles = (await articles()).map(({ title }) => title)
    expect([titles.includes('Sore & stiff'), titles.includes('Rest')]).toEqual([true, false])
  })

  it('keeps the headings and lists of what is pasted from Word, and drops its looks', async () => {
    const { doc } = await desk.send('POST', '/api/articles?draft=true', { title: 'Pasted' }, desk.token)
    await page.goto(`${desk.url}/admin/collections/articles/${doc.id}`)
    const body = page.locator('#field-body, .rich-text-lexical').locator('[contenteditable=true]').first()
    await body.waitFor()
    await copy(
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{font-family:Calibri}</style></head><body><!--StartFragment-->
<h1 style='color:#2F5496'><span style='font-size:20pt'>Resting</span></h1>
<p class=MsoNormal><span style='font-family:Arial;color:red'>Lie <b>down</b> if leg cramps come.</span><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Drink</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>Water</p>
<p class=MsoNormal><img src="file:///C:/x.png"></p><!--EndFragment--></body></html>`,
    )
    await body.click()
    await page.keyboard.press('Control+V')
    await body.locator('h2', { hasText: 'Resting' }).waitFor()
    await page.getByText('Pasted: images were left out.').waitFor()
    await desk.picture(page, 'pasted')
    expect(await body.locator('[style*="color"], [style*="font"]').count()).toBe(0)
    expect(await body.locator('h1').count()).toBe(0)
    await body.locator('ul ul li', { hasText: 'Water' }).waitFor()
    await expect
      .poll(async () => toText((await articles(`&where[id][equals]=${doc.id}`))[0]?.body).text, { timeout: 10_000 })
      .toBe('Resting\nLie down if leg cramps come.\n- Drink\n- Water')
  })

  /** Puts HTML on the clipboard as another program does, in answer to a real Ctrl+C. */
  async function copy(html: string): Promise<void> {
    await page.evaluate((words) => {
      document.addEventListener(
        'copy',
        (event) => {
          event.clipboardData?.setData('text/html', words)
          event.clipboardData?.setData('text/plain', 'plain words')
          event.preventDefault()
          event.stopImmediatePropagation()
        },
        { capture: true, once: true },
      )
    }, html)
    await page.locator('#field-title').click()
    await page.keyboard.press('Control+C')
  }

  it('does all this without a complaint from the browser', () => {
    // what cannot be read is answered with 422, which browsers note
    expect(desk.complaints.filter((each) => !each.includes('422'))).toEqual([])
  })
})
