import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, missingBrowser, openDesk } from './desk'
import { expectAccessible } from './expectAccessible'
import { selectWords } from './selectWords'
import { startTimeout } from './startServer'
import { paragraphs } from './startService'

const missing = missingBrowser('The review panel in a browser')
const nurse = { email: 'nurse@example.org', password: 'the-nurse-chose-this' }
const doctor = { email: 'doctor@example.org', password: 'the-doctor-chose-this' }

describe.skipIf(missing)('The review panel in a browser', { timeout: startTimeout }, () => {
  let desk: Desk
  let editor: Page
  let reviewer: Page
  let article = ''
  let nurseToken = ''

  beforeAll(async () => {
    // what else stands before publication has tests of its own
    desk = await openDesk({ SEED: 'false' }, { blocking: ['not-approved'] })
    await desk.send('POST', '/api/users', { ...nurse, name: 'Nadia', role: 'editor' }, desk.token)
    await desk.send('POST', '/api/users', { ...doctor, name: 'Dario', role: 'reviewer' }, desk.token)
    nurseToken = await desk.login(nurse)
    editor = await desk.open(nurse)
    reviewer = await desk.open(doctor)
    article = await write('Legs at night', 'Rest your legs for a while.', 'Then walk to the door and back.')
  }, startTimeout)
  afterAll(() => desk?.close())

  const write = async (title: string, ...lines: string[]): Promise<string> => {
    const words = { title, body: paragraphs(...lines) }
    return (await desk.send('POST', '/api/articles?draft=true', words, nurseToken)).doc.id
  }
  const eventually = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: 15_000 })
  /** Whoever has an article open may be the only one to change it. */
  const leave = (page: Page) => page.goto(`${desk.url}/admin`)
  const panelOf = (page: Page): Locator => page.locator('#field-review')
  const goTo = async (page: Page, id = article, locale = 'en') => {
    await page.goto(`${desk.url}/admin/collections/articles/${id}?locale=${locale}`)
    await panelOf(page).getByRole('heading', { name: 'Review' }).waitFor()
    await body(page).waitFor()
  }
  const body = (page: Page) => page.locator('.rich-text-lexical [contenteditable=true]').first()
  const press = (page: Page, name: string | RegExp) => panelOf(page).getByRole('button', { name }).first().click()
  const says = (page: Page, text: string | RegExp) => panelOf(page).getByText(text).first().waitFor()
  const published = async (id = article) =>
    (await (await fetch(`${desk.url}/api/articles/${id}`)).json()).title as string | undefined

  it('lets an editor submit what she wrote, and not approve it', async () => {
    await goTo(editor)
    await says(editor, 'Nobody has been asked to review it.')
    await desk.picture(editor, 'draft')
    await press(editor, 'Submit for review')
    await says(editor, 'It waits for a reviewer.')
    await says(editor, 'Nadia asked for a review')
    expect(await panelOf(editor).getByRole('button', { name: 'Approve' }).count()).toBe(0)
    await panelOf(editor).getByRole('button', { name: 'Take back' }).waitFor()
  })

  it('lets a reviewer comment on the words that he selects, and on the whole', async () => {
    await goTo(reviewer)
    await selectWords(reviewer, 'walk to the door')
    await press(reviewer, /^Comment$/)
    await panelOf(reviewer).getByLabel('Comment on “walk to the door”').fill('How far is that?')
    await press(reviewer, /^Comment$/)
    await panelOf(reviewer).getByText('How far is that?').waitFor()
    await panelOf(reviewer).getByText('1 open').waitFor()

    await body(reviewer).click()
    await reviewer.keyboard.press('Control+Home')
    await press(reviewer, /^Comment$/)
    await panelOf(reviewer).getByLabel('Comment on the whole article').fill('It needs a summary.')
    await press(reviewer, /^Comment$/)
    await panelOf(reviewer).getByText('2 open').waitFor()
    await desk.picture(reviewer, 'comments')
    const stored = await desk.send<{ docs: object[] }>(
      'GET',
      '/api/review-comments?sort=id&depth=0',
      undefined,
      desk.token,
    )
    expect(stored.docs).toMatchObject([
      { quote: 'walk to the door', start: 33, end: 49, byName: 'Dario', locale: 'en' },
      { text: 'It needs a summary.', byName: 'Dario' },
    ])
  })

  it('sends it back with a reason, and not without', async () => {
    await press(reviewer, 'Send back…')
    await press(reviewer, /^Send back$/)
    await says(reviewer, 'Write something first.')
    await panelOf(reviewer).getByLabel('What has to be changed?').fill('Say how far to walk.')
    await press(reviewer, /^Send back$/)
    await says(reviewer, 'A reviewer wants it changed.')
    await says(reviewer, 'Say how far to walk.')
  })

  it('takes the editor to the words of a comment, lets her answer, edit and settle it', async () => {
    await goTo(editor)
    await says(editor, 'Say how far to walk.')
    await press(editor, '“walk to the door”')
    await eventually(() => editor.evaluate(() => String(getSelection()))).toBe('walk to the door')
    await press(editor, 'Answer Dario: How far is that?')
    await panelOf(editor).getByRole('textbox', { name: 'Answer Dario' }).fill('Ten steps.')
    await press(editor, /^Answer$/)
    await says(editor, 'Ten steps.')

    await body(editor).click()
    await editor.keyboard.press('Control+Home')
    await editor.keyboard.type('At night: ')
    await eventually(async () => JSON.stringify(await stored())).toContain('At night: ')
    // moved by what was typed before it, and found again
    await press(editor, '“walk to the door”')
    await eventually(() => editor.evaluate(() => String(getSelection()))).toBe('walk to the door')
    await editor.keyboard.type('walk ten steps')
    await says(editor, /no longer in the text/)
    await eventually(async () => JSON.stringify(await stored())).toContain('walk ten steps')
    await press(editor, 'Settle: How far is that?')
    await panelOf(editor).getByText('1 open').waitFor()
    await press(editor, '1 settled')
    await says(editor, 'Settled by Nadia')
    await desk.picture(editor, 'settled')
    await press(editor, 'Reopen: How far is that?')
    await panelOf(editor).getByText('2 open').waitFor()
    await press(editor, 'Settle: How far is that?')
    await panelOf(editor).getByText('1 open').waitFor()
    await press(editor, 'Submit for review')
    await says(editor, 'It waits for a reviewer.')
    await leave(editor)
  })
  const stored = () =>
    desk.send<{ body: unknown }>('GET', `/api/articles/${article}?draft=true&depth=0`, undefined, desk.token)

  it('keeps a checklist with the version, filled in by the keyboard alone', async () => {
    await goTo(reviewer)
    const opener = panelOf(reviewer).getByRole('button', { name: 'Fill in: CDC Clear Communication Index' })
    await opener.focus()
    await reviewer.keyboard.press('Enter')
    const form = reviewer.locator('.saphena-review__checklist')
    await form.waitFor()
    await form.getByRole('button', { name: 'Keep with this version' }).focus()
    await reviewer.keyboard.press('Enter')
    await form.getByText('20 questions are not answered.').waitFor()
    // it has put us to the first one; each question is one stop, and Space answers with its first word
    for (let at = 0; at < 20; at++) {
      await reviewer.keyboard.press('Space')
      if (at === 3) await reviewer.keyboard.press('ArrowRight')
      await reviewer.keyboard.press('Tab')
    }
    await form.getByText('Score 95 of 100 (19 of 20 points), passed').waitFor()
    await desk.picture(reviewer, 'checklist')
    await reviewer.keyboard.press('Enter')
    await form.waitFor({ state: 'detached' })
    await says(reviewer, /Score 95 of 100/)
    const { docs } = await desk.send<{ docs: { versionKey: string }[] }>(
      'GET',
      '/api/review-checklists',
      undefined,
      desk.token,
    )
    const { versionKey } = (await stored()) as unknown as { versionKey: string }
    expect(docs).toMatchObject([{ instrument: 'cdc-index', byName: 'Dario', versionKey }])
  })

  it('lets a reviewer approve and publish', async () => {
    await panelOf(reviewer).getByText('One comment is not settled.').waitFor()
    await press(reviewer, /^Approve$/)
    await says(reviewer, 'Dario approved it. It may be published as it is.')
    await desk.picture(reviewer, 'approved')
    await goTo(reviewer)
    await reviewer
      .getByRole('button', { name: /^Publish in / })
      .first()
      .click()
    await says(reviewer, 'Readers get what Dario approved.')
    await leave(reviewer)
    expect(await published()).toBe('Legs at night')
  })

  it('shows what changed since the approval, and asks for another one', async () => {
    await goTo(editor)
    await body(editor).click()
    await editor.keyboard.press('Control+End')
    await editor.keyboard.type(' Slowly.')
    await says(editor, 'What was changed has to be approved again.')
    await press(editor, 'Changes since the approval')
    const drawer = editor.locator('.saphena-review__changes')
    await drawer.locator('.saphena-review__diff ins').filter({ hasText: 'Slowly.' }).waitFor()
    await desk.picture(editor, 'changes')
    await expectAccessible(editor, '.saphena-review__changes')
    await editor.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    await leave(editor)
  })

  it('reviews the Spanish text by itself', async () => {
    const spanish = { title: 'Piernas de noche', body: paragraphs('Descanse las piernas. Después camine.') }
    await desk.send('PATCH', `/api/articles/${article}?locale=es&draft=true`, spanish, nurseToken)
    await goTo(editor, article, 'es')
    await says(editor, 'Nobody has been asked to review it.')
    await press(editor, 'Submit for review')
    await says(editor, 'It waits for a reviewer.')
    await leave(editor)
    await goTo(reviewer, article, 'es')
    await selectWords(reviewer, 'las piernas')
    await press(reviewer, /^Comment$/)
    await panelOf(reviewer).getByLabel('Comment on “las piernas”').fill('¿Cuánto tiempo?')
    await press(reviewer, /^Comment$/)
    await says(reviewer, '¿Cuánto tiempo?')
    await press(reviewer, /^Approve$/)
    await says(reviewer, /Dario approved it/)
    await desk.picture(reviewer, 'spanish')
    await goTo(reviewer)
    await says(reviewer, 'What was changed has to be approved again.')
    expect(await panelOf(reviewer).getByText('¿Cuánto tiempo?').count()).toBe(0)
  })

  it('tells who did what, in a tab of the document and as a list that can be exported', async () => {
    await reviewer.getByRole('link', { name: 'History', exact: true }).last().click()
    await reviewer.waitForURL(`**/articles/${article}/history*`)
    const table = reviewer.locator('.saphena-history table')
    await table.getByText('Dario').first().waitFor()
    const rows = (await table.locator('tbody tr').allInnerTexts()).map((row) => row.split('\t').slice(1, 4).join(' '))
    expect(rows.reverse()).toEqual([
      'Nadia created English',
      'Nadia submitted English',
      'Dario sent back English',
      'Nadia changed English',
      'Nadia submitted English',
      'Dario approved English',
      'Dario published English',
      'Nadia changed English',
      'Nadia changed Español',
      'Nadia submitted Español',
      'Dario approved Español',
    ])
    await desk.picture(reviewer, 'history')
    await reviewer.goto(`${desk.url}/admin/collections/audit?where[action][equals]=approved`)
    const link = reviewer.getByRole('link', { name: 'Export as CSV' })
    const address = await link.getAttribute('href')
    await desk.picture(reviewer, 'audit')
    const csv = await reviewer.evaluate(async (url) => (await fetch(url as string)).text(), address)
    expect(csv.trim().split('\r\n')).toHaveLength(3)
  })

  it('is used by the keyboard alone', async () => {
    const id = await write('By keyboard', 'Rest your legs.')
    await goTo(editor, id)
    await panelOf(editor).getByRole('button', { name: 'Submit for review' }).focus()
    await editor.keyboard.press('Enter')
    await says(editor, 'It waits for a reviewer.')
    // the button is gone, and one is told where things stand now
    expect(await editor.evaluate(() => document.activeElement?.textContent)).toContain('In review')
    await goTo(reviewer, id)
    await panelOf(reviewer).getByRole('button', { name: 'Send back…' }).focus()
    await reviewer.keyboard.press('Enter')
    await reviewer.keyboard.type('More, please.')
    await reviewer.keyboard.press('Control+Enter')
    await says(reviewer, 'A reviewer wants it changed.')
    await panelOf(reviewer)
      .getByRole('button', { name: /^Comment$/ })
      .focus()
    await reviewer.keyboard.press('Space')
    await reviewer.keyboard.type('Which legs?')
    await reviewer.keyboard.press('Tab')
    await reviewer.keyboard.press('Enter')
    await says(reviewer, 'Which legs?')
    await panelOf(reviewer).getByRole('button', { name: 'Settle: Which legs?' }).focus()
    await reviewer.keyboard.press('Enter')
    await panelOf(reviewer).getByText('0 open').waitFor()
  })

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const page = await desk.open(doctor, { colorScheme })
    const complaints = desk.complaints.length
    await goTo(page)
    await press(page, '1 settled')
    await press(page, /^Comment$/)
    await desk.picture(page, `panel-${colorScheme}`)
    await expectAccessible(page, '#field-review')
    await press(page, 'Cancel')
    await press(page, 'Fill in: PEMAT-P')
    await page.locator('.saphena-review__checklist').getByText('0 of 24 answered').waitFor()
    await page.waitForTimeout(500) // until the drawer has come in
    await desk.picture(page, `checklist-${colorScheme}`)
    await expectAccessible(page, '.saphena-review__checklist')
    await page.goto(`${desk.url}/admin/collections/articles/${article}/history`)
    await page.locator('.saphena-history table').waitFor()
    await expectAccessible(page, '.saphena-history')
    expect(desk.complaints.slice(complaints)).toEqual([])
    await page.context().close()
  })

  it('does all this without a complaint from the browser', () => {
    expect(desk.complaints).toEqual([])
  })
})
