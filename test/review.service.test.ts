import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { schedulePublication } from './schedulePublication'
import { type Answer, describeService, type Name, paragraphs, type Service, startService } from './startService'

const names = ['admin', 'reviewer', 'editor', 'api', 'stranger'] as const
type Action = 'submit' | 'take-back' | 'approve' | 'send-back'

describeService('The review of an article', () => {
  let service: Service
  let people: Service['people']

  beforeAll(async () => {
    service = await startService()
    people = service.people
  })
  afterAll(() => service?.close())

  const get = (who: Name, path: string) => service.ask(who, 'GET', `/api/${path}`)
  const post = (who: Name, path: string, body?: object) => service.ask(who, 'POST', `/api/${path}`, body)
  const patch = (who: Name, path: string, body: object) => service.ask(who, 'PATCH', `/api/${path}`, body)
  const act = (who: Name, id: string, action: Action, more: { locale?: string; note?: string; digest?: string } = {}) =>
    post(who, `articles/${id}/review`, { action, locale: 'en', ...more })
  const review = async (id: string, locale = 'en', who: Name = 'reviewer') =>
    (await get(who, `articles/${id}/review?locale=${locale}`)).body
  const write = async (who: Name = 'editor', more: object = {}): Promise<string> =>
    (await post(who, 'articles?draft=true', { title: 'Legs at night', body: paragraphs('Rest your legs.'), ...more }))
      .body.doc.id
  const edit = (who: Name, id: string, data: object, query = '') =>
    patch(who, `articles/${id}?draft=true${query}`, data)
  const submitted = async (who: Name = 'editor', more: object = {}) => {
    const id = await write(who, more)
    await act('editor', id, 'submit')
    return id
  }
  const approved = async (more: object = {}) => {
    const id = await submitted('editor', more)
    expect((await act('reviewer', id, 'approve')).status).toBe(200)
    return id
  }

  it('goes from draft to review, back with a reason, and to approval, with who and when', async () => {
    const id = await write()
    expect(await review(id)).toMatchObject({ state: 'draft', published: false, events: [], may: ['submit'] })
    expect((await act('editor', id, 'submit', { note: 'Please look at the doses.' })).body.state).toBe('in-review')
    expect((await act('reviewer', id, 'send-back', { note: 'Which source is this from?' })).body.state).toBe(
      'sent-back',
    )
    await edit('editor', id, { summary: 'With a source.' })
    expect((await act('editor', id, 'submit')).body.state).toBe('in-review')
    const { body } = await act('reviewer', id, 'approve')
    expect(body).toMatchObject({ state: 'approved', published: false, approval: { byName: 'The reviewer' } })
    expect(
      body.events.map(({ byName, event, note }: Record<string, string>) => `${byName} ${event} ${note}`.trim()),
    ).toEqual([
      'The reviewer approved',
      'The editor submitted',
      'The reviewer sent-back Which source is this from?',
      'The editor submitted Please look at the doses.',
    ])
    expect(Math.abs(Date.now() - Date.parse(body.events[0].at))).toBeLessThan(60_000)
    await patch('reviewer', `articles/${id}`, { _status: 'published' })
    expect(await review(id)).toMatchObject({ state: 'approved', published: true })
    const history = (await get('admin', `audit?where[document][equals]=${id}&sort=id`)).body.docs
    expect(history.map(({ action }: { action: string }) => action)).toEqual([
      ...['created', 'submitted', 'sent-back', 'changed', 'submitted', 'approved', 'published'],
    ])
  })

  describe('is a matter of roles', () => {
    const rows: Record<string, (who: Name) => Promise<Answer>> = {
      '200 200 200 403 401 look': async (who) => get(who, `articles/${await write()}/review?locale=en`),
      '200 200 200 403 401 look at changes': async (who) =>
        get(who, `articles/${await write()}/review/changes?locale=en`),
      '200 200 200 403 401 submit': async (who) => act(who, await write(), 'submit'),
      '200 200 200 403 401 take back': async (who) => act(who, await submitted(), 'take-back'),
      '200 200 403 403 401 approve': async (who) => act(who, await submitted(), 'approve'),
      '200 200 403 403 401 send back': async (who) => act(who, await submitted(), 'send-back', { note: 'No.' }),
      '200 200 403 403 401 send an approved one back': async (who) =>
        act(who, await approved(), 'send-back', { note: 'No.' }),
    }
    for (const [row, attempt] of Object.entries(rows)) {
      const [, statuses = '', action] = /^((?:\d+ )+) *(.*)$/.exec(row) ?? []
      const expected = statuses.trim().split(' ').map(Number)
      it.each(names.map((who, at) => [who, expected[at]] as const))(`${action} as %s: %i`, async (who, status) => {
        expect((await attempt(who)).status).toBe(status)
      })
    }
  })

  it.each([
    ['approve', 'a draft', () => write()],
    ['approve', 'what is approved', () => approved()],
    ['send-back', 'a draft', () => write()],
    ['take-back', 'a draft', () => write()],
    ['submit', 'what is in review', () => submitted()],
    ['submit', 'what is approved', () => approved()],
  ] as const)('does not %s %s', async (action, _, make) => {
    expect((await act('reviewer', await make(), action, { note: 'Why.' })).status).toBe(409)
  })

  it('refuses what it cannot read', async () => {
    const id = await submitted()
    expect((await act('reviewer', id, 'publish' as never)).status).toBe(400)
    expect((await act('reviewer', id, 'toString' as never)).status).toBe(400)
    expect((await act('reviewer', id, 'approve', { locale: 'fr' })).status).toBe(400)
    expect((await act('reviewer', id, 'approve', { locale: 'all' })).status).toBe(400)
    expect((await act('reviewer', id, 'send-back', { note: '  ' })).status).toBe(400)
    expect((await act('reviewer', id, 'send-back', { note: 'x'.repeat(5_000) })).status).toBe(400)
    expect((await act('reviewer', 'nothing', 'approve')).status).toBe(404)
    expect((await get('editor', `articles/${id}/review`)).status).toBe(400)
  })

  it('does not approve a text that changed since it was read', async () => {
    const id = await submitted()
    const { digest } = await review(id)
    await edit('editor', id, { body: paragraphs('Rest your legs twice.') })
    expect((await act('reviewer', id, 'approve', { digest })).status).toBe(409)
    expect((await act('reviewer', id, 'approve', { digest: (await review(id)).digest })).status).toBe(200)
  })

  describe('nobody approves his own text', () => {
    const own: [string, Name, () => Promise<string>][] = [
      ['whoever wrote it', 'reviewer', () => submitted('reviewer')],
      ['an administrator who wrote it', 'admin', () => submitted('admin')],
      ['its author, whoever typed it', 'reviewer', () => submitted('editor', { author: people.reviewer })],
      [
        'whoever changed it last',
        'reviewer',
        async () => {
          const id = await submitted()
          await edit('reviewer', id, { title: 'Legs by night' })
          return id
        },
      ],
      [
        'whoever began it, though another one wrote on',
        'reviewer',
        async () => {
          const id = await submitted('reviewer')
          await edit('editor', id, { title: 'Legs by night' })
          return id
        },
      ],
      [
        'whoever changed what all languages share',
        'reviewer',
        async () => {
          const id = await submitted()
          await edit('reviewer', id, { references: [{ citation: 'A study.' }] }, '&locale=es')
          return id
        },
      ],
      [
        'whoever copied it',
        'reviewer',
        async () => {
          const { body } = await post('reviewer', `articles/${await approved()}/duplicate?draft=true`, {})
          await act('editor', body.doc.id, 'submit')
          return body.doc.id
        },
      ],
      [
        'whoever put an old version back',
        'reviewer',
        async () => {
          const id = await write()
          await patch('editor', `articles/${id}`, { title: 'A second' })
          await patch('editor', `articles/${id}`, { title: 'A third' })
          const { docs } = (await get('admin', `articles/versions?where[parent][equals]=${id}&sort=createdAt`)).body
          await post('reviewer', `articles/versions/${docs[1].id}?draft=true`)
          await edit('reviewer', id, { summary: 'More.' })
          await act('editor', id, 'submit')
          return id
        },
      ],
      [
        'whoever says in the request that another one wrote it',
        'reviewer',
        async () => submitted('reviewer', { writing: { en: [], shared: [] }, versionKey: 'mine' }),
      ],
    ]
    it.each(own)('not %s', async (_, who, make) => {
      const id = await make()
      const answer = await act(who, id, 'approve')
      expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([403, 'own'])
      expect((await review(id, 'en', who)).may).not.toContain('approve')
      expect((await review(id, 'en', who)).refusal).toBe('own')
    })

    it('but somebody who undid his own slip may', async () => {
      const id = await submitted()
      await edit('reviewer', id, { title: 'Legs at nightx' })
      await edit('reviewer', id, { title: 'Legs at night' })
      expect((await act('reviewer', id, 'approve')).status).toBe(200)
    })

    it('and who wrote before the last approval may approve what came after', async () => {
      const id = await submitted('reviewer')
      expect((await act('admin', id, 'approve')).status).toBe(200)
      await edit('editor', id, { title: 'Legs, again' })
      await act('editor', id, 'submit')
      expect((await act('reviewer', id, 'approve')).status).toBe(200)
    })

    it('unless the organisation has one clinician, and says so', async () => {
      const id = await submitted('admin')
      const allow = (allowOwnApproval: boolean) =>
        post('admin', 'globals/organisation', { review: { allowOwnApproval } })
      expect((await post('reviewer', 'globals/organisation', { review: { allowOwnApproval: true } })).status).toBe(403)
      await allow(true)
      try {
        expect((await act('admin', id, 'approve')).status).toBe(200)
      } finally {
        await allow(false)
      }
    })
  })

  it.each([
    ['the title', { title: 'Other' }],
    ['the body', { body: paragraphs('Rest your legs, and walk.') }],
    ['the summary', { summary: 'Other' }],
    ['the key points', { keyPoints: ['Walk.'] }],
    ['when to seek care', { seekCare: { urgency: 'urgent' } }],
    ['the references', { references: [{ citation: 'A study.' }] }],
    ['what search engines show', { seo: { description: 'Other' } }],
  ])('an edit of %s after the approval needs another one', async (_, data) => {
    const id = await approved()
    await edit('editor', id, data)
    expect(await review(id)).toMatchObject({ state: 'changed', may: ['submit'] })
    await act('editor', id, 'submit')
    expect((await act('reviewer', id, 'approve')).body.state).toBe('approved')
  })

  it('what is no clinical content changes nothing: notes, dates, a relinking, a save without a change', async () => {
    const id = await approved({ body: paragraphs('Numb toes are common.') })
    await edit('editor', id, { internalNotes: 'Ask again', license: 'CC BY 4.0', nextReviewDue: '2030-01-01' })
    await edit('editor', id, { title: 'Legs at night' })
    await post('reviewer', 'symptoms', { name: 'Numb toes', _status: 'published' })
    await service.runJobs()
    const linked = (await get('editor', `articles/${id}?draft=true&depth=0`)).body
    expect(linked.symptoms).toHaveLength(1)
    expect((await review(id)).state).toBe('approved')
    await edit('editor', id, { body: linked.body, mentions: linked.mentions, symptoms: [] })
    expect((await review(id)).state).toBe('approved')
  })

  it('an approval is none of another language, and a change of one leaves the other', async () => {
    const id = await approved()
    await edit('editor', id, { title: 'Piernas', body: paragraphs('Descanse las piernas.') }, '&locale=es')
    expect((await review(id, 'en')).state).toBe('approved')
    expect((await review(id, 'es')).state).toBe('draft')
    await act('editor', id, 'submit', { locale: 'es' })
    expect((await act('reviewer', id, 'approve', { locale: 'es' })).body.state).toBe('approved')
    await edit('editor', id, { title: 'Other' })
    expect([(await review(id, 'en')).state, (await review(id, 'es')).state]).toEqual(['changed', 'approved'])
    await edit('editor', id, { references: [{ citation: 'A study.' }] })
    expect((await review(id, 'es')).state).toBe('changed')
  })

  it('shows what changed since the approval, word by word, in plain text', async () => {
    const id = await approved({ summary: 'How to rest.' })
    await edit('editor', id, { body: paragraphs('Rest your tired legs.'), summary: 'How to rest well.' })
    const { body } = await get('reviewer', `articles/${id}/review/changes?locale=en`)
    expect(body.since).toMatchObject({ byName: 'The reviewer', event: 'approved' })
    expect(body.fields.map(({ field }: { field: string }) => field)).toEqual(['summary', 'body'])
    const parts = body.fields[1].parts as { text: string; kind: string }[]
    expect(parts.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim())).toEqual(['tired'])
    expect(
      parts
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe('Rest your legs.')
  })

  it('still knows what was approved after autosave wrote on in the same version', async () => {
    const id = await write()
    await edit('editor', id, { summary: 'One.' }, '&autosave=true')
    await act('editor', id, 'submit')
    await act('reviewer', id, 'approve')
    await edit('editor', id, { summary: 'Two.' }, '&autosave=true')
    const { fields } = (await get('reviewer', `articles/${id}/review/changes?locale=en`)).body
    expect(fields[0].parts.map(({ text, kind }: Record<string, string>) => `${kind}:${text}`)).toEqual([
      'removed:One',
      'added:Two',
      'same:.',
    ])
  })

  it('is not copied with an article', async () => {
    const { body } = await post('editor', `articles/${await approved()}/duplicate?draft=true`, {})
    expect(await review(body.doc.id)).toMatchObject({ state: 'draft', events: [], approval: null })
  })

  it('makes no version of the article', async () => {
    const id = await write()
    const count = async () => (await get('admin', `articles/versions?where[parent][equals]=${id}`)).body.totalDocs
    const before = await count()
    await act('editor', id, 'submit')
    await post('reviewer', 'review-comments', { article: id, locale: 'en', text: 'Why?' })
    await act('reviewer', id, 'approve')
    expect(await count()).toBe(before)
  })

  it('goes with its article', async () => {
    const id = await approved()
    await post('reviewer', 'review-comments', { article: id, locale: 'en', text: 'Why?' })
    expect((await service.ask('admin', 'DELETE', `/api/articles/${id}`)).status).toBe(200)
    for (const at of ['reviews', 'review-comments'])
      expect((await get('admin', `${at}?where[article][equals]=${id}`)).body.totalDocs).toBe(0)
  })

  describe('its steps', () => {
    let step = ''
    beforeAll(async () => {
      const id = await approved()
      step = (await get('admin', `reviews?where[article][equals]=${id}`)).body.docs[0].id
    })
    it.each(names)('are not written by %s but through a review', async (who) => {
      const forged = { article: 'x', locale: 'en', event: 'approved', digest: 'x', byName: 'x', at: '2027-01-01' }
      expect((await post(who, 'reviews', forged)).status).toBe(403)
      expect((await patch(who, `reviews/${step}`, { byName: 'Nobody' })).status).toBe(403)
      expect((await service.ask(who, 'DELETE', `/api/reviews/${step}`)).status).toBe(403)
    })
    it('nor by the Local API', async () => {
      const { payload } = service
      const how = { collection: 'reviews', id: step, overrideAccess: true } as const
      await expect(payload.update({ ...how, data: { event: 'approved' } })).rejects.toThrow()
      await expect(payload.delete(how)).rejects.toThrow()
    })
    it('do not show the texts that were approved', async () => {
      expect(JSON.stringify((await get('admin', 'reviews')).body)).not.toContain('Rest your legs')
    })
  })

  it.each(['reviews', 'review-comments', 'review-checklists', 'review-reminders'])(
    'keeps %s from strangers and apps',
    async (at) => {
      await approved()
      for (const who of ['api', 'stranger'] as const) {
        expect((await get(who, at)).status).toBe(403)
        expect((await get(who, `${at}/count`)).status).toBe(403)
      }
      expect((await get('editor', `${at}?limit=1000000`)).status).toBe(400)
    },
  )

  it('shows strangers neither who wrote an article nor which version they read', async () => {
    const { doc } = (
      await post('reviewer', 'articles', { title: 'Open', body: paragraphs('Words.'), _status: 'published' })
    ).body
    expect(doc.versionKey).toMatch(/^[0-9a-f-]{36}$/)
    const text = JSON.stringify((await get('stranger', `articles/${doc.id}`)).body)
    expect(text).toContain('Open')
    expect(text).not.toMatch(/versionKey|writing/)
    for (const path of ['versionKey', 'writing']) {
      expect((await get('stranger', `articles?where[${path}][exists]=true`)).status).toBe(400)
      expect((await get('stranger', `articles?sort=${path}`)).status).toBe(400)
    }
    const key = async () => (await get('editor', `articles/${doc.id}?draft=true`)).body.versionKey
    await edit('editor', doc.id, { title: 'Opened' })
    expect(await key()).not.toBe(doc.versionKey)
  })

  describe('comments', () => {
    const comment = (who: Name, article: string, more: object = {}) =>
      post(who, 'review-comments', {
        article,
        locale: 'en',
        text: 'Is that so?',
        quote: 'your legs',
        start: 5,
        end: 14,
        ...more,
      })

    it('stand at a passage, are answered, settled and opened again', async () => {
      const id = await submitted()
      const { doc } = (await comment('reviewer', id)).body
      expect(doc).toMatchObject({ byName: 'The reviewer', quote: 'your legs', start: 5, end: 14, resolved: false })
      const reply = (await comment('editor', id, { parent: doc.id, text: 'It is.' })).body.doc
      expect(reply).toMatchObject({ byName: 'The editor' })
      const settled = (await patch('editor', `review-comments/${doc.id}`, { resolved: true })).body.doc
      expect(settled).toMatchObject({ resolved: true, resolvedByName: 'The editor', resolvedAt: expect.any(String) })
      const opened = (await patch('reviewer', `review-comments/${doc.id}`, { resolved: false })).body.doc
      expect(opened).toMatchObject({ resolved: false, resolvedAt: null })
    })

    it('carry the name of whoever is logged in, whatever is sent', async () => {
      const { doc } = (
        await comment('editor', await write(), { by: people.admin, byName: 'The admin', resolved: true })
      ).body
      expect(doc).toMatchObject({ by: people.editor, byName: 'The editor', resolved: false })
    })

    it('are reworded by who wrote them, and by nobody else', async () => {
      const { doc } = (await comment('editor', await write())).body
      await patch('admin', `review-comments/${doc.id}`, { text: 'It is so!', quote: 'Rest' })
      expect((await get('editor', `review-comments/${doc.id}`)).body).toMatchObject({
        text: 'Is that so?',
        quote: 'your legs',
      })
      await patch('editor', `review-comments/${doc.id}`, { text: 'Is it?' })
      expect((await get('editor', `review-comments/${doc.id}`)).body).toMatchObject({ text: 'Is it?' })
    })

    it('answer one on the same text', async () => {
      const { doc } = (await comment('editor', await write())).body
      expect((await comment('editor', await write(), { parent: doc.id })).status).toBe(400)
      expect((await comment('editor', doc.article.id ?? doc.article, { parent: doc.id, locale: 'es' })).status).toBe(
        400,
      )
    })

    it.each([
      ['admin', 201],
      ['reviewer', 201],
      ['editor', 201],
      ['api', 403],
      ['stranger', 403],
    ] as const)('are written by %s: %i', async (who, status) => {
      expect((await comment(who, await write())).status).toBe(status)
    })

    it.each(names)('are not deleted by %s', async (who) => {
      const { doc } = (await comment('editor', await write())).body
      expect((await service.ask(who, 'DELETE', `/api/review-comments/${doc.id}`)).status).toBe(403)
    })
  })

  describe('checklists', () => {
    const all = (count: number, answer = 'yes') =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [String(at + 1), answer]))
    const fill = (who: Name, article: string, answers: object, instrument = 'cdc-index') =>
      post(who, 'review-checklists', { article, locale: 'en', instrument, answers })

    it('are kept with their score and the version that they are about', async () => {
      const id = await submitted()
      const { doc } = (await fill('reviewer', id, { ...all(20), '3': 'no', '4': 'no', '20': 'na' })).body
      const { digest, versionKey } = await review(id)
      expect(doc).toMatchObject({ byName: 'The reviewer', digest, versionKey })
      expect(doc.scores).toEqual([{ name: 'Score', points: 17, possible: 19, percent: 89, passes: false }])
      await edit('editor', id, { title: 'Other' })
      expect((await review(id)).versionKey).not.toBe(versionKey)
      expect((await get('editor', `review-checklists/${doc.id}`)).body.versionKey).toBe(versionKey)
    })

    it('are refused where an answer is missing, unknown or not one of the item', async () => {
      const id = await submitted()
      const { '20': _, ...short } = all(20)
      for (const answers of [
        {},
        short,
        { ...all(20), '21': 'yes' },
        { ...all(20), '1': 'na' },
        { ...all(20), '2': 'maybe' },
      ])
        expect((await fill('reviewer', id, answers)).status).toBe(400)
      expect((await fill('reviewer', id, all(20), 'other')).status).toBe(400)
    })

    it('count nothing that is sent as a score', async () => {
      const id = await submitted()
      const answers = all(20, 'no')
      const sent = {
        article: id,
        locale: 'en',
        instrument: 'cdc-index',
        answers,
        scores: [{ percent: 100 }],
        byName: 'Me',
      }
      const { doc } = (await post('reviewer', 'review-checklists', sent)).body
      expect(doc).toMatchObject({ byName: 'The reviewer', scores: [{ percent: 0, passes: false }] })
    })

    it.each([
      ['admin', 201],
      ['reviewer', 201],
      ['editor', 403],
      ['api', 403],
      ['stranger', 403],
    ] as const)('are filled in by %s: %i', async (who, status) => {
      expect((await fill(who, await submitted(), all(20))).status).toBe(status)
    })

    it.each(names)('are not changed nor deleted by %s', async (who) => {
      const { doc } = (await fill('reviewer', await submitted(), all(20))).body
      expect((await patch(who, `review-checklists/${doc.id}`, { answers: all(20, 'no') })).status).toBe(403)
      expect((await service.ask(who, 'DELETE', `/api/review-checklists/${doc.id}`)).status).toBe(403)
    })
  })

  describe('a published approval', () => {
    const publish = (id: string, data: object = {}) =>
      patch('reviewer', `articles/${id}`, { _status: 'published', ...data })
    const dates = async (id: string) => {
      const { reviewedOn, nextReviewDue, reviewer } = (await get('editor', `articles/${id}?depth=0`)).body
      return {
        reviewedOn: reviewedOn?.slice(0, 10),
        nextReviewDue: nextReviewDue?.slice(0, 10),
        reviewer: reviewer ?? null,
      }
    }
    const today = new Date().toISOString().slice(0, 10)
    const inYears = (years: number) => `${Number(today.slice(0, 4)) + years}${today.slice(4)}`.replace('02-29', '02-28')

    it('says when the article was reviewed, by whom, and when again', async () => {
      await post('admin', 'globals/organisation', { review: { cycleMonths: 24 } })
      const id = await approved()
      await publish(id)
      expect(await dates(id)).toEqual({ reviewedOn: today, nextReviewDue: inYears(2), reviewer: people.reviewer })
    })

    it('keeps an earlier day that an editor says, and no later one', async () => {
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
      const sooner = await approved()
      await publish(sooner, { nextReviewDue: tomorrow })
      expect((await dates(sooner)).nextReviewDue).toBe(tomorrow.slice(0, 10))
      await publish(sooner, { license: 'CC BY 4.0' })
      expect((await dates(sooner)).nextReviewDue).toBe(tomorrow.slice(0, 10))
      await service.ask('admin', 'DELETE', `/api/articles/${sooner}`)
      const later = await approved()
      await publish(later, { nextReviewDue: '2099-01-01' })
      expect((await dates(later)).nextReviewDue).toBe(inYears(2))
    })

    it('replaces the day that the last review had set', async () => {
      const id = await approved()
      const due = new Date(Date.now() + 10 * 86_400_000).toISOString()
      await publish(id, { nextReviewDue: due })
      await patch('reviewer', `articles/${id}`, { reviewedOn: '2020-01-01T12:00:00.000Z', _status: 'published' })
      await edit('editor', id, { summary: 'News.' })
      await act('editor', id, 'submit')
      await act('reviewer', id, 'approve')
      await publish(id)
      expect(await dates(id)).toMatchObject({ reviewedOn: today, nextReviewDue: inYears(2) })
    })

    it('is one of the text that is published: another text sets no day', async () => {
      const id = await approved()
      await publish(id, { title: 'Changed on the way' })
      expect(await dates(id)).toEqual({ reviewedOn: undefined, nextReviewDue: undefined, reviewer: null })
    })

    it('of a translation is none of its source', async () => {
      const id = await write()
      await edit('editor', id, { title: 'Piernas', body: paragraphs('Descanse.') }, '&locale=es')
      await act('editor', id, 'submit', { locale: 'es' })
      await act('reviewer', id, 'approve', { locale: 'es' })
      await patch('reviewer', `articles/${id}?locale=es`, { _status: 'published' })
      expect((await dates(id)).reviewedOn).toBeUndefined()
    })
  })

  describe('a schedule', () => {
    const schedule = (id: string) => schedulePublication(service, 'reviewer', id)
    const outcome = async (id: string) => {
      await service.runJobs()
      const { docs } = (await get('admin', `audit?where[document][equals]=${id}&sort=-id&limit=1`)).body
      return [(await get('admin', `articles/${id}?draft=true`)).body._status, docs[0].action, docs[0].detail]
    }

    it('publishes what was approved', async () => {
      const id = await approved()
      await schedule(id)
      expect(await outcome(id)).toEqual(['published', 'published', ''])
    })

    it('does not publish what was changed since, and says so', async () => {
      const id = await approved()
      await schedule(id)
      await edit('editor', id, { body: paragraphs('Something else.') })
      expect(await outcome(id)).toEqual(['draft', 'schedule-refused', expect.stringContaining('changed after')])
      const failed = { hasError: { equals: true } }
      const { docs } = await service.payload.find({ collection: 'payload-jobs', where: failed, overrideAccess: true })
      expect(JSON.stringify(docs)).toContain('changed after its publication was scheduled')
    })

    it('does not publish what was never approved and changed since', async () => {
      const id = await write()
      await schedule(id)
      await edit('editor', id, { title: 'Another' })
      expect(await outcome(id)).toEqual(['draft', 'schedule-refused', expect.stringContaining('changed after')])
    })

    it('does not publish what was sent back since', async () => {
      const id = await approved()
      await schedule(id)
      await act('reviewer', id, 'send-back', { note: 'On second thoughts.' })
      expect(await outcome(id)).toEqual(['draft', 'schedule-refused', expect.stringContaining('no longer holds')])
    })

    it('publishes a change that was approved too', async () => {
      const id = await approved()
      await schedule(id)
      await edit('editor', id, { title: 'Better' })
      await act('editor', id, 'submit')
      await act('reviewer', id, 'approve')
      expect((await outcome(id)).slice(0, 2)).toEqual(['published', 'published'])
    })
  })

  describe('reminders', () => {
    const day = 86_400_000
    const send = async (now?: Date) => {
      // not before the settings that it reads are set
      const { createLocalReq } = await import('payload')
      const { remindOfReviews } = await import('../src/editorial/review/reminders')
      const req = await createLocalReq({}, service.payload as never)
      return remindOfReviews(req, now)
    }
    const listen = () => vi.spyOn(service.payload, 'sendEmail').mockResolvedValue(undefined)
    const due = async (inDays: number, more: object = {}) =>
      (
        await post('reviewer', 'articles', {
          title: 'Legs\r\nBcc: all@example.org',
          body: paragraphs('Secret words.'),
          nextReviewDue: new Date(Date.now() + inDays * day).toISOString(),
          author: people.editor,
          reviewer: people.reviewer,
          _status: 'published',
          ...more,
        })
      ).body.doc.id as string
    const to = (sent: ReturnType<typeof listen>) =>
      sent.mock.calls.map(([message]) => `${message.to} ${String(message.subject).split(':')[0]}`).sort()

    it('go to author and reviewer, soon before and once overdue, once each', async () => {
      const id = await due(10)
      const sent = listen()
      try {
        await send()
        await send()
        expect(to(sent)).toEqual(['editor@example.org Review due soon', 'reviewer@example.org Review due soon'])
        await send(new Date(Date.now() + 11 * day))
        await send(new Date(Date.now() + 12 * day))
        expect(to(sent)).toEqual([
          'editor@example.org Review due soon',
          'editor@example.org Review overdue',
          'reviewer@example.org Review due soon',
          'reviewer@example.org Review overdue',
        ])
        const [message] = sent.mock.calls[0] ?? []
        expect(message?.subject).toBe('Review due soon: Legs Bcc: all@example.org')
        expect(message?.text).toContain(`/admin/collections/articles/${id}`)
        expect(message?.text).not.toContain('Secret words')
        expect(message?.html).toBeUndefined()
      } finally {
        sent.mockRestore()
        await service.ask('admin', 'DELETE', `/api/articles/${id}`)
      }
    })

    it('are sent once by several workers at once', async () => {
      const ids = [await due(3), await due(4), await due(-2)]
      const sent = listen()
      try {
        await Promise.all([send(), send(), send()])
        expect(sent).toHaveBeenCalledTimes(6)
      } finally {
        sent.mockRestore()
        for (const id of ids) await service.ask('admin', 'DELETE', `/api/articles/${id}`)
      }
    })

    it('are sent again for another day', async () => {
      const id = await due(5)
      const sent = listen()
      try {
        await send()
        await patch('reviewer', `articles/${id}`, { nextReviewDue: new Date(Date.now() + 20 * day).toISOString() })
        await send()
        expect(sent).toHaveBeenCalledTimes(4)
      } finally {
        sent.mockRestore()
        await service.ask('admin', 'DELETE', `/api/articles/${id}`)
      }
    })

    it('do not come for drafts, for what is in the trash or due later, and go to administrators where nobody is named', async () => {
      const ids = [
        await due(5, { _status: 'draft' }),
        await due(50),
        await due(5, { author: null, reviewer: people.api }),
      ]
      const trashed = await due(5)
      await patch('admin', `articles/${trashed}`, { deletedAt: new Date().toISOString() })
      const sent = listen()
      try {
        await send()
        expect(to(sent)).toEqual(['admin@example.org Review due soon'])
      } finally {
        sent.mockRestore()
        for (const id of ids) await service.ask('admin', 'DELETE', `/api/articles/${id}`)
      }
    })

    it('are tried again where the mail server refused', async () => {
      const id = await due(5, { reviewer: null })
      const sent = listen()
      try {
        sent.mockRejectedValueOnce(new Error('no mail today'))
        expect(await send()).toBe(0)
        expect(await send()).toBe(1)
      } finally {
        sent.mockRestore()
        await service.ask('admin', 'DELETE', `/api/articles/${id}`)
      }
    })

    it('are queued by the worker, every day', async () => {
      await service.payload.jobs.handleSchedules()
      await service.payload.jobs.handleSchedules()
      const { docs } = await service.payload.find({
        collection: 'payload-jobs',
        where: { taskSlug: { equals: 'remind-of-reviews' } },
        overrideAccess: true,
      })
      expect(docs).toHaveLength(1)
      expect(new Date(docs[0]?.waitUntil ?? 0).getHours()).toBe(6)
      const id = await due(5)
      const sent = listen()
      try {
        await service.payload.jobs.queue({ task: 'remind-of-reviews', input: {} as never })
        await service.runJobs()
        expect(sent).toHaveBeenCalledTimes(2)
      } finally {
        sent.mockRestore()
        await service.ask('admin', 'DELETE', `/api/articles/${id}`)
      }
    })
  })
})
