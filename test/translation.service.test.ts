import { afterAll, beforeAll, expect, it } from 'vitest'
import { translationState } from '../src/editorial/translation/translationState'
import { describeService, paragraphs, type Service, startService } from './startService'

type Stored = Record<string, unknown> & { id: string }

/** What editors know of their translations, and that a language is published by itself. */
describeService('Translations', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.close())

  const english = {
    title: 'Dizzy when standing up',
    summary: 'Stand up slowly.',
    body: paragraphs('Sit for a while before you stand.', 'Drink enough.'),
  }
  const spanish = {
    title: 'Mareo al levantarse',
    summary: 'Levántese despacio.',
    body: paragraphs('Siéntese un rato antes de levantarse.', 'Beba lo suficiente.'),
    localeStatus: 'ready',
  }
  const send = async (who: 'editor' | 'reviewer', method: string, path: string, body: object) => {
    const answer = await service.ask(who, method, path, body)
    expect(answer.status, JSON.stringify(answer.body).slice(0, 400)).toBeLessThan(300)
    return answer.body.doc
  }
  /** Published in both languages. */
  const addBoth = async (number: number): Promise<string> => {
    const { id } = await send('reviewer', 'POST', '/api/articles', {
      ...english,
      title: `${english.title} ${number}`,
      _status: 'published',
    })
    await send('reviewer', 'PATCH', `/api/articles/${id}?locale=es`, {
      ...spanish,
      title: `${spanish.title} ${number}`,
      _status: 'published',
    })
    return id
  }
  const staff = async (id: string, query = 'draft=true') =>
    (await service.ask('editor', 'GET', `/api/articles/${id}?depth=0&${query}`)).body
  const stateOf = async (id: string, query?: string) => translationState((await staff(id, query)).translation, 'es')
  const reader = async (id: string, locale: string) =>
    (await service.ask('stranger', 'GET', `/api/articles/${id}?depth=0&locale=${locale}`)).body

  it('says what is missing, and what is older than its source', async () => {
    const { id } = await send('editor', 'POST', '/api/articles?draft=true', english)
    expect(await stateOf(id)).toMatchObject({ missing: ['title', 'summary', 'body'], stale: [] })

    await send('editor', 'PATCH', `/api/articles/${id}?draft=true&locale=es`, {
      title: spanish.title,
      body: spanish.body,
    })
    const translated = await stateOf(id)
    expect(translated).toMatchObject({ missing: ['summary'], stale: [] })

    const body = paragraphs('Sit for a minute before you stand.', 'Drink enough.')
    await send('editor', 'PATCH', `/api/articles/${id}?draft=true`, { body })
    expect(await stateOf(id)).toMatchObject({ stale: ['body'], changedAt: translated.changedAt })
    expect((await staff(id)).staleIn).toEqual(['es'])
    expect((await staff(id)).translation.es.fields.body.was).toContain('Sit for a while before')

    await send('editor', 'PATCH', `/api/articles/${id}?draft=true&locale=es`, {
      body: paragraphs('Siéntese un minuto antes de levantarse.', 'Beba lo suficiente.'),
    })
    expect(await stateOf(id)).toMatchObject({ stale: [] })
    expect((await staff(id)).staleIn).toEqual([])
  })

  it('finds what is older by a filter, in what editors last wrote', async () => {
    const id = await addBoth(1)
    await send('editor', 'PATCH', `/api/articles/${id}?draft=true`, { summary: 'Stand up very slowly.' })
    const { body } = await service.ask('editor', 'GET', '/api/articles?draft=true&depth=0&where[staleIn][in]=es')
    expect(body.docs.map((doc: { id: string }) => doc.id)).toContain(id)
    expect((await stateOf(id, 'draft=false')).stale).toEqual([])
  })

  it('does not take a change of the layout, or a save of the same words, for a change of words', async () => {
    const id = await addBoth(2)
    const before = await staff(id)
    const bold = paragraphs('Sit for a while before you stand.', 'Drink enough.')
    for (const paragraph of bold.root.children) for (const node of paragraph.children) node.format = 1
    await send('editor', 'PATCH', `/api/articles/${id}?draft=true`, { body: bold, summary: english.summary })
    expect((await staff(id)).translation).toEqual(before.translation)
  })

  it('knows nothing new from what a client sends', async () => {
    const id = await addBoth(3)
    await send('editor', 'PATCH', `/api/articles/${id}?draft=true`, { translation: {}, staleIn: ['es'] })
    expect(await stateOf(id)).toMatchObject({ stale: [], missing: [] })
    expect((await staff(id)).staleIn).toEqual([])
  })

  it.each(['symptoms', 'remedies', 'clinics'])('does the same for %s', async (collection) => {
    const { id } = await send('editor', 'POST', `/api/${collection}?draft=true`, { name: `Vertigo of ${collection}` })
    await send('editor', 'PATCH', `/api/${collection}/${id}?draft=true&locale=es`, { name: `Vértigo de ${collection}` })
    await send('editor', 'PATCH', `/api/${collection}/${id}?draft=true`, { name: `Spinning of ${collection}` })
    const { body } = await service.ask('editor', 'GET', `/api/${collection}/${id}?draft=true&depth=0`)
    expect(translationState(body.translation, 'es').stale).toEqual(['name'])
    expect(body.staleIn).toEqual(['es'])
  })

  it('lets an editor say that words are still right, and changes nothing else', async () => {
    const id = await addBoth(4)
    await send('reviewer', 'PATCH', `/api/articles/${id}`, {
      summary: 'Stand up slowly, please.',
      title: 'Dizzy on standing',
      _status: 'published',
    })
    expect((await stateOf(id)).stale).toEqual(['title', 'summary'])
    const before = await reader(id, 'es')
    const versions = async () =>
      (await service.ask('editor', 'GET', `/api/articles/versions?where[parent][equals]=${id}&depth=0`)).body.totalDocs
    const count = await versions()

    const confirm = (body: object) => service.ask('editor', 'POST', `/api/articles/${id}/translation/confirm`, body)
    const left = async (body: object) => translationState((await confirm(body)).body.translation, 'es').stale
    expect(await left({ locale: 'es', paths: ['title', 'body'] })).toEqual(['summary'])
    expect(await left({ locale: 'es' })).toEqual([])
    for (const query of ['draft=true', 'draft=false']) {
      expect((await stateOf(id, query)).stale, query).toEqual([])
      expect((await staff(id, query)).staleIn, query).toEqual([])
    }
    const after = await staff(id)
    expect(after._status).toBe('published')
    expect(after.translation.es).toMatchObject({ confirmedAt: expect.any(String), confirmedBy: expect.any(String) })
    expect(await versions()).toBe(count)
    expect(await reader(id, 'es')).toEqual(before)
  })

  it.each([
    ['stranger', 401],
    ['api', 403],
    ['editor', 200],
    ['reviewer', 200],
    ['admin', 200],
  ] as const)('takes this word from staff alone (%s: %d)', async (who, status) => {
    const id = await addBoth(10 + status)
    expect((await service.ask(who, 'POST', `/api/articles/${id}/translation/confirm`, { locale: 'es' })).status).toBe(
      status,
    )
  })

  it.each([
    [{}],
    [{ locale: 'en' }],
    [{ locale: 'fr' }],
    [{ locale: 'es', paths: 'title' }],
    [{ locale: 'es', paths: Array(501).fill('x') }],
  ])('refuses what it cannot read (%#)', async (body) => {
    const id = await addBoth(5)
    expect((await service.ask('editor', 'POST', `/api/articles/${id}/translation/confirm`, body)).status).toBe(400)
  })

  it('says that there is no such document', async () => {
    expect(
      (await service.ask('editor', 'POST', '/api/articles/nowhere/translation/confirm', { locale: 'es' })).status,
    ).toBe(404)
  })

  it.each(['stranger', 'api'] as const)('tells no reader how far a translation is (%s)', async (who) => {
    const id = await addBoth(6)
    for (const query of ['', 'locale=es', 'locale=all', 'select[title]=true']) {
      const { body } = await service.ask(who, 'GET', `/api/articles/${id}?${query}`)
      expect(JSON.stringify(body), query).not.toMatch(/translation"|staleIn":|digest|changedAt/)
    }
    for (const query of [
      'select[translation]=true',
      'select[staleIn]=true',
      'where[staleIn][in]=es',
      'where[translation.es.changedAt][exists]=true',
      'sort=staleIn',
    ])
      expect((await service.ask(who, 'GET', `/api/articles?${query}`)).status, query).toBe(400)
    const { body } = await service.graphql(who, '{ Articles(limit: 50) { docs { id translation staleIn } } }')
    for (const doc of body.data?.Articles.docs ?? [])
      expect([doc.translation ?? null, doc.staleIn ?? []]).toEqual([null, []])
  })

  it('goes back with a version', async () => {
    const id = await addBoth(7)
    const list = await service.ask(
      'editor',
      'GET',
      `/api/articles/versions?where[parent][equals]=${id}&depth=0&limit=1`,
    )
    const first = list.body.docs[0].id
    await send('reviewer', 'PATCH', `/api/articles/${id}`, { summary: 'Take your time.', _status: 'published' })
    expect((await stateOf(id)).stale).toEqual(['summary'])
    expect((await service.ask('reviewer', 'POST', `/api/articles/versions/${first}`)).status).toBe(200)
    expect(await stateOf(id)).toMatchObject({ stale: [], missing: [] })
  })

  it('begins with what a document from before says, as in step', async () => {
    const id = await addBoth(8)
    const { db } = service.payload
    const row = await db.findOne<Stored>({ collection: 'articles', where: { id: { equals: id } } })
    const { docs } = await db.findVersions<Stored>({
      collection: 'articles',
      where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
      limit: 1,
    })
    await db.updateOne({ collection: 'articles', id, data: { ...row, translation: null } })
    const [latest] = docs
    await db.updateVersion({
      collection: 'articles',
      id: latest?.id as string,
      versionData: { version: { ...latest?.version, translation: null } } as never,
    })
    await send('editor', 'PATCH', `/api/articles/${id}?draft=true`, { summary: 'Take it slowly.' })
    expect(await stateOf(id)).toMatchObject({ stale: ['summary'], missing: [] })
  })

  /** Both languages published, and both changed in a draft since. */
  const addWithDrafts = async (number: number): Promise<string> => {
    const id = await addBoth(number)
    await send('editor', 'PATCH', `/api/articles/${id}?draft=true`, { summary: 'English of tomorrow.' })
    await send('editor', 'PATCH', `/api/articles/${id}?draft=true&locale=es`, { summary: 'Español de mañana.' })
    return id
  }
  const summaries = async (id: string) => [(await reader(id, 'en')).summary, (await reader(id, 'es')).summary]
  const roads = {
    REST: (id: string, locale: string) =>
      service.ask('reviewer', 'PATCH', `/api/articles/${id}?locale=${locale}&publishSpecificLocale=${locale}`, {
        _status: 'published',
      }),
    GraphQL: (id: string, locale: string) =>
      service.graphql(
        'reviewer',
        `mutation { updateArticle(id: "${id}", publishSpecificLocale: ${locale}, data: { _status: published }) { id } }`,
      ),
    'a schedule': async (id: string, locale: string) => {
      const { docs } = await service.payload.find({
        collection: 'users',
        where: { role: { equals: 'reviewer' } },
        overrideAccess: true,
      })
      await service.payload.jobs.queue({
        task: 'schedulePublish',
        input: {
          type: 'publish',
          locale,
          doc: { relationTo: 'articles', value: id },
          user: { relationTo: 'users', value: docs[0]?.id },
        } as never,
        overrideAccess: true,
      })
      await service.runJobs()
      return { status: 200, body: {} }
    },
  }

  it.each(Object.keys(roads) as (keyof typeof roads)[])('publishes one language and no other, by %s', async (road) => {
    const number = 20 + Object.keys(roads).indexOf(road)
    const one = await addWithDrafts(number)
    const answer = await roads[road](one, 'es')
    expect([answer.status, answer.body.errors]).toEqual([200, undefined])
    expect(await summaries(one)).toEqual(['Stand up slowly.', 'Español de mañana.'])
    // the other language's draft is still there for its editor
    expect((await staff(one)).summary).toBe('English of tomorrow.')

    const other = await addWithDrafts(number + 10)
    await roads[road](other, 'en')
    expect(await summaries(other)).toEqual(['English of tomorrow.', 'Levántese despacio.'])
    expect((await staff(other, 'draft=true&locale=es')).summary).toBe('Español de mañana.')
    await roads[road](other, 'es')
    expect(await summaries(other)).toEqual(['English of tomorrow.', 'Español de mañana.'])
  })

  it('leaves no draft behind where the other languages have nothing new', async () => {
    const id = await addBoth(40)
    await send('editor', 'PATCH', `/api/articles/${id}?draft=true&locale=es`, { summary: 'Sin prisa.' })
    await roads.REST(id, 'es')
    expect(await summaries(id)).toEqual(['Stand up slowly.', 'Sin prisa.'])
    expect((await staff(id))._status).toBe('published')
  })

  it('leaves a language that is not ready out of sight, whatever is published', async () => {
    const { id } = await send('editor', 'POST', '/api/articles?draft=true', { ...english, title: 'Not ready yet' })
    await send('editor', 'PATCH', `/api/articles/${id}?draft=true&locale=es`, { summary: 'A medias.' })
    await roads.REST(id, 'en')
    expect((await staff(id))._status).toBe('published')
    const shown = await reader(id, 'es')
    expect(shown.summary).toBe(english.summary)
    expect(shown.fellBack).toContain('summary')
  })

  it('does not publish a translation of what readers do not have', async () => {
    const { id } = await send('editor', 'POST', '/api/articles?draft=true', { ...english, title: 'Nobody has this' })
    await send('editor', 'PATCH', `/api/articles/${id}?draft=true&locale=es`, spanish)
    const { status, body } = await roads.REST(id, 'es')
    expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(/Publish English first/)])
    expect((await service.ask('stranger', 'GET', `/api/articles/${id}`)).status).toBe(404)
  })

  it('publishes the first language alone, with the other one ready and waiting', async () => {
    const { id } = await send('editor', 'POST', '/api/articles?draft=true', { ...english, title: 'English goes first' })
    await send('editor', 'PATCH', `/api/articles/${id}?draft=true&locale=es`, spanish)
    expect((await roads.REST(id, 'en')).status).toBe(200)
    const shown = await reader(id, 'es')
    expect(shown.title).toBe('English goes first')
    expect(shown.fellBack).toEqual(expect.arrayContaining(['title', 'summary', 'body']))
  })

  it('does not bring back a translation that was withdrawn', async () => {
    const id = await addBoth(41)
    await send('reviewer', 'PATCH', `/api/articles/${id}`, { _status: 'draft' })
    await send('editor', 'PATCH', `/api/articles/${id}?draft=true&locale=es`, { summary: 'Corregido.' })
    const { status, body } = await roads.REST(id, 'en')
    expect([status, body.errors?.[0].message]).toEqual([400, expect.stringMatching(/withdrawn/)])
    expect((await service.ask('stranger', 'GET', `/api/articles/${id}`)).status).toBe(404)
  })
})
