import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Desk, missingBrowser, openDesk } from './desk'
import { expectAccessible } from './expectAccessible'
import { startTimeout } from './startServer'

const missing = missingBrowser('The links panel in a browser')
const editor = { email: 'nurse@example.org', password: 'the-nurse-chose-this' }

interface Stored {
  symptoms: string[]
  remedies: string[]
  mentions: { target: string; text: string; status: string }[]
  linkDecisions: Record<'added' | 'dismissed', { symptom: string[] }>
  body: unknown
}

describe.skipIf(missing)('The links panel in a browser', { timeout: startTimeout }, () => {
  let desk: Desk
  let page: Page
  let panel: Locator
  let article: string
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    desk = await openDesk()
    await desk.send('POST', '/api/users', { ...editor, name: 'Nurse', role: 'editor' }, desk.token)
    const add = async (collection: string, name: string, synonyms: string[], inSpanish: string) => {
      const data = { name, synonyms, _status: 'published' }
      const { doc } = await desk.send('POST', `/api/${collection}`, data, desk.token)
      ids[name] = doc.id
      const spanish = { name: inSpanish, localeStatus: 'ready', _status: 'published' }
      await desk.send('PATCH', `/api/${collection}/${doc.id}?locale=es`, spanish, desk.token)
    }
    await add('symptoms', 'Leg cramps', ['cramp'], 'Calambres')
    await add('symptoms', 'Tremor', [], 'Temblor')
    await add('symptoms', 'Swelling', [], 'Hinchazón')
    await add('remedies', 'Leg elevation', [], 'Elevación de piernas')
    page = await desk.open(desk.administrator)
    panel = page.locator('#links-panel')
  }, startTimeout)
  afterAll(() => desk?.close())

  const body = (on: Page = page) => on.locator('.rich-text-lexical [contenteditable=true]').first()
  const type = async (...lines: string[]) => {
    await body().click()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    for (const [index, line] of lines.entries()) {
      if (index > 0) await page.keyboard.press('Enter')
      await page.keyboard.type(line)
    }
  }
  const newArticle = async (title: string, locale = 'en') => {
    await page.goto(`${desk.url}/admin/collections/articles/create?locale=${locale}`)
    await page.waitForURL(/articles\/[0-9a-f-]{36}/)
    article = /articles\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
    await page.fill('#field-title', title)
  }
  const group = (title: string, within = panel) => within.getByRole('region', { name: title })
  const open = (name: string, within = panel) =>
    within.getByRole('button', { name: new RegExp(`^${name} \\d+×`) }).click()
  const press = (name: string, within = panel) => within.getByRole('button', { name, exact: true }).first().click()
  const stored = (locale = 'en', token = desk.token) =>
    desk.send<Stored>('GET', `/api/articles/${article}?draft=true&depth=0&locale=${locale}`, undefined, token)
  const storedUntil = async (holds: (doc: Stored) => void, locale = 'en') =>
    vi.waitFor(async () => holds(await stored(locale)), { timeout: 15_000, interval: 200 })
  /** The words that are painted by a name. */
  const painted = (name: string, on: Page = page) =>
    on.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => String(range)), name)
  const paintedUntil = (name: string, words: string[]) =>
    expect.poll(() => painted(name), { timeout: 10_000 }).toEqual(words)
  const addByHand = async (name: string) => {
    await press('Add a link by hand')
    await page.locator('.list-drawer').getByText(name, { exact: true }).click()
    await group('Other links').getByText(name).waitFor()
  }
  /** Keeps each autosave on its way for a while, until `unrouteAll`. */
  const holdSaves = async () => {
    const held = { count: 0 }
    await page.route(/\/api\/articles\/[^/]+\?.*autosave/, async (route) => {
      held.count++
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      await route.continue()
    })
    return held
  }
  const selected = () => page.evaluate(() => String(getSelection()))

  it('finds links as one types, and underlines them without touching the content', async () => {
    await newArticle('Legs at night')
    await type('Leg cramps may wake you. A cramp passes.', 'There is no swelling.', 'Elevate the leg a little.')
    await group('Symptoms').getByText('Leg cramps').waitFor()
    await group('Symptoms')
      .getByRole('button', { name: /^Leg cramps 2× in the text/ })
      .waitFor()
    await group('Symptoms')
      .getByRole('button', { name: /^Swelling 1×/ })
      .waitFor()
    await group('Symptoms').getByText('Negated').waitFor()
    await group('Suggestions').getByText('Leg elevation').first().waitFor()
    await paintedUntil('saphena-mention', ['Leg cramps', 'cramp'])
    expect(await painted('saphena-suggestion')).toEqual(['Elevate the leg'])

    // the lines go with their words before the server has answered
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('At night: ')
    await paintedUntil('saphena-mention', ['Leg cramps', 'cramp'])
    await storedUntil(({ symptoms, remedies, mentions, body: kept }) => {
      expect(symptoms).toEqual([ids['Leg cramps']])
      expect(remedies).toEqual([])
      expect(mentions).toHaveLength(4)
      expect(JSON.stringify(kept)).not.toMatch(/highlight|underline|mark|"style":"[^"]/)
    })
    await desk.picture(page, 'found')
  })

  it('takes its editor to the words, one place after the other, from another tab too', async () => {
    const show = panel.getByRole('button', { name: 'Show Leg cramps in the text' })
    await show.click()
    await expect.poll(selected).toBe('Leg cramps')
    expect(await painted('saphena-shown')).toEqual(['Leg cramps'])
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-lexical-editor'))).toBe('true')
    await show.click()
    await expect.poll(selected).toBe('cramp')
    expect(await painted('saphena-shown')).toEqual(['cramp'])

    await page.locator('.tabs-field__tab-button', { hasText: 'Links' }).click()
    await body().waitFor({ state: 'detached' })
    await open('Swelling')
    await group('Symptoms').getByRole('button', { name: 'There is no swelling.' }).click()
    await expect.poll(selected).toBe('swelling')
    await paintedUntil('saphena-shown', ['swelling'])
    await paintedUntil('saphena-mention', ['Leg cramps', 'cramp'])
    // the highlight is over as soon as one goes on writing
    await page.keyboard.press('ArrowRight')
    await paintedUntil('saphena-shown', [])
  })

  it('says why: which term matched, how, negated or not, how sure', async () => {
    await press('Why?: swelling')
    const why = group('Symptoms').locator('.saphena-links__why:visible')
    expect(await why.locator('li').allTextContents()).toEqual([
      'It matched the name “Swelling”.',
      'Exact: the very words of the vocabulary.',
      'Negated: the text says that it is not there, or not to be done.',
      expect.stringMatching(/^\d+ % sure\. From 50 % on it links by itself\.$/),
    ])
    await press('Why?: Elevate the leg')
    await group('Suggestions').getByText('Loose: the same words in another order').waitFor()
    await desk.picture(page, 'why')
  })

  it('links a suggestion once it is accepted, and keeps to that through later saves and a new page', async () => {
    await press('Accept: Elevate the leg')
    await panel.getByText('“Elevate the leg”: accepted, and linked.').waitFor()
    await storedUntil(({ remedies }) => expect(remedies).toEqual([ids['Leg elevation']]))
    await body().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Then rest.')
    await storedUntil(({ remedies, body: kept }) => {
      expect(JSON.stringify(kept)).toContain('Then rest.')
      expect(remedies).toEqual([ids['Leg elevation']])
    })
    await page.reload()
    await open('Leg elevation', group('Remedies'))
    await group('Remedies').getByText('Accepted').first().waitFor()
    await press('Undo: Elevate the leg')
    await group('Suggestions').getByText('Leg elevation').first().waitFor()
    await storedUntil(({ remedies }) => expect(remedies).toEqual([]))
  })

  it('dismisses one place and not the others, and takes that back', async () => {
    await open('Leg cramps')
    await press('Not this here: cramp')
    await group('Dismissed')
      .getByRole('button', { name: /^Leg cramps 1×/ })
      .waitFor()
    await paintedUntil('saphena-mention', ['Leg cramps'])
    const statuses = ({ mentions }: Stored) =>
      mentions.filter(({ target }) => target === ids['Leg cramps']).map(({ text, status }) => `${text}: ${status}`)
    await storedUntil((doc) => {
      expect(statuses(doc)).toEqual(['Leg cramps: found', 'cramp: dismissed'])
      expect(doc.symptoms).toEqual([ids['Leg cramps']])
    })
    await page.reload()
    await group('Dismissed')
      .getByRole('button', { name: /^Leg cramps 1×/ })
      .click()
    await desk.picture(page, 'dismissed')
    await press('Undo: cramp')
    await group('Symptoms')
      .getByRole('button', { name: /^Leg cramps 2×/ })
      .waitFor()
    await storedUntil((doc) => expect(statuses(doc)).toEqual(['Leg cramps: found', 'cramp: found']))
  })

  it('keeps a decision that was made while an older save was still under way', async () => {
    await open('Leg cramps', group('Symptoms'))
    const held = await holdSaves()
    await body().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' More')
    await vi.waitFor(() => expect(held.count).toBe(1), { timeout: 10_000 })
    await press('Not this here: Leg cramps')
    await body().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' words.')
    await storedUntil(({ mentions, body: kept }) => {
      expect(JSON.stringify(kept)).toContain('More words.')
      expect(mentions.find(({ text }) => text === 'Leg cramps')?.status).toBe('dismissed')
    })
    await page.unrouteAll({ behavior: 'wait' })
    await press('Undo')
    await storedUntil(({ mentions }) =>
      expect(mentions.find(({ text }) => text === 'Leg cramps')?.status).toBe('found'),
    )
  })

  it('says so where the words are gone already', async () => {
    await type('Leg cramps hurt.', 'All is well.')
    await group('Symptoms')
      .getByRole('button', { name: /^Leg cramps 1×/ })
      .waitFor()
    await body().click()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await group('Symptoms').getByRole('button', { name: 'Show Leg cramps in the text' }).click()
    await panel.getByText('“Leg cramps” is not in the text any more.').waitFor()
  })

  it('teaches the vocabulary a phrase that means something else, and makes it forget it', async () => {
    await type('A tremor map shows where the ground moves.', 'A tremor of the hands is another thing.')
    await open('Tremor')
    await press('Never this phrase: tremor')
    const input = panel.getByLabel('Phrase that means something else')
    await expect.poll(() => input.inputValue()).toBe('tremor map')
    await desk.picture(page, 'never')
    await input.press('Enter')
    await panel.getByText('“tremor map” is never linked to Tremor again.').waitFor()
    await group('Symptoms')
      .getByRole('button', { name: /^Tremor 1×/ })
      .waitFor()
    const notPhrases = async () =>
      (await desk.send<{ notPhrases: string[] }>('GET', `/api/symptoms/${ids.Tremor}`, undefined, desk.token))
        .notPhrases
    expect(await notPhrases()).toEqual(['tremor map'])
    await press('Undo')
    await group('Symptoms')
      .getByRole('button', { name: /^Tremor 2×/ })
      .waitFor()
    expect(await notPhrases()).toEqual([])
  })

  it('adds a link by hand and takes it away', async () => {
    await addByHand('Swelling')
    await group('Other links').getByText('Added by hand').waitFor()
    await storedUntil(({ symptoms }) => expect(symptoms).toContain(ids.Swelling))
    await page.reload()
    await group('Other links').getByText('Added by hand').waitFor()
    await desk.picture(page, 'by-hand')
    await press('Remove Swelling')
    await group('Other links').getByText('Swelling').waitFor({ state: 'detached' })
    await storedUntil(({ symptoms }) => expect(symptoms).not.toContain(ids.Swelling))
  })

  it('keeps a link that was added by hand while a save of other words was under way, and takes none for another', async () => {
    await newArticle('Hands and legs')
    await type('Leg cramps may wake you.')
    await storedUntil(({ symptoms }) => expect(symptoms).toEqual([ids['Leg cramps']]))
    const held = await holdSaves()
    await type('A tremor of the hands.')
    await vi.waitFor(() => expect(held.count).toBe(1), { timeout: 10_000 })
    await addByHand('Swelling')
    await body().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' More words.')
    const linked = new Set([ids.Tremor, ids.Swelling])
    const holds = ({ symptoms, linkDecisions, body: kept }: Stored) => {
      expect(JSON.stringify(kept)).toContain('More words.')
      expect(new Set(symptoms)).toEqual(linked)
      expect([linkDecisions.added.symptom, linkDecisions.dismissed.symptom]).toEqual([[ids.Swelling], []])
    }
    await storedUntil(holds)
    await page.unrouteAll({ behavior: 'wait' })
    await page.keyboard.type(' And more.')
    await storedUntil((doc) => {
      expect(JSON.stringify(doc.body)).toContain('And more.')
      holds(doc)
    })
    await press('Remove Swelling')
    await storedUntil(({ symptoms }) => expect(symptoms).toEqual([ids.Tremor]))
  })

  it('takes back a word on a link, while its save is under way and before, and then holds none', async () => {
    await newArticle('Ankles')
    await type('Ankles may hurt.')
    await addByHand('Swelling')
    await storedUntil(({ symptoms }) => expect(symptoms).toEqual([ids.Swelling]))
    await body().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Often.')
    await storedUntil(({ body: kept }) => expect(JSON.stringify(kept)).toContain('Often.'))
    const held = await holdSaves()
    await press('Remove Swelling')
    await vi.waitFor(() => expect(held.count).toBe(1), { timeout: 10_000 })
    await press('Undo')
    await body().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' At night.')
    const decided = ({ linkDecisions }: Stored) => [linkDecisions.added.symptom, linkDecisions.dismissed.symptom]
    await storedUntil((doc) => {
      expect(JSON.stringify(doc.body)).toContain('At night.')
      expect(decided(doc)).toEqual([[ids.Swelling], []])
    })
    await page.unrouteAll({ behavior: 'wait' })

    await addByHand('Tremor')
    await press('Undo')
    await body().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' A tremor is new.')
    await storedUntil((doc) => {
      expect(new Set(doc.symptoms)).toEqual(new Set([ids.Swelling, ids.Tremor]))
      expect(decided(doc)).toEqual([[ids.Swelling], []])
    })
    await press('Remove Swelling')
    await storedUntil(({ symptoms }) => expect(symptoms).toEqual([ids.Tremor]))
  })

  it('makes a phrase of the text a symptom, offered or selected', async () => {
    await type('You may have a dry mouth.', 'Fluttering')
    await panel.getByRole('button', { name: /^Looks like a symptom/ }).click()
    await press('Add to the vocabulary: dry mouth')
    expect(await panel.getByLabel('Name').inputValue()).toBe('Dry mouth')
    await desk.picture(page, 'new-symptom')
    await press('Create and publish')
    await group('Symptoms')
      .getByRole('button', { name: /^Dry mouth 1×/ })
      .waitFor()
    await storedUntil(({ symptoms }) => expect(symptoms).toHaveLength(1))

    await body().getByText('Fluttering').dblclick()
    await press('New symptom or remedy')
    expect(await panel.getByLabel('Name').inputValue()).toBe('Fluttering')
    await panel.getByLabel('Name').press('Enter')
    await group('Not published yet').getByText('Fluttering').first().waitFor()
    await desk.picture(page, 'unpublished')
    await storedUntil(({ symptoms }) => expect(symptoms).toHaveLength(1))
  })

  it('does the same for Spanish content', async () => {
    await newArticle('Las piernas', 'es')
    await type(
      'Los calambres despiertan. No hay hinchazón.',
      'Un mapa de temblor ayuda.',
      'Levante las piernas. Tiene la boca seca.',
    )
    await group('Symptoms')
      .getByRole('button', { name: /^Calambres 1×/ })
      .waitFor()
    await group('Symptoms').getByText('Negated').waitFor()
    await paintedUntil('saphena-mention', ['calambres', 'temblor'])
    await panel.getByRole('button', { name: 'Show Temblor in the text' }).click()
    await expect.poll(selected).toBe('temblor')

    await press('Accept: Levante las piernas')
    await open('Calambres')
    await press('Not this here: calambres')
    await open('Temblor')
    await press('Never this phrase: temblor')
    await panel.getByLabel('Phrase that means something else').fill('mapa de temblor')
    await press('Never link this')
    await panel.getByText('“mapa de temblor” is never linked to Temblor again.').waitFor()
    await storedUntil(({ symptoms, remedies, mentions }) => {
      expect(remedies).toEqual([ids['Leg elevation']])
      expect(symptoms).toEqual([])
      expect(mentions.map(({ text, status }) => `${text}: ${status}`)).toEqual([
        'calambres: dismissed',
        'hinchazón: found',
        'Levante las piernas: accepted',
      ])
    }, 'es')
    await panel.getByRole('button', { name: /^Looks like a symptom/ }).click()
    await panel.getByRole('button', { name: 'Add to the vocabulary: boca seca' }).waitFor()
    expect(await panel.getByRole('button', { name: /^Add to the vocabulary:/ }).count()).toBe(1)
    await desk.picture(page, 'spanish')
    const entry = `/api/symptoms/${ids.Tremor}?locale=es&fallback-locale=none`
    expect((await desk.send<{ notPhrases: string[] }>('GET', entry, undefined, desk.token)).notPhrases).toEqual([
      'mapa de temblor',
    ])
  })

  it('shows in one language what the words of another link', async () => {
    await page.goto(`${desk.url}/admin/collections/articles/${article}?locale=en`)
    await panel.getByText('The words link nothing.').waitFor()
    await group('Other links').getByText('Leg elevation').waitFor()
    await group('Other links').getByText('From another language').waitFor()
    expect(
      await group('Other links')
        .getByRole('button', { name: /^Remove/ })
        .count(),
    ).toBe(0)
  })

  it('lets an editor who may not publish teach a draft, and says that it waits', async () => {
    const own = await desk.open(editor)
    const theirs = own.locator('#links-panel')
    await own.goto(`${desk.url}/admin/collections/articles/create?locale=en`)
    await own.waitForURL(/articles\/[0-9a-f-]{36}/)
    await body(own).click()
    await own.keyboard.type('A cramp iron holds stones.')
    await open('Leg cramps', theirs)
    await press('Never this phrase: cramp', theirs)
    await press('Never link this', theirs)
    await theirs.getByText('Saved as a draft of Leg cramps: “cramp iron” waits for a reviewer').waitFor()
    await group('Dismissed', theirs).getByText('Leg cramps').waitFor()
    await desk.picture(own, 'editor')
    const { notPhrases } = await desk.send<{ notPhrases: string[] }>('GET', `/api/symptoms/${ids['Leg cramps']}`)
    expect(notPhrases ?? []).toEqual([])
    await press('New symptom or remedy', theirs)
    expect(await theirs.getByRole('button', { name: 'Create and publish' }).count()).toBe(0)
    await own.context().close()
  })

  it('is used with the keyboard alone', async () => {
    await newArticle('By keyboard')
    await type('A cramp passes.', 'Elevate the leg a little.')
    await group('Suggestions').getByText('Leg elevation').first().waitFor()
    const focused = () =>
      page.evaluate(() => {
        const { activeElement } = document
        return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
      })
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 120; presses++) {
        if (name.test(await focused())) return
        await page.keyboard.press('Tab')
      }
      expect.fail(`Nothing called ${name} is reached by Tab`)
    }
    await page.locator('#field-title').focus()
    await tabTo(/^Why\?: Elevate the leg$/)
    await page.keyboard.press('Enter')
    await group('Suggestions').getByText('Not negated.').waitFor()
    expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).not.toBe('none')
    await page.locator('#field-title').focus()
    await tabTo(/^Accept: Elevate the leg$/)
    await page.keyboard.press('Enter')
    await group('Remedies')
      .getByRole('button', { name: /^Leg elevation/ })
      .waitFor()
    // what was pressed is gone, and one is still in the panel
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('#links-panel') !== null)).toBe(true)
    await tabTo(/^Leg cramps ?1×/)
    await page.keyboard.press('Enter')
    await tabTo(/^A cramp passes\.$/)
    await page.keyboard.press('Enter')
    await expect.poll(selected).toBe('cramp')
    await page.locator('#field-title').focus()
    await tabTo(/^New symptom or remedy$/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe('New symptom or remedy')
    await page.locator('#field-title').focus()
    await tabTo(/^Never this phrase: cramp$/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe('Never this phrase: cramp')
  })

  it.each(['light', 'dark'] as const)('has no barrier that axe finds, %s', async (colorScheme) => {
    const own = await desk.open(desk.administrator, { colorScheme })
    const theirs = own.locator('#links-panel')
    await own.goto(`${desk.url}/admin/collections/articles/create?locale=en`)
    await own.waitForURL(/articles\/[0-9a-f-]{36}/)
    await body(own).click()
    await own.keyboard.type('A cramp passes. No swelling. Elevate the leg a little. A stiff neck and Fluttering.')
    await open('Leg cramps', theirs)
    await press('Why?: cramp', theirs)
    await press('Not this here: Elevate the leg', theirs)
    await press('Never this phrase: cramp', theirs)
    await theirs.getByRole('button', { name: /^Looks like a symptom/ }).click()
    await press('Add to the vocabulary: stiff neck', theirs)
    await desk.picture(own, `axe-${colorScheme}`)
    await expectAccessible(own, '#links-panel')
    await own.context().close()
  })

  it('does all this without a complaint from the browser', () => {
    expect(desk.complaints).toEqual([])
  })
})
