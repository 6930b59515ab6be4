import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeService, type Name, paragraphs, password, type Service, startService } from './startService'

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
      // nor is its address, in any language
      const slugs = (await read('symptoms', body.doc.id, '&draft=true&locale=all')).slug
      expect([slugs.en, slugs.es ?? null]).toEqual(['blister-copy', null])
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

  describe('a merge', () => {
    const merge = (who: Name, data: object) => service.ask(who, 'POST', '/api/vocabulary/merge', data)
    const code = (value: string) => ({ system: 'icd-10-cm', code: value })
    const link = (relationTo: string, value: string, text: string) => ({
      type: 'link',
      version: 3,
      format: '',
      indent: 0,
      direction: null,
      fields: { linkType: 'internal', newTab: false, doc: { relationTo, value } },
      children: [{ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
    })
    const bodyLinking = (relationTo: string, value: string) => {
      const body = paragraphs('Read on: ')
      for (const { children } of body.root.children) (children as unknown[]).push(link(relationTo, value, 'here'))
      return body
    }
    const sync = async (cursor?: string) =>
      (await service.ask('stranger', 'GET', `/v1/sync?limit=100&${cursor ? `cursor=${cursor}` : 'locale=en'}`)).body
    const syncAll = async () => {
      let page = await sync()
      while (page.more) page = await sync(page.cursor)
      return page.cursor as string
    }

    it('moves words, codes, links, decisions, texts and addresses to the one that stays, and tells followers', async () => {
      const rest = await create('remedies', { name: 'Bed rest' })
      const stays = await create('symptoms', {
        name: 'Palpitations',
        synonyms: ['racing heart'],
        notPhrases: ['heart flutter device', 'flutters'],
        codes: [code('R00.2')],
      })
      await change('symptoms', stays, { name: 'Palpitaciones', localeStatus: 'ready' }, '?locale=es')
      // words that a newer draft of it takes away, and that are not to be published by a merge
      await service.ask('editor', 'PATCH', `/api/symptoms/${stays}?draft=true`, { description: 'Not finished.' })
      const goes = await create('symptoms', {
        name: 'Heart flutter',
        synonyms: ['fluttering heart', 'flutter'],
        notPhrases: ['atrial flutter'],
        codes: [code('R00.2'), code('R00.8')],
        relievedBy: [rest],
        description: 'Said of it alone.',
        slug: 'old-flutter',
      })
      await change('symptoms', goes, { slug: 'heart-flutter' })
      await change('symptoms', goes, { name: 'Aleteo', localeStatus: 'ready' }, '?locale=es')
      // an older mistake: a third entry has had one of the words for long
      const third = await create('symptoms', { name: 'Butterflies' })
      await service.payload.db.updateOne({
        collection: 'symptoms',
        id: third,
        data: { synonyms: { en: ['fluttering hearts'] }, updatedAt: new Date().toISOString() },
      })

      const plain = await article('Coffee', 'Heart flutter after coffee, and a flutter at night.')
      const drafted = await article('Tea', 'Tea is calm.')
      await service.ask('editor', 'PATCH', `/api/articles/${drafted}?draft=true`, {
        body: paragraphs('A heart flutter after tea.'),
      })
      const added = await article('Sleep', 'Sleep well.')
      await change('articles', added, { symptoms: [goes] })
      const dismissed = await article('Stairs', 'Heart flutter on the stairs.')
      await change('articles', dismissed, { symptoms: [] })
      const texted = await create('articles', { title: 'Reading', body: bodyLinking('symptoms', goes) })
      const clinic = await create('clinics', { name: 'Heart house', symptoms: [goes, stays] })
      const remedy = await create('remedies', { name: 'Slow breathing', instructions: bodyLinking('symptoms', goes) })
      await service.runJobs()
      const cursor = await syncAll()

      const asked = { collection: 'symptoms', from: goes, into: stays }
      const { status, body: preview } = await merge('reviewer', { ...asked, dryRun: true })
      expect([status, preview.merged]).toEqual([200, false])
      expect(preview.plan).toMatchObject({
        from: { id: goes, name: 'Heart flutter', published: true },
        into: { id: stays, name: 'Palpitations', published: true },
        words: [
          {
            locale: 'en',
            added: ['Heart flutter', 'flutter'],
            taken: [{ term: 'fluttering heart', owner: { id: third, name: 'Butterflies' } }],
            notPhrases: ['atrial flutter'],
          },
          { locale: 'es', added: ['Aleteo'], taken: [], notPhrases: [] },
        ],
        codes: [{ system: 'icd-10-cm', code: 'R00.8' }],
        redirects: [
          { locale: 'en', slug: 'heart-flutter' },
          { locale: 'es', slug: 'aleteo' },
        ],
        articles: { count: 5 },
        symptoms: 0,
        remedies: 1,
        clinics: 1,
        leftBehind: ['description'],
        hindrances: [],
      })
      expect(preview.plan.articles.first.map(({ title }: { title: string }) => title)).toEqual([
        'Reading',
        'Stairs',
        'Sleep',
        'Tea',
        'Coffee',
      ])
      expect((await read('symptoms', goes))._status).toBe('published')

      expect((await merge('reviewer', asked)).body.merged).toBe(true)
      const expectMerged = async () => {
        const kept = await read('symptoms', stays)
        expect(kept).toMatchObject({
          name: 'Palpitations',
          synonyms: ['racing heart', 'Heart flutter', 'flutter'],
          notPhrases: ['heart flutter device', 'atrial flutter'],
          relievedBy: [rest],
          _status: 'published',
        })
        expect(kept.description ?? null).toBeNull()
        expect(kept.codes.map((each: { code: string }) => each.code)).toEqual(['R00.2', 'R00.8'])
        const newer = await read('symptoms', stays, '&draft=true')
        expect(newer).toMatchObject({ description: 'Not finished.', _status: 'draft', synonyms: kept.synonyms })
        expect((await read('symptoms', stays, '&locale=es')).synonyms).toEqual(['Aleteo'])

        const coffee = await read('articles', plain)
        expect(coffee.symptoms).toEqual([stays])
        expect(coffee.mentions.map(({ target, slug, text }: Record<string, string>) => [target, slug, text])).toEqual([
          [stays, 'palpitations', 'Heart flutter'],
          [stays, 'palpitations', 'flutter'],
        ])
        expect((await read('articles', drafted)).symptoms).toEqual([])
        expect((await read('articles', drafted, '&draft=true')).symptoms).toEqual([stays])
        expect((await read('articles', added)).symptoms).toEqual([stays])
        const stairs = await read('articles', dismissed)
        expect([stairs.symptoms, stairs.linkDecisions.dismissed.symptom]).toEqual([[], [stays]])
        expect(stairs.mentions).toEqual([expect.objectContaining({ target: stays, status: 'dismissed' })])
        for (const [collection, id] of [
          ['articles', texted],
          ['remedies', remedy],
        ] as const) {
          const text = JSON.stringify(await read(collection, id))
          expect([text.includes(stays), text.includes(goes)]).toEqual([true, false])
        }
        expect((await read('clinics', clinic)).symptoms).toEqual([stays])
      }
      await expectMerged()
      await service.runJobs()
      await expectMerged()

      const trashed = await read('symptoms', goes, '&trash=true')
      expect([Boolean(trashed.deletedAt), trashed._status]).toEqual([true, 'draft'])
      for (const slug of ['heart-flutter', 'old-flutter', 'aleteo?locale=es']) {
        const { status, headers } = await service.ask('stranger', 'GET', `/v1/symptoms/${slug}`)
        expect([slug, status, headers.get('location')]).toEqual([
          slug,
          301,
          expect.stringMatching(
            slug.includes('es') && slug.startsWith('aleteo') ? /\/palpitaciones\?locale=es$/ : /\/palpitations$/,
          ),
        ])
      }

      const told: { op: string; id: string; document?: { symptoms?: { id: string }[] } }[] = (await sync(cursor)).items
      expect(told.filter(({ op }) => op === 'remove').map(({ id }) => id)).toEqual([goes])
      const upserted = told.filter(({ op }) => op === 'upsert').map(({ id }) => id)
      for (const id of [stays, plain, added, texted, clinic, remedy]) expect(upserted).toContain(id)
      expect(upserted).not.toContain(drafted)

      // it came to its end: the one that went is in the trash, and comes back by nobody's mistake
      expect((await merge('admin', asked)).status).toBe(404)
      const back = await change('symptoms', goes, { deletedAt: null }, '?trash=true')
      expect(complaints(back.body)?.join()).toContain('the symptom “Palpitations”')
    })

    it('of remedies moves what symptoms are relieved by', async () => {
      const stays = await create('remedies', { name: 'Warm bath' })
      const goes = await create('remedies', { name: 'Hot tub', codes: [{ system: 'mesh', code: 'D001452' }] })
      const symptom = await create('symptoms', { name: 'Lumbago', relievedBy: [goes] })
      await service.ask('editor', 'PATCH', `/api/symptoms/${symptom}?draft=true`, { relievedBy: [stays, goes] })
      const soak = await article('Soaking', 'A hot tub eases it.')
      expect((await merge('admin', { collection: 'remedies', from: goes, into: stays })).status).toBe(200)
      expect((await read('symptoms', symptom)).relievedBy).toEqual([stays])
      expect((await read('symptoms', symptom, '&draft=true')).relievedBy).toEqual([stays])
      expect((await read('articles', soak)).remedies).toEqual([stays])
      expect((await service.ask('stranger', 'GET', '/v1/remedies/hot-tub')).status).toBe(301)
    })

    it('that was interrupted is completed by the next one', async () => {
      const stays = await create('symptoms', { name: 'Hoarseness' })
      const goes = await create('symptoms', { name: 'Croaky voice' })
      const one = await article('Singing', 'A croaky voice after singing.')
      const { payload } = service
      const { updateOne } = payload.db
      // the database goes away while the one that goes is put into the trash
      payload.db.updateOne = async function (this: unknown, args) {
        if (args.collection === 'symptoms' && args.id === goes) throw new Error('The database is gone')
        return updateOne.call(this as never, args)
      }
      const asked = { collection: 'symptoms', from: goes, into: stays }
      const failed = await merge('admin', asked)
      payload.db.updateOne = updateOne
      expect(failed.status).toBe(500)
      expect((await read('symptoms', goes)).deletedAt ?? null).toBeNull()
      expect((await merge('admin', asked)).status).toBe(200)
      expect((await read('symptoms', stays)).synonyms).toEqual(['Croaky voice'])
      expect((await read('articles', one)).symptoms).toEqual([stays])
      expect((await service.ask('stranger', 'GET', '/v1/symptoms/croaky-voice')).headers.get('location')).toMatch(
        /hoarseness$/,
      )
    })

    it('is refused where readers would lose an entry, or there is none', async () => {
      const shown = await create('symptoms', { name: 'Sneezing' })
      const { body } = await service.ask('editor', 'POST', '/api/symptoms?draft=true', { name: 'Tickly nose' })
      const hidden = body.doc.id
      const refused = await merge('admin', { collection: 'symptoms', from: shown, into: hidden })
      expect([refused.status, refused.body.errors[0].message]).toEqual([
        409,
        expect.stringContaining('publish that one first'),
      ])
      expect((await merge('admin', { collection: 'symptoms', from: shown, into: shown })).status).toBe(400)
      expect((await merge('admin', { collection: 'symptoms', from: shown, into: 'nobody' })).status).toBe(404)
      expect((await merge('admin', { collection: 'clinics', from: shown, into: hidden })).status).toBe(400)
      expect((await merge('admin', { collection: 'symptoms', from: hidden, into: shown })).status).toBe(200)
    })

    it.each([
      ['stranger', 401],
      ['api', 403],
      ['editor', 403],
      ['reviewer', 404],
      ['admin', 404],
    ] as const)('asked for by %s is answered %i, even before it is done', async (who, status) => {
      for (const dryRun of [true, false])
        expect((await merge(who, { collection: 'symptoms', from: 'one', into: 'two', dryRun })).status).toBe(status)
    })
  })

  describe('a file of the vocabulary', () => {
    const send = async (who: Name, file: string, query = '', type = 'text/csv') => {
      const token: Record<string, string> = who === 'stranger' ? {} : { authorization: `JWT ${await tokenOf(who)}` }
      const response = await fetch(`${service.url}/api/vocabulary/import${query}`, {
        method: 'POST',
        headers: { 'content-type': type, ...token },
        body: file,
      })
      return { status: response.status, body: await response.json() }
    }
    const tokenOf = async (who: Name) =>
      (await service.payload.login({ collection: 'users', data: { email: `${who}@example.org`, password } })).token
    const exported = async (format = 'csv'): Promise<{ status: number; text: string; headers: Headers }> => {
      const { status, body, headers } = await service.ask('editor', 'GET', `/api/vocabulary/export?format=${format}`)
      return { status, text: typeof body === 'string' ? body : JSON.stringify(body), headers }
    }
    const outcomes = (body: { rows: { label: string; outcome: string; reasons: string[] }[] }) =>
      body.rows.map(({ label, outcome, reasons }) => [label, outcome, ...reasons])
    const empty = async () => {
      for (const collection of ['symptoms', 'remedies'] as const) {
        await service.payload.delete({ collection, where: { id: { exists: true } }, trash: true, overrideAccess: true })
        expect((await service.payload.count({ collection, trash: true, overrideAccess: true })).totalDocs).toBe(0)
      }
    }

    it('makes entries from a table that was written by hand, says first what it would do, and twice changes nothing', async () => {
      const csv = [
        'kind,name_en,synonyms_en,codes,relieved_by,name_es,ready_es',
        'symptom,Chilblains,perniosis | cold sores of the toes,icd-10-cm:T69.1:Chilblains,warm-socks,Sabañones,yes',
        'remedy,Warm socks,,,,,',
        'symptom,Frostnip,perniosis,,,,',
        'symptom,Frozen toes,,icd-10-cm:T691,no-such-thing,,',
        'symptom,,,,,,',
      ].join('\n')
      const expected = [
        ['Chilblains', 'created'],
        ['Warm socks', 'created'],
        ['Frostnip', 'refused', 'synonyms_en: “perniosis” belongs to “Chilblains” in row 2.'],
        [
          'Frozen toes',
          'refused',
          'relieved_by: there is no remedy “no-such-thing”.',
          'codes: T691: An ICD-10-CM code looks like R25.2 or S82.101A.',
        ],
        ['Row 6', 'refused', 'name_en: an entry has a name.'],
      ]
      const dry = await send('reviewer', csv, '?publish=true&dryRun=true')
      expect([dry.status, dry.body.counts]).toEqual([200, { created: 2, changed: 0, unchanged: 0, refused: 3 }])
      expect(outcomes(dry.body)).toEqual(expected)
      const find = async (slug: string) =>
        (await service.ask('editor', 'GET', `/api/symptoms?where[slug][equals]=${slug}&depth=0`)).body.docs[0]
      expect(await find('chilblains')).toBeUndefined()
      expect(outcomes((await send('reviewer', csv, '?publish=true')).body)).toEqual(expected)
      const made = await find('chilblains')
      expect(made).toMatchObject({
        name: 'Chilblains',
        synonyms: ['perniosis', 'cold sores of the toes'],
        _status: 'published',
      })
      expect(made.codes).toEqual([
        expect.objectContaining({ system: 'icd-10-cm', code: 'T69.1', display: 'Chilblains' }),
      ])
      expect(made.relievedBy).toHaveLength(1)
      expect(await read('symptoms', made.id, '&locale=es')).toMatchObject({ name: 'Sabañones', localeStatus: 'ready' })
      const before = await exported()
      const again = await send('reviewer', csv, '?publish=true')
      expect(again.body.counts).toEqual({ created: 0, changed: 0, unchanged: 2, refused: 3 })
      expect((await exported()).text).toBe(before.text)
    })

    it('makes drafts for editors, leaves what readers see, and names what differs', async () => {
      const id = await create('symptoms', { name: 'Motion sickness', synonyms: ['car sickness'] })
      const csv =
        'kind,id,name_en,synonyms_en,description_en\n' +
        `symptom,${id},Motion sickness,car sickness | sea sickness,From travel.`
      expect((await send('editor', csv, '?publish=true')).status).toBe(403)
      const { body } = await send('editor', csv)
      expect(body.rows).toEqual([
        {
          row: 2,
          label: 'Motion sickness',
          kind: 'symptom',
          outcome: 'changed',
          changes: ['synonyms_en', 'description_en'],
          reasons: [],
        },
      ])
      expect((await read('symptoms', id)).synonyms).toEqual(['car sickness'])
      expect(await read('symptoms', id, '&draft=true')).toMatchObject({
        _status: 'draft',
        synonyms: ['car sickness', 'sea sickness'],
      })
      expect((await send('editor', csv)).body.counts).toMatchObject({ unchanged: 1 })
      const refused = await send('reviewer', csv, '?publish=true')
      expect(outcomes(refused.body)).toEqual([
        ['Motion sickness', 'refused', expect.stringContaining('not published yet')],
      ])
      await change('symptoms', id, {})
      expect((await send('reviewer', csv, '?publish=true')).body.counts).toMatchObject({ unchanged: 1 })
    })

    it('moves a word from one entry to another in one file', async () => {
      const one = await create('symptoms', { name: 'Earache', synonyms: ['sore ear'] })
      const two = await create('symptoms', { name: 'Ear itch' })
      const csv = `kind,id,synonyms_en\nsymptom,${two},sore ear\nsymptom,${one},`
      expect((await send('admin', csv, '?publish=true&dryRun=true')).body.counts).toMatchObject({ changed: 2 })
      expect((await send('admin', csv, '?publish=true')).body.counts).toMatchObject({ changed: 2 })
      expect([(await read('symptoms', one)).synonyms ?? [], (await read('symptoms', two)).synonyms]).toEqual([
        [],
        ['sore ear'],
      ])
      const taken = await send('admin', `kind,id,synonyms_en\nsymptom,${one},Sore ears`, '?publish=true&dryRun=true')
      expect(outcomes(taken.body)[0]?.[2]).toBe(
        'synonyms_en: “Sore ears” is already a word (“sore ear”) for the symptom “Ear itch”.',
      )
    })

    it.each(['csv', 'json'])('as %s puts an empty instance where this one is', async (format) => {
      await empty()
      const tricky = {
        name: `=1+1 ${format}`,
        synonyms: [`a|b\\ ${format}`, `"quoted", ${format}`],
        description: "'=x\r\nsecond line",
      }
      const id = await create('symptoms', {
        ...tricky,
        bodySites: ['leg', 'foot'],
        urgency: 'urgent',
        redFlags: ['One. | Two.'],
      })
      await change('symptoms', id, { name: `Ñandú ${format}`, description: 'Más', localeStatus: 'ready' }, '?locale=es')
      await create('remedies', {
        name: `Walking ${format}`,
        kind: 'exercise',
        instructions: paragraphs('Walk.', 'Each day, “slowly”.'),
        evidence: { level: 'strong', reference: 'A book' },
        internalNotes: 'Ours',
      })
      await service.ask('editor', 'POST', '/api/symptoms?draft=true', { name: `Unfinished ${format}` })
      const before = await exported(format)
      expect(before.status).toBe(200)
      expect(before.headers.get('content-disposition')).toContain(`vocabulary.${format}`)
      await empty()
      const type = format === 'csv' ? 'text/csv' : 'application/json'
      const { body } = await send('admin', before.text, '?publish=true', type)
      expect(body.rows.filter(({ outcome }: { outcome: string }) => outcome !== 'created')).toEqual([])
      const after = await exported(format)
      expect(after.text).toBe(before.text)
      expect((await send('admin', after.text, '?publish=true', type)).body.counts).toEqual({
        created: 0,
        changed: 0,
        unchanged: body.rows.length,
        refused: 0,
      })
    })

    it.each([
      ['stranger', 401, 401],
      ['api', 403, 403],
      ['editor', 200, 200],
    ] as const)('is given to %s with %i, and taken with %i', async (who, gives, takes) => {
      expect((await service.ask(who, 'GET', '/api/vocabulary/export')).status).toBe(gives)
      expect((await send(who, 'kind,name_en\n')).status).toBe(takes)
    })

    it('is refused as a whole where it is none, or too large', async () => {
      for (const [file, query, type, status] of [
        ['nonsense', '', 'text/csv', 400],
        ['{}', '', 'application/json', 400],
        ['kind,name_en\nsymptom,Sab\ufffdones', '', 'text/csv', 400],
        ['kind,name_en\n', '?publish=perhaps', 'text/csv', 400],
        [`kind,name_en\nsymptom,${'x'.repeat(5 * 1024 * 1024)}`, '', 'text/csv', 413],
      ] as const)
        expect((await send('admin', file, query, type)).status).toBe(status)
      expect((await service.ask('editor', 'GET', '/api/vocabulary/export?format=xml')).status).toBe(400)
    })
  })
})
