import { readdir, readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blockingByDefault, findingKinds } from '../src/editorial/preflight/findingCodes'
import { gradeText } from '../src/readability/gradeText'
import { fromMarkdown } from '../src/richtext/fromMarkdown'
import { toText } from '../src/richtext/toText'
import { type Album, openAlbum } from './album'
import { type Desk, missingBrowser, openDesk } from './desk'
import { docx } from './docx'
import { hardSentence, mendedDraft, sampleDraft } from './sampleDraft'
import { selectWords } from './selectWords'
import { startTimeout } from './startServer'

const missing = missingBrowser('The pictures of the guide')
const ana = { email: 'ana@example.org', password: 'the-nurse-chose-this' }
const sam = { email: 'sam@example.org', password: 'the-doctor-chose-this' }
const laptop = { width: 1280, height: 800 }
/** So high that a panel is on it as a whole. */
const tall = { width: 1280, height: 3200 }

describe.skipIf(missing)('The pictures of the guide', { timeout: startTimeout }, () => {
  let desk: Desk
  let album: Album
  let editor: Page
  let reviewer: Page
  let article = ''
  let token = ''
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    album = await openAlbum()
    desk = await openDesk({ SEED: 'true', REFERENCES_CHECK: 'false' })
    await desk.send('POST', '/api/users', { ...ana, name: 'Ana Ruiz', role: 'editor' }, desk.token)
    await desk.send('POST', '/api/users', { ...sam, name: 'Dr. Sam Lee', role: 'reviewer' }, desk.token)
    for (const [path, slug] of [
      ['articles', 'swollen-legs'],
      ['articles', 'knee-pain-and-staying-active'],
      ['articles', 'varicose-veins'],
      ['symptoms', 'leg-cramps'],
    ] as const) {
      const { docs } = await desk.send<{ docs: { id: string }[] }>('GET', `/api/${path}?where[slug][equals]=${slug}`)
      ids[slug] = docs[0]?.id as string
    }
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    const change = (slug: string, data: object) =>
      desk.send('PATCH', `/api/articles/${ids[slug]}`, { ...data, _status: 'published' }, desk.token)
    await change('varicose-veins', { nextReviewDue: inDays(-3) })
    await change('knee-pain-and-staying-active', { nextReviewDue: inDays(12) })
    await change('swollen-legs', { summary: 'Why legs swell, what helps at home, and when swelling needs a doctor.' })
    // only now: what stands in the way of an article is shown as a new organisation sees it
    const preflight = { blocking: blockingByDefault }
    await desk.send('POST', '/api/globals/organisation', { preflight }, desk.token)
    token = await desk.login(ana)
    article = (await desk.send('POST', '/api/articles?draft=true', sampleDraft, token)).doc.id
    editor = await desk.open(ana, { viewport: laptop })
    reviewer = await desk.open(sam, { viewport: laptop })
  }, startTimeout)
  afterAll(async () => {
    await desk?.close()
    await album?.close()
  })

  const goTo = async (page: Page, id = article, at = '?locale=en') => {
    await page.goto(`${desk.url}/admin/collections/articles/${id}${at}`)
    await page.locator('.doc-header').waitFor()
  }
  /** Whoever has an article open may be the only one to change it. */
  const leave = (page: Page) => page.goto(`${desk.url}/admin`)
  const ready = async (page: Page) => {
    await page.locator('#preflight-panel').getByText('to think about').waitFor()
    await page
      .locator('#links-panel')
      .getByRole('button', { name: /^leg cramps/ })
      .waitFor()
    await page.locator('#plain-language-panel').getByText('Target: 6 to 8.').first().waitFor()
    await page
      .locator('#field-review')
      .getByRole('heading', { name: /^Comments/ })
      .waitFor()
  }
  const saved = (page: Page) => page.waitForResponse((each) => each.url().includes('autosave=true') && each.ok())
  const takePanel = async (page: Page, name: string, panel: Locator) => {
    await page.setViewportSize(tall)
    await page.mouse.move(0, 0)
    await page.waitForTimeout(300)
    await album.take(page, name, panel)
    await page.setViewportSize(laptop)
  }

  it('the way in', async () => {
    const page = await desk.open(undefined, { viewport: { width: 900, height: 520 } })
    await page.goto(`${desk.url}/admin/login`)
    await page.fill('#field-email', ana.email)
    await page.fill('#field-password', ana.password)
    await page.getByRole('link', { name: 'Forgot password?' }).waitFor()
    await album.take(page, 'login')
    await page.click('button[type=submit]')
    await page.getByRole('heading', { name: 'Your desk' }).waitFor()
    await page.context().close()
  })

  it('an article with its panels', async () => {
    await goTo(reviewer)
    await ready(reviewer)
    // who may not publish has no such button
    await reviewer.getByRole('button', { name: /^Not ready: \d to mend$/ }).waitFor()
    await expect
      .poll(() => reviewer.evaluate(() => [...(CSS.highlights.get('saphena-mention') ?? [])].map(String)))
      .toContain('leg cramps')
    await album.take(reviewer, 'article')
    await leave(reviewer)
  })

  it('preflight', async () => {
    await goTo(editor)
    await ready(editor)
    const panel = editor.locator('#preflight-panel')
    await panel.getByText(/“chest pain”.* can be an emergency/i).waitFor()
    await panel.getByText('Nobody approved this text.').waitFor()
    await panel.getByText('speaks of a study').waitFor()
    await takePanel(editor, 'preflight', panel)
  })

  it('links', async () => {
    const panel = editor.locator('#links-panel')
    const suggestions = panel.getByRole('region', { name: 'Suggestions' })
    await suggestions.getByText('leg elevation').first().waitFor()
    await suggestions.getByRole('button', { name: /^Why\?: Lift/ }).click()
    await suggestions.getByText('Loose: the same words in another order').waitFor()
    await takePanel(editor, 'links', panel)
    const kept = saved(editor)
    await suggestions.getByRole('button', { name: /^Accept: Lift/ }).click()
    await panel.getByText('accepted, and linked.').waitFor()
    await kept
  })

  it('plain language', async () => {
    const panel = editor.locator('#plain-language-panel')
    await panel.getByRole('button', { name: 'Replace: adhere to, with: stick to' }).waitFor()
    await panel.getByText(hardSentence.slice(0, 60)).waitFor()
    await takePanel(editor, 'plain-language', panel)
  })

  it('a review', async () => {
    await goTo(editor)
    await editor.locator('#field-review').getByRole('button', { name: 'Submit for review' }).click()
    await editor.locator('#field-review').getByText('It waits for a reviewer.').waitFor()
    await leave(editor)

    await reviewer.goto(`${desk.url}/admin`)
    await reviewer.locator('#figure-waiting-for-me', { hasText: '1' }).waitFor()
    await reviewer.locator('#figure-overdue', { hasText: '1' }).waitFor()
    await reviewer.locator('#figure-stale-translations', { hasText: '1' }).waitFor()
    await album.take(reviewer, 'first-page')

    await goTo(reviewer)
    await ready(reviewer)
    await selectWords(reviewer, 'for a while')
    const panel = reviewer.locator('#field-review')
    await panel.getByRole('button', { name: 'Comment', exact: true }).click()
    await panel.getByLabel('Comment on “for a while”').fill('How long? Please give a time.')
    await panel.getByRole('button', { name: 'Comment', exact: true }).click()
    await panel.getByText('1 open').waitFor()
    await panel.getByRole('button', { name: 'Approve' }).waitFor()
    await takePanel(reviewer, 'review', panel)
  })

  it('what changed since an approval', async () => {
    const panel = reviewer.locator('#field-review')
    await panel.getByRole('button', { name: 'Approve' }).click()
    await panel.getByText('Dr. Sam Lee approved it.').waitFor()
    await leave(reviewer)
    await desk.send('PATCH', `/api/articles/${article}?draft=true`, mendedDraft, token)
    await goTo(reviewer)
    await ready(reviewer)
    await panel.getByRole('button', { name: 'Changes since the approval' }).click()
    const changes = reviewer.locator('.saphena-review__changes')
    await changes.locator('ins', { hasText: 'told' }).first().waitFor()
    await changes.locator('del', { hasText: 'Patients' }).first().waitFor()
    await reviewer.waitForTimeout(500) // until the drawer has come in
    await album.take(reviewer, 'changes')
    await reviewer.keyboard.press('Escape')
    await changes.waitFor({ state: 'detached' })
  })

  it('a checklist', async () => {
    const panel = reviewer.locator('#field-review')
    await panel.getByRole('button', { name: 'Fill in: CDC Clear Communication Index' }).click()
    const form = reviewer.locator('.saphena-review__checklist')
    await form.getByText('0 of 20 answered').waitFor()
    await reviewer.waitForTimeout(500)
    await album.take(reviewer, 'checklist')
    await reviewer.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
  })

  it('publishing, now or on a day', async () => {
    await leave(reviewer)
    await goTo(editor)
    await editor.locator('#field-review').getByRole('button', { name: 'Submit for review' }).click()
    await editor.locator('#field-review').getByText('It waits for a reviewer.').waitFor()
    await leave(editor)
    await goTo(reviewer)
    const panel = reviewer.locator('#field-review')
    await panel.getByRole('button', { name: 'Approve' }).click()
    await panel.getByText('Dr. Sam Lee approved it.').waitFor()
    await reviewer.locator('#preflight-panel').getByText('Nothing blocks publication.').waitFor()
    await reviewer.locator('.form-submit .popup-button').first().click()
    await reviewer.locator('#schedule-publish').click()
    await reviewer.locator('#scheduled-publish-save').waitFor()
    await reviewer.locator('.schedule-publish').getByText('Publish', { exact: true }).click()
    await reviewer.waitForTimeout(500)
    await album.take(reviewer, 'schedule')
    await reviewer.keyboard.press('Escape')
    await reviewer.locator('#scheduled-publish-save').waitFor({ state: 'detached' })
    await reviewer.locator('#action-save').click()
    await panel.getByText('Readers get what Dr. Sam Lee approved.').waitFor()
    expect((await (await fetch(`${desk.url}/api/articles/${article}`)).json()).title).toBe(sampleDraft.title)
  })

  it('its history', async () => {
    await goTo(reviewer, article, '/history')
    const table = reviewer.locator('.saphena-history table')
    await table.getByText('approved').first().waitFor()
    expect(await table.getByText('Dr. Sam Lee').count()).toBeGreaterThan(2)
    await album.take(reviewer, 'history')
  })

  it('files that become drafts', async () => {
    await editor.goto(`${desk.url}/admin/import`)
    await editor.setInputFiles('.saphena-import__chooser', [
      {
        name: 'tired-legs.docx',
        mimeType: '',
        buffer: Buffer.from(
          docx('Tired legs after work', 'Heavy legs are common after a long day. Leg elevation helps.'),
        ),
      },
      {
        name: 'dry-skin.md',
        mimeType: '',
        buffer: Buffer.from(
          '# Dry skin\n\n## At home\n\nUse a moisturizer after a shower.\n\n## When to ask\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
        ),
      },
    ])
    await editor.locator('.saphena-import__file', { hasText: 'dry-skin.md' }).getByText('2 headings').waitFor()
    await editor.getByText('leg elevation (remedy, 1 ×)').waitFor()
    await editor.getByRole('button', { name: 'Create 2 drafts' }).waitFor()
    await album.take(editor, 'import')
  })

  it('two languages side by side', async () => {
    await goTo(editor, ids['swollen-legs'], '/translation?locale=es')
    const pair = editor.locator('.saphena-pair[data-path="summary"]')
    await pair.getByText('Older than its source').waitFor()
    await editor.locator('.saphena-pair[data-path="body"] [contenteditable=true]').waitFor()
    await album.take(editor, 'translation')
  })

  it('a preview, and a link for a clinician', async () => {
    await goTo(editor)
    await editor.locator('#live-preview-toggler').click()
    const frame = editor.frameLocator('#live-preview-iframe')
    await frame.getByRole('heading', { level: 1, name: sampleDraft.title }).waitFor()
    await frame.getByRole('link', { name: 'leg cramps' }).first().waitFor()
    await editor.waitForTimeout(300)
    await album.take(editor, 'preview')
    await editor.locator('#live-preview-toggler').click()
    await editor.getByRole('button', { name: 'Share draft' }).click()
    await editor.getByRole('button', { name: 'Create link' }).click()
    await editor.getByText('not opened yet').waitFor()
    await editor.waitForTimeout(500)
    await album.take(editor, 'share')
    await leave(editor)
  })

  it('the vocabulary', async () => {
    await editor.goto(`${desk.url}/admin/collections/symptoms/${ids['leg-cramps']}?locale=en`)
    await editor.locator('.field-synonyms input').click()
    const kept = saved(editor)
    await editor.keyboard.type('hard knot')
    await editor.keyboard.press('Enter')
    const tried = editor.locator('.saphena-try')
    await expect.poll(() => tried.textContent(), { timeout: 20_000 }).toContain('They would match')
    await tried.locator('mark', { hasText: 'hard knot' }).waitFor()
    await kept
    await album.take(editor, 'vocabulary')
    await editor.goto(`${desk.url}/admin/collections/symptoms/${ids['leg-cramps']}/mentions?locale=en`)
    await editor.getByText('published articles link it.').waitFor()
    await album.take(editor, 'mentions')
    await leave(editor)
  })

  it('a correction', async () => {
    await goTo(reviewer)
    await reviewer.locator('.tabs-field__tab-button', { hasText: 'Evidence and review' }).click()
    const recall = reviewer.locator('#field-recall')
    await recall.getByText('Correction or recall').waitFor()
    await reviewer.locator('#field-recall__kind').click()
    await reviewer.getByText('Corrected', { exact: true }).click()
    const kept = saved(reviewer)
    await reviewer.locator('#field-recall__reason').fill('The advice on drinking was not clear enough.')
    await reviewer.setViewportSize(tall)
    await album.take(reviewer, 'recall', recall)
    await reviewer.setViewportSize(laptop)
    await kept
    await leave(reviewer)
  })

  it('the same in the dark', async () => {
    const dark = await desk.open(sam, { viewport: laptop, colorScheme: 'dark' })
    await goTo(dark)
    await dark.locator('.tabs-field__tab-button', { hasText: /^Article$/ }).click()
    await ready(dark)
    await dark.locator('.rich-text-lexical [contenteditable=true]').first().waitFor()
    await album.take(dark, 'article-dark')
    await dark.context().close()
  })

  it('are those that the guide and the README show, and no others', async () => {
    const shown = new Set<string>()
    for (const file of ['README.md', 'docs/editors.md'])
      for (const [, alt, name] of (await readFile(file, 'utf8')).matchAll(
        /!\[([^\]]*)\]\((?:docs\/)?images\/([^)]+)\.png\)/g,
      )) {
        expect(alt?.length, `${file} says what ${name} shows`).toBeGreaterThan(20)
        shown.add(name as string)
      }
    expect([...shown].sort()).toEqual([...album.taken].sort())
    const files = (await readdir('docs/images', { withFileTypes: true })).filter((entry) => entry.isFile())
    expect(files.map(({ name }) => name).sort()).toEqual([...shown].map((name) => `${name}.png`).sort())
  })

  it('are taken without a complaint from the browser', () => {
    expect(desk.complaints).toEqual([])
  })
})

it('The guide is as easy to read as articles are asked to be', async () => {
  const { body } = fromMarkdown(await readFile('docs/editors.md', 'utf8'))
  const scores = gradeText(toText(body).text, 'en')
  expect(scores?.fleschKincaidGrade).toBeLessThanOrEqual(8)
  expect(scores?.fleschReadingEase).toBeGreaterThanOrEqual(60)
})

it('The guide names all that preflight finds, and whether it blocks', async () => {
  const guide = await readFile('docs/editors.md', 'utf8')
  for (const { blocks, label } of findingKinds)
    expect(guide).toMatch(new RegExp(`^\\| ${label} +\\| ${blocks ? 'blocks' : 'advises'} +\\|`, 'm'))
})
