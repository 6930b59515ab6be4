import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import MiniSearch from 'minisearch'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { SearchNotReady } from '../src/delivery/search/SearchNotReady'
import { toGraphqlError } from '../src/graphql/toGraphqlError'
import { answerUnexpected } from '../src/http/problem'
import type { Json } from './json'
import { type Answer, describeService, paragraphs, type Service, startService } from './startService'

/** `/v1` but for the articles: vocabulary, clinics, codes, infobutton and search, as an app and a health record ask for them. */
const mark = 'Zq9hidden'
const snomed = '2.16.840.1.113883.6.96'
const icd = '2.16.840.1.113883.6.90'

describeService('The vocabulary for apps', () => {
  let service: Service
  let base = ''
  let close = async () => {}
  const ids: Record<string, string> = {}
  const hidden: Record<string, string> = {}

  const get = async (path: string): Promise<Answer> => {
    const response = await fetch(base + path, { redirect: 'manual' })
    const text = await response.text()
    let body: unknown = text
    try {
      body = JSON.parse(text)
    } catch {}
    return { status: response.status, body, headers: response.headers }
  }
  const add = async (collection: string, data: object, query = '') => {
    const answer = await service.ask('reviewer', 'POST', `/api/${collection}${query}`, data)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body.doc.id as string
  }
  const publish = (collection: string, data: object) => add(collection, { ...data, _status: 'published' })
  const change = async (collection: string, id: string | undefined, data: object, query = '') => {
    const answer = await service.ask('reviewer', 'PATCH', `/api/${collection}/${id}${query}`, data)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }

  beforeAll(async () => {
    service = await startService()
    const { serveVocabulary } = await import('../src/delivery/serveVocabulary')
    const app = express()
    app.set('query parser', false)
    app.use('/v1', serveVocabulary(service.payload, { serverUrl: 'https://cms.example.org' }))
    const server = app.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    base = `http://127.0.0.1:${(server.address() as { port: number }).port}/v1`
    close = async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }

    hidden.remedy = await add('remedies', { name: `${mark} remedy`, kind: 'device' }, '?draft=true')
    ids.rest = await publish('remedies', {
      name: 'Rest & relax',
      kind: 'self-care',
      instructions: paragraphs('Lie down and put the legs up.'),
      codes: [{ system: 'mesh', code: 'D012146' }],
    })
    ids.cramps = await publish('symptoms', {
      name: 'Leg cramps',
      synonyms: ['charley horse'],
      description: 'A sudden <tight> muscle & pain.',
      urgency: 'self-care',
      codes: [
        { system: 'icd-10-cm', code: 'R25.2', display: 'Cramp and spasm' },
        { system: 'snomed', code: '55300003' },
      ],
      relievedBy: [ids.rest, hidden.remedy],
      internalNotes: `${mark} note`,
    })
    await change(
      'symptoms',
      ids.cramps,
      { name: 'Calambres', synonyms: ['tirón'], localeStatus: 'ready', _status: 'published' },
      '?locale=es',
    )
    ids.itching = await publish('symptoms', { name: 'Itching' })
    ids.swelling = await publish('symptoms', { name: 'ankle swelling' })
    hidden.symptom = await add(
      'symptoms',
      { name: `${mark} symptom`, codes: [{ system: 'snomed', code: '55300003' }] },
      '?draft=true',
    )
    for (const state of ['withdrawn', 'trashed'] as const) {
      hidden[state] = await publish('symptoms', {
        name: `${mark} ${state}`,
        synonyms: [`${mark} ${state} words`],
        codes: [{ system: 'snomed', code: '55300003' }],
      })
    }
    hidden.clinic = await add('clinics', { name: `${mark} clinic`, latitude: 41.88, longitude: -87.63 }, '?draft=true')

    ids.article = await publish('articles', {
      title: 'Nights without cramps',
      summary: 'What helps at night.',
      body: paragraphs('Leg cramps wake people. Rest & relax helps them.'),
      symptoms: [ids.cramps],
    })
    hidden.article = await publish('articles', { title: `${mark} article`, body: paragraphs(`${mark} leg cramps`) })

    const weekly = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => ({
      day,
      opens: '08:00',
      closes: '17:00',
    }))
    const clinic = (name: string, latitude: number, longitude: number, more: object = {}) =>
      publish('clinics', { name, latitude, longitude, timeZone: 'America/Chicago', hours: { weekly }, ...more })
    ids.loop = await clinic('Loop Clinic', 41.8781, -87.6298, {
      address: { city: 'Chicago', country: 'US' },
      symptoms: [ids.cramps, hidden.symptom],
      services: ['Vein ultrasound'],
    })
    ids.evanston = await clinic('Evanston Clinic', 42.0451, -87.6877, {
      hours: { weekly, exceptions: [{ date: '2027-06-07', closed: true }] },
    })
    ids.milwaukee = await clinic('Milwaukee Clinic', 43.0389, -87.9065)
    ids.fiji = await clinic('Fiji Clinic', -17, 179.9, { timeZone: 'Pacific/Fiji' })
    ids.samoa = await clinic('Lau Clinic', -17, -179.9, { timeZone: 'Pacific/Fiji' })
    ids.pole = await clinic('Pole Clinic', 89.9, 10, { timeZone: null, hours: {} })
    hidden.gone = await clinic(`${mark} gone clinic`, 41.8781, -87.6298)

    // Known to every index first, so that it is seen that they forget.
    for (const path of [`/symptoms?q=${mark}`, `/search?q=${mark}`, `/search?q=${mark}&locale=es`])
      expect(JSON.stringify((await get(path)).body)).toContain(mark)
    await change('symptoms', hidden.withdrawn, { _status: 'draft' })
    await change('symptoms', hidden.trashed, { deletedAt: new Date().toISOString() })
    await change('articles', hidden.article, { _status: 'draft' })
    await change('clinics', hidden.gone, { deletedAt: new Date().toISOString() })
    await change('symptoms', ids.itching, { name: `${mark} newer`, slug: 'zq9hidden-newer' }, '?draft=true')
    await change(
      'symptoms',
      ids.swelling,
      { name: `${mark} español`, localeStatus: 'draft', _status: 'published' },
      '?locale=es',
    )
  })
  afterAll(async () => {
    await close()
    await service?.close()
  })

  describe('lists', () => {
    const names = async (path: string, collection = 'symptoms') =>
      (await get(path)).body[collection].map(({ name }: { name: string }) => name)

    it('are in the order of the names, also of those that fell back', async () => {
      expect(await names('/symptoms')).toEqual(['ankle swelling', 'Itching', 'Leg cramps'])
      expect(await names('/symptoms?locale=es')).toEqual(['ankle swelling', 'Calambres', 'Itching'])
      const { body } = await get('/symptoms?locale=es')
      expect(body.symptoms.map(({ fellBack }: { fellBack: string[] }) => fellBack.includes('name'))).toEqual([
        true,
        false,
        true,
      ])
    })

    it('come in pages that join', async () => {
      const first = await get('/symptoms?limit=2')
      expect(first.body).toMatchObject({ total: 3 })
      expect(first.body.next).toMatch(/^https:\/\/cms\.example\.org\/v1\/symptoms\?limit=2&cursor=/)
      expect(first.headers.get('link')).toContain('rel="next"')
      const second = await get(new URL(first.body.next).pathname.replace('/v1', '') + new URL(first.body.next).search)
      expect(second.body).toMatchObject({ symptoms: [{ name: 'Leg cramps' }], next: null })
    })

    it('begin with what was typed', async () => {
      expect(await names('/symptoms?q=LEG')).toEqual(['Leg cramps'])
      expect(await names('/symptoms?q=cramps')).toEqual([])
    })

    it('see a change at once', async () => {
      const id = await publish('remedies', { name: 'Walking', kind: 'exercise' })
      expect(await names('/remedies', 'remedies')).toEqual(['Rest & relax', 'Walking'])
      await change('remedies', id, { deletedAt: new Date().toISOString() })
      expect(await names('/remedies', 'remedies')).toEqual(['Rest & relax'])
    })
  })

  describe('entries', () => {
    it('a symptom with its relations and articles', async () => {
      const { status, body } = await get('/symptoms/leg-cramps')
      expect(status).toBe(200)
      expect(body).toMatchObject({
        name: 'Leg cramps',
        fellBack: [],
        relievedBy: [{ name: 'Rest & relax', href: 'https://cms.example.org/v1/remedies/rest-relax' }],
        articles: [
          { title: 'Nights without cramps', href: 'https://cms.example.org/v1/articles/nights-without-cramps' },
        ],
        jsonLd: {
          '@context': 'https://schema.org',
          '@type': 'MedicalSymptom',
          code: [
            { '@type': 'MedicalCode', codeValue: 'R25.2', codingSystem: 'ICD-10-CM', name: 'Cramp and spasm' },
            { '@type': 'MedicalCode', codeValue: '55300003', codingSystem: 'SNOMED CT' },
          ],
          possibleTreatment: [{ '@type': 'MedicalTherapy', name: 'Rest & relax' }],
          subjectOf: [{ '@type': 'MedicalWebPage' }],
        },
      })
      expect(body.relievedBy).toHaveLength(1)
    })

    it('in Spanish, and under its English address', async () => {
      for (const slug of ['calambres', 'leg-cramps']) {
        const { body, headers } = await get(`/symptoms/${slug}?locale=es`)
        expect(body).toMatchObject({ name: 'Calambres', slug: 'calambres' })
        expect(body.fellBack).toContain('description')
        expect(body.fellBack).not.toContain('name')
        expect(headers.get('content-language')).toBe('es')
      }
    })

    it('a remedy', async () => {
      const { body } = await get('/remedies/rest-relax')
      expect(body).toMatchObject({
        instructions: { html: '<p>Lie down and put the legs up.</p>' },
        relieves: [{ name: 'Leg cramps' }],
        jsonLd: { '@type': 'MedicalTherapy', howPerformed: 'Lie down and put the legs up.' },
      })
    })

    it('a clinic', async () => {
      const { body } = await get('/clinics/loop-clinic')
      expect(body).toMatchObject({
        address: { city: 'Chicago' },
        symptoms: [{ name: 'Leg cramps' }],
        open: { now: expect.any(Boolean) },
        jsonLd: {
          '@type': 'MedicalClinic',
          geo: { '@type': 'GeoCoordinates', latitude: 41.8781 },
          openingHoursSpecification: expect.arrayContaining([
            {
              '@type': 'OpeningHoursSpecification',
              dayOfWeek: 'https://schema.org/Monday',
              opens: '08:00',
              closes: '17:00',
            },
          ]),
        },
      })
      expect(body.symptoms).toHaveLength(1)
    })

    it('an old address leads to the new one', async () => {
      const id = await publish('symptoms', { name: 'Old name' })
      await change('symptoms', id, { slug: 'new-name', _status: 'published' })
      const { status, headers } = await get('/symptoms/old-name')
      expect(status).toBe(301)
      expect(headers.get('location')).toBe('https://cms.example.org/v1/symptoms/new-name')
      await change('symptoms', id, { _status: 'draft' })
      expect((await get('/symptoms/old-name')).status).toBe(404)
    })

    it.each([
      '/symptoms/none',
      '/remedies/leg-cramps',
      '/clinics/%20',
      '/symptoms/zq9hidden-symptom',
      '/symptoms/zq9hidden-withdrawn',
      '/symptoms/zq9hidden-trashed',
      '/symptoms/zq9hidden-newer',
      '/clinics/zq9hidden-gone-clinic',
    ])('%s is not there', async (path) => {
      const { status, body, headers } = await get(path)
      expect(status).toBe(404)
      expect(headers.get('content-type')).toContain('application/problem+json')
      expect(body).toMatchObject({ code: 'not-found', status: 404 })
    })
  })

  describe('clinics nearby', () => {
    const near = async (query: string) =>
      (await get(`/clinics?${query}`)).body.clinics.map(({ name }: { name: string }) => name)

    it('are ordered by the distance, within it', async () => {
      const { body } = await get('/clinics?near=41.88,-87.63&radius=50')
      expect(body.clinics.map(({ name }: { name: string }) => name)).toEqual(['Loop Clinic', 'Evanston Clinic'])
      expect(body.clinics[1].distanceKm).toBeCloseTo(19, 0)
      expect(body.clinics[0].open).toMatchObject({ now: expect.any(Boolean) })
      expect(await near('near=41.88,-87.63&radius=200')).toHaveLength(3)
    })

    it('come in pages that join', async () => {
      const { body } = await get('/clinics?near=41.88,-87.63&radius=200&limit=2&openAt=2027-06-08T15:00:00Z')
      const next = new URL(body.next)
      expect(next.searchParams.get('near')).toBe('41.88,-87.63')
      expect((await get(`/clinics${next.search}`)).body).toMatchObject({
        clinics: [{ name: 'Milwaukee Clinic' }],
        next: null,
      })
    })

    it('are found across the date line and at the poles', async () => {
      for (const place of ['-17,179.95', '-17,-179.95']) {
        expect((await near(`near=${place}&radius=100`)).sort()).toEqual(['Fiji Clinic', 'Lau Clinic'])
      }
      expect(await near('near=90,0&radius=50')).toEqual(['Pole Clinic'])
      expect(await near('near=89.9,-170&radius=50')).toEqual(['Pole Clinic'])
    })

    it('are those that are open at a time, in their own zone', async () => {
      const at = (time: string) => near(`near=41.88,-87.63&radius=50&openAt=${time}`)
      expect(await at('2027-06-07T13:30:00Z')).toEqual(['Loop Clinic']) // 08:30 there; the other one has an exception
      expect(await at('2027-06-07T12:30:00Z')).toEqual([])
      expect(await at('2027-06-08T08:30:00-05:00')).toEqual(['Loop Clinic', 'Evanston Clinic'])
      expect((await get('/clinics?near=90,0&openAt=now')).body.clinics).toEqual([])
      const { body } = await get('/clinics?near=41.88,-87.63&radius=1&openAt=2027-06-07T13:30:00Z')
      expect(body.clinics[0].openAt).toEqual({ now: true, until: '2027-06-07T17:00:00-05:00' })
    })
  })

  describe('lookup', () => {
    it.each([
      ['snomed', '55300003'],
      ['http://snomed.info/sct', '55300003'],
      [snomed, '55300003'],
      ['icd-10-cm', 'r252'],
      ['http://hl7.org/fhir/sid/icd-10-cm', 'R25.2'],
      [icd, 'R252'],
    ])('%s %s', async (system, code) => {
      const { body } = await get(`/lookup?system=${encodeURIComponent(system)}&code=${code}`)
      expect(body.symptoms.map(({ slug }: { slug: string }) => slug)).toEqual(['leg-cramps'])
      expect(body.articles.map(({ slug }: { slug: string }) => slug)).toEqual(['nights-without-cramps'])
    })

    it('finds remedies, and nothing for a code that nobody carries', async () => {
      expect((await get('/lookup?system=mesh&code=d012146')).body.remedies).toHaveLength(1)
      expect((await get('/lookup?system=mesh&code=D000001')).body).toMatchObject({
        symptoms: [],
        remedies: [],
        articles: [],
      })
      // Of one row the system, of another the code.
      expect((await get('/lookup?system=icd-10-cm&code=55300003')).body.symptoms).toEqual([])
    })
  })

  describe('infobutton', () => {
    const ask = (parameters: Record<string, string>) =>
      get(`/infobutton?${new URLSearchParams({ 'mainSearchCriteria.v.cs': icd, ...parameters })}`)

    it('answers in JSON, repeating what was asked', async () => {
      const { status, body, headers } = await ask({
        'mainSearchCriteria.v.c': 'R25.2',
        'mainSearchCriteria.v.dn': 'Cramp',
        knowledgeResponseType: 'application/json',
      })
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(body.feed.category).toContainEqual({ scheme: 'mainSearchCriteria.v.c', term: 'R25.2' })
      expect(body.feed.entry.map((entry: { title: { _value: string } }) => entry.title._value)).toEqual([
        'Nights without cramps',
        'Leg cramps',
      ])
    })

    it('answers in XML', async () => {
      const { body, headers } = await ask({ 'mainSearchCriteria.v.c': 'R25.2', 'mainSearchCriteria.v.dn': '<"&' })
      expect(headers.get('content-type')).toContain('application/atom+xml')
      expect(body).toContain('term="&lt;&quot;&amp;"')
      expect(body).toContain('&amp;lt;tight&amp;gt; muscle &amp;amp; pain')
      expect(body).toContain('<link rel="alternate"')
    })

    it('says in which language each entry is', async () => {
      const { body } = await ask({
        'mainSearchCriteria.v.c': 'R25.2',
        'informationRecipient.languageCode.c': 'es',
        knowledgeResponseType: 'application/json',
      })
      expect(body.feed.lang).toBe('es')
      expect(body.feed.entry.map(({ lang }: { lang: string }) => lang)).toEqual(['en', 'es'])
    })

    it('goes by the words where there is no code', async () => {
      const words = async (dn: string) =>
        (await ask({ 'mainSearchCriteria.v.dn': dn, knowledgeResponseType: 'application/json' })).body.feed.entry.length
      expect(await words('charley horse')).toBe(1)
      expect(await words('charley hors')).toBe(0)
    })

    it('refuses a code system that it does not know, readably', async () => {
      const { status, body } = await ask({ 'mainSearchCriteria.v.cs': '1.2.3', 'mainSearchCriteria.v.c': 'x' })
      expect(status).toBe(400)
      expect(body).toMatchObject({ code: 'bad-parameter', parameter: 'mainSearchCriteria.v.cs' })
      expect(body.detail).toContain('SNOMED CT')
    })
  })

  describe('search', () => {
    const found = async (q: string, more = '') =>
      (await get(`/search?q=${encodeURIComponent(q)}${more}`)).body.results.map(({ name }: { name: string }) => name)

    it('ranks names before texts, and knows inflections, typos, beginnings and synonyms', async () => {
      expect((await found('leg cramps')).slice(0, 2)).toEqual(['Leg cramps', 'Nights without cramps'])
      for (const q of ['cramping', 'crampps', 'cram', 'charley']) expect(await found(q), q).toContain('Leg cramps')
      expect(await found('tirón', '&locale=es')).toEqual(['Calambres'])
      expect(await found('tiron', '&locale=es')).toEqual(['Calambres'])
      expect(await found('ultrasound')).toEqual(['Loop Clinic'])
    })

    it('shows where the words stand', async () => {
      const { body } = await get('/search?q=muscle')
      expect(body.results[0]).toMatchObject({
        kind: 'symptom',
        href: 'https://cms.example.org/v1/symptoms/leg-cramps',
        snippet: 'A sudden &lt;tight&gt; <mark>muscle</mark> &amp; pain.',
      })
    })

    it('suggests words as they are written', async () => {
      expect((await get('/search?q=cram')).body.suggestions).toContain('cramps')
    })

    it('takes over what the publish log says', async () => {
      const { SearchIndex } = await import('../src/delivery/search/searchIndex')
      const { addressesUnder } = await import('../src/delivery/addresses')
      const index = new SearchIndex(service.payload, { caughtUp: async () => {} })
      const wish = { locale: 'en', limit: 10, addresses: addressesUnder('https://cms.example.org') } as const
      expect(await index.search('tingling', wish)).toEqual([])
      const document = await publish('symptoms', { name: 'Tingling' })
      expect(await index.search('tingling', wish)).toEqual([])
      const entry = {
        position: 1,
        collection: 'symptoms',
        document,
        locales: ['en'],
        slugs: {},
        slugsBefore: {},
        at: '',
      } as const
      await index.apply([{ ...entry, event: 'published', locales: ['en'] }])
      expect(await index.search('tingling', wish)).toMatchObject([{ name: 'Tingling' }])
      await change('symptoms', document, { _status: 'draft' })
      expect(await index.search('tingling', wish)).toEqual([]) // even before the log says so
      await index.apply([{ ...entry, event: 'withdrawn', locales: [] }])
      expect(await index.suggest('tingl', 'en')).toEqual([])
    })

    it('lets all else go on while its index is made', async () => {
      const { SearchIndex } = await import('../src/delivery/search/searchIndex')
      const { addressesUnder } = await import('../src/delivery/addresses')
      let rounds = 0
      let longest = 0
      let gone = 0
      const add = vi.spyOn(MiniSearch.prototype, 'add').mockImplementation(() => {
        for (const until = performance.now() + 10; performance.now() < until; );
        longest = Math.max(longest, ++gone)
      })
      const turning = setInterval(() => {
        rounds++
        gone = 0
      }, 1)
      const index = new SearchIndex(service.payload)
      const wish = { locale: 'en', limit: 10, addresses: addressesUnder('https://cms.example.org') } as const
      await index.search('leg cramps', wish)
      clearInterval(turning)
      expect(add.mock.calls.length).toBeGreaterThan(8)
      add.mockRestore()
      // Each document is put into two indexes, and all of a collection are far more.
      expect(longest).toBeLessThanOrEqual(8)
      expect(rounds).toBeGreaterThan(4)
    })

    it('asks to come back where its index takes long to be made', async () => {
      const { SearchIndex } = await import('../src/delivery/search/searchIndex')
      const searchIndex = new SearchIndex(service.payload, { caughtUp: async () => {}, longestWaitMs: 0 })
      const logger = pino({ level: 'silent' })
      const { serveVocabulary } = await import('../src/delivery/serveVocabulary')
      const app = express().use('/v1', serveVocabulary(service.payload, { searchIndex })).use(answerUnexpected(logger))
      const server = app.listen(0, '127.0.0.1')
      onTestFinished(() => void server.close())
      await once(server, 'listening')
      const search = () => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/search?q=cramps`)

      const early = await search()
      expect([early.status, early.headers.get('retry-after')]).toEqual([503, '5'])
      expect(await early.json()).toMatchObject({ code: 'unavailable', title: expect.stringContaining('search index') })
      await vi.waitFor(async () => expect((await search()).status).toBe(200), 10_000)

      const told = toGraphqlError(new SearchNotReady(), logger)
      expect(told.message).toContain('search index')
      expect(told.extensions.code).toBe('UNAVAILABLE')
    })
  })

  it.each([
    ['/symptoms', '/v1/symptoms'],
    ['/symptoms/leg-cramps', '/v1/symptoms/{slug}'],
    ['/remedies', '/v1/remedies'],
    ['/remedies/rest-relax', '/v1/remedies/{slug}'],
    ['/clinics?near=41.88,-87.63&openAt=2027-06-08T15:00:00Z', '/v1/clinics'],
    ['/clinics/evanston-clinic', '/v1/clinics/{slug}'],
    ['/lookup?system=snomed&code=55300003', '/v1/lookup'],
    ['/search?q=leg%20cramps', '/v1/search'],
  ])('%s is as it is described', async (path, described) => {
    const { vocabularyApi } = await import('../src/delivery/vocabularyApi')
    const { articlesApi } = await import('../src/delivery/articles/articlesApi')
    const { jsonTypes } = await import('../src/delivery/openapiSchemas')
    const schemas: Record<string, Schema> = { ...jsonTypes, ...articlesApi.schemas, ...vocabularyApi.schemas }
    const schema = vocabularyApi.paths[described]?.get.responses[200]?.content?.['application/json']?.schema
    expect(schema).toBeDefined()
    expectShape((await get(path)).body, schema as Schema, schemas, path)
  })

  describe('what nobody may see', () => {
    it.each([
      '/symptoms?limit=100',
      '/symptoms?limit=100&locale=es',
      '/symptoms/leg-cramps',
      '/symptoms/itching',
      '/symptoms/ankle-swelling?locale=es',
      '/remedies?limit=100',
      '/remedies/rest-relax',
      '/clinics?limit=100',
      '/clinics/loop-clinic',
      '/clinics?near=41.88,-87.63&radius=1000',
      '/clinics?near=41.88,-87.63&radius=1000&openAt=2027-06-08T15:00:00Z',
      '/lookup?system=snomed&code=55300003',
      `/infobutton?mainSearchCriteria.v.cs=${snomed}&mainSearchCriteria.v.c=55300003`,
      `/infobutton?mainSearchCriteria.v.cs=${snomed}&mainSearchCriteria.v.c=55300003&knowledgeResponseType=application/json`,
      '/search?q=leg%20cramps',
      '/search?q=symptom%20remedy%20clinic%20article%20words%20newer&limit=50',
      '/search?q=español&locale=es',
    ])('is not in %s', async (path) => {
      const { status, body } = await get(path)
      expect(status).toBe(200)
      const text = JSON.stringify(body)
      expect(text.toLowerCase()).not.toContain(mark.toLowerCase())
      for (const [state, id] of Object.entries(hidden)) expect(text.includes(id), state).toBe(false)
    })

    it.each(['', '&locale=es'])('is neither found nor suggested when it is asked for by name%s', async (more) => {
      for (const q of [mark, 'zq9', 'Zq9hiden']) {
        expect((await get(`/search?q=${q}${more}`)).body).toMatchObject({ results: [], suggestions: [] })
        expect((await get(`/symptoms?q=${q}${more}`)).body).toMatchObject({ symptoms: [], total: 0, next: null })
      }
      const dn = await get(
        `/infobutton?mainSearchCriteria.v.cs=${icd}&mainSearchCriteria.v.dn=${mark}&knowledgeResponseType=application/json`,
      )
      expect(dn.body.feed.entry).toEqual([])
    })
  })

  it.each([
    ['/symptoms?nonsense=1', 'nonsense'],
    ['/symptoms?limit=0', 'limit'],
    ['/symptoms?limit=101', 'limit'],
    ['/symptoms?locale=fr', 'locale'],
    ['/symptoms?cursor=x', 'cursor'],
    ['/symptoms?q=', 'q'],
    ['/symptoms?q=a&q=b', 'q'],
    ['/symptoms/leg-cramps?depth=2', 'depth'],
    ['/clinics?near=91,0', 'near'],
    ['/clinics?near=1', 'near'],
    ['/clinics?near=1,2,3', 'near'],
    ['/clinics?near=1,1&radius=0', 'radius'],
    ['/clinics?near=1,1&radius=1e3', 'radius'],
    ['/clinics?radius=5', 'radius'],
    ['/clinics?openAt=now', 'openAt'],
    ['/clinics?near=1,1&openAt=tomorrow', 'openAt'],
    ['/clinics?near=1,1&openAt=2027-06-07', 'openAt'],
    ['/lookup?code=1', 'system'],
    ['/lookup?system=snomed', 'code'],
    ['/lookup?system=loinc&code=1', 'system'],
    ['/search', 'q'],
    [`/search?q=${'a'.repeat(201)}`, 'q'],
    [`/search?q=${'a+'.repeat(13)}`, 'q'],
    ['/search?q=%21%21', 'q'],
    ['/search?q=a&limit=51', 'limit'],
    ['/infobutton?callback=x', 'callback'],
  ])('%s is refused, naming %s', async (path, parameter) => {
    const { status, body, headers } = await get(path)
    expect(status).toBe(400)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(body).toMatchObject({ code: 'bad-parameter', parameter })
  })
})

type Schema = Record<string, Json>

/** Every property that is described is there unless it is optional, and no other one is. */
function expectShape(value: unknown, schema: Schema, schemas: Record<string, Schema>, at: string): void {
  if (schema.anyOf) {
    if (value !== null) expectShape(value, schema.anyOf[0], schemas, at)
    return
  }
  if (schema.$ref) {
    const found = schemas[schema.$ref.replace('#/components/schemas/', '')]
    expect(found, `${at}: ${schema.$ref}`).toBeDefined()
    expectShape(value, found as Schema, schemas, at)
    return
  }
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  const types = [schema.type].flat().map((each) => (each === 'integer' ? 'number' : each))
  expect(types, at).toContain(type)
  if (schema.enum) expect(schema.enum, at).toContain(value)
  if (Array.isArray(value)) for (const each of value) expectShape(each, schema.items, schemas, `${at}[]`)
  else if (type === 'object' && schema.properties) {
    const given = value as Record<string, unknown>
    expect(Object.keys(schema.properties), at).toEqual(expect.arrayContaining(Object.keys(given)))
    expect(Object.keys(given), at).toEqual(expect.arrayContaining(schema.required))
    for (const [name, each] of Object.entries(given))
      expectShape(each, schema.properties[name], schemas, `${at}.${name}`)
  }
}
