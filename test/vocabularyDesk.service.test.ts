import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeService, type Name, paragraphs, type Service, startService } from './startService'

describeService('The vocabulary desk', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.close())

  const publish = { _status: 'published' }
  const create = async (collection: string, data: object, query = ''): Promise<string> => {
    const { body } = await service.ask('reviewer', 'POST', `/api/${collection}${query}`, { ...publish, ...data })
    expect(body.errors).toBeUndefined()
    return body.doc.id
  }
  const change = async (collection: string, id: string, data: object, query = '') =>
    service.ask('reviewer', 'PATCH', `/api/${collection}/${id}${query}`, { ...publish, ...data })
  const article = (title: string, ...texts: string[]) => create('articles', { title, body: paragraphs(...texts) })
  const read = async (collection: string, id: string, query = '') =>
    (await service.ask('editor', 'GET', `/api/${collection}/${id}?depth=0${query}`)).body
  const complaints = (body: { errors?: { data?: { errors?: { path: string; message: string }[] } }[] }) =>
    body.errors?.[0]?.data?.errors?.map(({ path, message }) => `${path}: ${message}`)

  describe('a term of another entry', () => {
    let blister: string
    beforeAll(async () => {
      blister = await create('symptoms', { name: 'Blister', synonyms: ['water bubble'], notPhrases: ['blister pack'] })
      const spanish = { name: 'Ampolla', synonyms: ['vejiga de agua'], localeStatus: 'ready' }
      await change('symptoms', blister, spanish, '?locale=es')
    })

    const ofBlister = 'already a word (“water bubble”) for the symptom “Blister”.'
    it.each([
      [
        'a name, by another symptom',
        'symptoms',
        { name: 'blisters' },
        ['name: “blisters” is already the name of the symptom “Blister”.'],
      ],
      [
        'a synonym, by a remedy',
        'remedies',
        { name: 'Plaster', synonyms: ['WATER  bubbles'] },
        [`synonyms: “WATER  bubbles” is ${ofBlister}`],
      ],
      ['a synonym for a name', 'symptoms', { name: 'water-bubble' }, [`name: “water-bubble” is ${ofBlister}`]],
    ])('is refused as %s', async (_, collection, data, expected) => {
      for (const [who, query, status] of [
        ['reviewer', '', publish],
        ['editor', '?draft=true', {}],
      ] as const) {
        const answer = await service.ask(who, 'POST', `/api/${collection}${query}`, { ...data, ...status })
        expect([answer.status, complaints(answer.body)]).toEqual([400, expected])
      }
    })

    it('is refused through GraphQL, and a bulk edit', async () => {
      const mutation = 'mutation($data: mutationSymptomInput!) { createSymptom(data: $data) { id } }'
      const answer = await service.graphql('reviewer', mutation, { data: { name: 'Water bubble', ...publish } })
      expect(JSON.stringify(answer.body)).toContain('the symptom “Blister”')
      const id = await create('symptoms', { name: 'Scab' })
      const bulk = await service.ask('reviewer', 'PATCH', `/api/symptoms?where[id][equals]=${id}`, {
        synonyms: ['water bubble'],
        ...publish,
      })
      expect([bulk.status, JSON.stringify(bulk.body)]).toEqual([400, expect.stringContaining('the symptom “Blister”')])
      expect((await read('symptoms', id)).synonyms ?? []).toEqual([])
    })

    it('is refused in its own language, and taken in another', async () => {
      const id = await create('symptoms', { name: 'Graze' })
      const spanish = await change('symptoms', id, { name: 'Rozadura', synonyms: ['ampollas'] }, '?locale=es')
      expect(complaints(spanish.body)).toEqual(['synonyms: “ampollas” is already the name of the symptom “Ampolla”.'])
      expect((await change('symptoms', id, { synonyms: ['ampolla'] })).status).toBe(200)
    })

    it('is refused where a draft of it is published, in every language that gets out', async () => {
      const { body } = await service.ask('editor', 'POST', '/api/symptoms?draft=true', { name: 'Chafing' })
      const { id } = body.doc
      await service.ask('editor', 'PATCH', `/api/symptoms/${id}?draft=true&locale=es`, {
        name: 'Escozor',
        synonyms: ['piel irritada'],
        localeStatus: 'ready',
      })
      // somebody else publishes the same word meanwhile
      const other = await create('symptoms', { name: 'Irritated skin' })
      await change('symptoms', other, { name: 'Piel irritada', localeStatus: 'ready' }, '?locale=es')
      const published = await change('symptoms', id, {})
      expect([published.status, complaints(published.body)]).toEqual([
        400,
        ['synonyms: “piel irritada” is, in Español, already the name of the symptom “Piel irritada”.'],
      ])
      expect((await read('symptoms', id))._status).toBe('draft')
    })

    it('may be written by its own entry again, or stand among the phrases that are something else', async () => {
      expect(
        (await change('symptoms', blister, { synonyms: ['water bubble', 'water bubbles', 'Blisters'] })).status,
      ).toBe(200)
      expect(
        (
          await service.ask('reviewer', 'POST', '/api/symptoms', {
            name: 'Bubble',
            notPhrases: ['water bubble'],
            ...publish,
          })
        ).status,
      ).toBe(201)
      expect(
        (await service.ask('reviewer', 'POST', '/api/remedies', { name: 'Blister pack', ...publish })).status,
      ).toBe(201)
    })

    it('is free once its entry is a draft or in the trash, and then keeps that one from coming back', async () => {
      const first = await create('symptoms', { name: 'Corn on the foot' })
      await change('symptoms', first, { deletedAt: new Date().toISOString(), _status: 'published' })
      const second = await create('symptoms', { name: 'Corns on the foot' })
      const back = await change('symptoms', first, { deletedAt: null }, '?trash=true')
      expect(complaints(back.body)).toEqual([
        'name: “Corn on the foot” is already the name of the symptom “Corns on the foot”.',
      ])
      await change('symptoms', second, { _status: 'draft' })
      expect((await change('symptoms', first, { deletedAt: null }, '?trash=true')).status).toBe(200)
    })

    it('is refused where an older version brings it back', async () => {
      const id = await create('symptoms', { name: 'Hives', synonyms: ['nettle rash'] })
      await change('symptoms', id, { synonyms: [] })
      await create('symptoms', { name: 'Nettle rash' })
      const versions = await service.ask(
        'reviewer',
        'GET',
        `/api/symptoms/versions?where[parent][equals]=${id}&sort=createdAt`,
      )
      const answer = await service.ask('reviewer', 'POST', `/api/symptoms/versions/${versions.body.docs[0].id}`)
      expect(complaints(answer.body)).toEqual([
        'synonyms: “nettle rash” is already the name of the symptom “Nettle rash”.',
      ])
    })

    it('is not taken along by a copy', async () => {
      const { status, body } = await service.ask('editor', 'POST', `/api/symptoms/${blister}/duplicate?draft=true`)
      expect([status, body.doc?.name, body.doc?.synonyms ?? []]).toEqual([200, 'Blister - Copy', []])
    })
  })

  describe('who mentions an entry', () => {
    let cough: string
    const mentions = async (who: Name, id = cough, query = '') =>
      service.ask(who, 'GET', `/api/vocabulary/symptoms/${id}/mentions${query}`)
    let articles: string[]

    beforeAll(async () => {
      cough = await create('symptoms', { name: 'Cough', synonyms: ['coughing fit'] })
      await change('symptoms', cough, { name: 'Tos', localeStatus: 'ready' }, '?locale=es')
      articles = []
      articles.push(
        await article(
          'A cold',
          'A cough comes with it. The cough, and coughing fits at night.',
          'There is no cough in summer.',
        ),
      )
      articles.push(await article('Nothing', 'Not a word of it.'))
      const newer = await article('Smoke', 'Smoke bites the eyes.')
      await service.ask('editor', 'PATCH', `/api/articles/${newer}?draft=true`, {
        body: paragraphs('Smoke makes you cough.'),
      })
      articles.push(newer)
      const spanish = await article('Winter', 'Wrap up warm.')
      await change(
        'articles',
        spanish,
        { title: 'Invierno', body: paragraphs('La tos es frecuente.'), localeStatus: 'ready' },
        '?locale=es',
      )
      articles.push(spanish)
      const byHand = await article('Dust', 'Dust everywhere.')
      await change('articles', byHand, { symptoms: [cough] })
      articles.push(byHand)
      const trashed = await article('Old', 'A cough of old.')
      await change('articles', trashed, { deletedAt: new Date().toISOString() })
    })

    it('is told with the words, where they stand and what they make', async () => {
      const { status, body, headers } = await mentions('editor')
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
      const byTitle = Object.fromEntries(body.articles.map((each: { title: string }) => [each.title, each]))
      expect(Object.keys(byTitle)).toEqual(['Dust', 'Winter', 'Smoke', 'A cold'])
      expect(byTitle.Dust).toMatchObject({ linked: true, byHand: true, texts: [] })
      expect(byTitle.Winter).toMatchObject({
        linked: true,
        byHand: false,
        texts: [{ locale: 'es', part: 'published', count: 1 }],
      })
      expect(byTitle.Smoke).toMatchObject({
        linked: false,
        texts: [{ part: 'draft', locale: 'en', count: 1, words: [{ text: 'cough', count: 1 }] }],
      })
      const [cold] = byTitle['A cold'].texts
      expect(cold.words).toEqual([
        { text: 'cough', count: 3 },
        { text: 'coughing fits', count: 1 },
      ])
      expect(cold.passages.at(-1)).toEqual({
        before: 'There is no ',
        text: 'cough',
        after: ' in summer.',
        section: '',
        term: 'Cough',
        negated: true,
        status: 'found',
        links: false,
      })
      expect(body).toMatchObject({ linkedArticles: 3, candidates: 5 })
    })

    it('comes page by page, each article once', async () => {
      const titles: string[] = []
      let query = '?limit=2'
      for (let pages = 0; pages < 5; pages++) {
        const { body } = await mentions('reviewer', cough, query)
        titles.push(...body.articles.map(({ title }: { title: string }) => title))
        if (!body.next) break
        query = `?limit=2&after=${body.next}`
      }
      expect(titles).toEqual(['Dust', 'Winter', 'Smoke', 'A cold'])
    })

    it.each([
      ['stranger', 401],
      ['api', 403],
      ['editor', 200],
      ['admin', 200],
    ] as const)('is answered to %s with %i', async (who, status) => {
      expect((await mentions(who)).status).toBe(status)
    })

    it('refuses what it cannot use', async () => {
      expect((await mentions('editor', cough, '?limit=0')).status).toBe(400)
      expect((await mentions('editor', cough, '?limit=51')).status).toBe(400)
      expect((await mentions('editor', 'nobody')).status).toBe(404)
      expect((await service.ask('editor', 'GET', `/api/vocabulary/users/${cough}/mentions`)).status).toBe(404)
    })
  })

  describe('a dry run', () => {
    let dizzy: string
    const tryWords = async (data: object, who: Name = 'editor') =>
      service.ask(who, 'POST', '/api/vocabulary/dry-run', { collection: 'symptoms', locale: 'en', ...data })

    beforeAll(async () => {
      dizzy = await create('symptoms', { name: 'Dizziness', synonyms: ['giddiness'] })
      await create('symptoms', { name: 'Spinning' })
      await article('Standing up', 'A light head is common. A spinning room, or a spinning head, may follow.')
      await article('Boats', 'Giddiness at sea. There is no light head on land.')
      const draft = await article('Tides', 'Water rises.')
      await service.ask('editor', 'PATCH', `/api/articles/${draft}?draft=true`, {
        body: paragraphs('Light heads rise.'),
      })
    })

    it('says what new words would match, in published texts and drafts, and stores nothing', async () => {
      const { status, body } = await tryWords({ id: dizzy, name: 'Dizziness', synonyms: ['giddiness', 'light head'] })
      expect(status).toBe(200)
      expect(body).toMatchObject({
        added: ['light head'],
        removed: [],
        taken: [],
        gained: 3,
        lost: 0,
        takenOver: 0,
        truncated: false,
      })
      expect(body.articles.map(({ title, part, gained }: Record<string, unknown>) => [title, part, gained])).toEqual([
        ['Tides', 'draft', 1],
        ['Boats', 'published', 1],
        ['Standing up', 'published', 1],
      ])
      expect(body.articles[1].passages).toEqual([
        {
          change: 'gained',
          before: 'Giddiness at sea. There is no ',
          text: 'light head',
          after: ' on land.',
          section: '',
          term: 'light head',
          negated: true,
          links: false,
        },
      ])
      await service.runJobs()
      expect((await read('symptoms', dizzy)).synonyms).toEqual(['giddiness'])
    })

    it('says what would be lost, and whom it would take a place from', async () => {
      const { body } = await tryWords({ id: dizzy, name: 'Dizziness', synonyms: ['spinning head'] })
      expect(body).toMatchObject({ added: ['spinning head'], removed: ['giddiness'], gained: 1, lost: 1, takenOver: 1 })
      const passages = body.articles.flatMap((each: { passages: object[] }) => each.passages)
      expect(passages).toContainEqual(
        expect.objectContaining({
          change: 'gained',
          text: 'spinning head',
          other: { kind: 'symptom', name: 'Spinning' },
        }),
      )
      expect(passages).toContainEqual(expect.objectContaining({ change: 'lost', text: 'Giddiness' }))
    })

    it('of a phrase that means something else says what would no longer match', async () => {
      const { body } = await tryWords({
        id: dizzy,
        name: 'Dizziness',
        synonyms: ['giddiness'],
        notPhrases: ['giddiness at sea'],
      })
      expect(body).toMatchObject({ added: ['giddiness at sea'], gained: 0, lost: 1 })
    })

    it('of an entry that is not saved yet says what it would match, and whose words it has', async () => {
      const { body } = await tryWords({ name: 'Light head', synonyms: ['spinning'] })
      // “spinning” stays with the entry that has it for its name
      expect(body.gained).toBe(3)
      expect(body.taken).toEqual([
        { term: 'spinning', owner: expect.objectContaining({ kind: 'symptom', name: 'Spinning' }) },
      ])
    })

    it('reads the articles that hold the words and no other, and says where it stopped', async () => {
      const { body } = await tryWords({ id: dizzy, name: 'Dizziness', synonyms: ['giddiness', 'wobbly gait'] })
      expect(body).toMatchObject({ candidates: 0, examined: 0, gained: 0, truncated: false })
      const long = await article('Long', Array.from({ length: 15 }, () => 'A wobbly gait.').join(' '))
      const after = (await tryWords({ id: dizzy, name: 'Dizziness', synonyms: ['giddiness', 'wobbly gait'] })).body
      expect(after).toMatchObject({ candidates: 1, examined: 1, gained: 15, truncated: true })
      expect(after.articles).toEqual([expect.objectContaining({ id: long, gained: 15 })])
      expect(after.articles[0].passages).toHaveLength(10)
    })

    it.each([
      ['stranger', 401],
      ['api', 403],
      ['editor', 200],
    ] as const)('is answered to %s with %i', async (who, status) => {
      expect((await tryWords({ name: 'x' }, who)).status).toBe(status)
    })

    it.each([
      { collection: 'clinics' },
      { locale: 'fr' },
      { name: 'x'.repeat(121) },
      { synonyms: 'giddy' },
      { synonyms: [7] },
      { synonyms: Array(101).fill('x') },
      { notPhrases: ['x'.repeat(121)] },
      { id: 7 },
    ])('refuses what it cannot use: %j', async (data) => {
      const { status, body } = await tryWords({ name: 'x', ...data })
      expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(/ must be /)])
    })
  })
})
