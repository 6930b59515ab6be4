import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signPreview } from '../src/editorial/preview/previewToken'
import { askByForm } from './askByForm'
import { schedulePublication } from './schedulePublication'
import { serveCached } from './serveCached'
import { type Answer, describeService, paragraphs, type Service, startService } from './startService'
import { picture, uploadForm } from './uploadForm'

/**
 * Every road that a stranger has, walked to every state of a document that he may not see. Hidden words carry a mark; neither it
 * nor the id of a hidden document may stand in any answer, and no count, order or page may depend on what is hidden.
 */
const mark = 'Zq9hidden'

describeService('What strangers may not see', () => {
  let service: Service
  const hidden: Record<string, string> = {}
  const shown: Record<string, string> = {}
  /** Of what nobody may look for by its id: what belongs to drafts, and people. */
  const kept: Record<string, string> = {}
  const readers = ['stranger', 'api'] as const

  beforeAll(async () => {
    service = await startService()
    const { ask } = service
    const add = async (collection: string, data: object, query = '') =>
      (await ask('reviewer', 'POST', `/api/${collection}${query}`, data)).body.doc.id as string
    const change = (collection: string, id: string, data: object, query = '') =>
      ask('reviewer', 'PATCH', `/api/${collection}/${id}${query}`, data)
    const words = { body: paragraphs('Plain words for all.') }

    hidden.symptom = await add('symptoms', { name: `${mark} symptom`, synonyms: [`${mark} synonym`] }, '?draft=true')
    hidden.remedy = await add('remedies', { name: `${mark} remedy`, kind: 'device' }, '?draft=true')
    hidden.clinic = await add('clinics', { name: `${mark} clinic`, address: { city: mark } }, '?draft=true')
    hidden.picture = await addPicture(`${mark} picture`)
    shown.symptom = await add('symptoms', { name: 'Swelling', internalNotes: `${mark} note`, _status: 'published' })
    shown.remedy = await add('remedies', { name: 'Rest', _status: 'published' })
    await change('symptoms', shown.symptom, { relievedBy: [shown.remedy, hidden.remedy], _status: 'published' })
    await change('symptoms', shown.symptom, { synonyms: [`${mark} swelling`] }, '?draft=true')
    await change('remedies', shown.remedy, { cautions: `${mark} caution` }, '?draft=true')

    hidden.never = await add(
      'articles',
      { title: `${mark} never published`, ...words, symptoms: [shown.symptom] },
      '?draft=true',
    )
    shown.newer = await add('articles', {
      title: 'With a newer draft',
      slug: 'once-named',
      ...words,
      internalNotes: `${mark} note`,
      _status: 'published',
    })
    // leaves a redirect
    await change('articles', shown.newer, { slug: 'now-named', _status: 'published' })
    await change(
      'articles',
      shown.newer,
      { title: `${mark} newer`, summary: mark, slug: 'zq9hidden-newer', symptoms: [shown.symptom] },
      '?draft=true',
    )
    hidden.withdrawn = await add('articles', {
      title: `${mark} withdrawn`,
      ...words,
      symptoms: [shown.symptom],
      _status: 'published',
    })
    await change('articles', hidden.withdrawn, { _status: 'draft' })
    hidden.trashed = await add('articles', {
      title: `${mark} trashed`,
      ...words,
      symptoms: [shown.symptom],
      _status: 'published',
    })
    await change('articles', hidden.trashed, { deletedAt: new Date().toISOString() })
    hidden.scheduled = await add('articles', { title: `${mark} scheduled`, ...words }, '?draft=true')
    const later = new Date(Date.now() + 3_600_000)
    kept.job = String((await schedulePublication(service, 'reviewer', hidden.scheduled, { at: later })).id)
    shown.english = await add('articles', {
      title: 'Ready in English only',
      ...words,
      summary: 'English',
      _status: 'published',
    })
    await change(
      'articles',
      shown.english,
      {
        title: `${mark} español`,
        summary: `${mark} resumen`,
        body: paragraphs(mark),
        localeStatus: 'draft',
        _status: 'published',
      },
      '?locale=es',
    )
    shown.linking = await add('articles', {
      title: 'Links what is not published',
      ...words,
      hero: hidden.picture,
      symptoms: [shown.symptom, hidden.symptom],
      remedies: [hidden.remedy],
      clinics: [hidden.clinic],
      references: [{ citation: 'A public page' }],
      _status: 'published',
    })
    hidden.copy = (
      await ask('reviewer', 'POST', `/api/articles/${shown.linking}/duplicate`, { title: `${mark} copy` })
    ).body.doc.id
    const versionOf = async (collection: 'articles' | 'symptoms' | 'remedies' | 'clinics', id: string) =>
      String((await ask('editor', 'GET', `/api/${collection}/versions?where[parent][equals]=${id}`)).body.docs[0].id)
    for (const [name, collection] of [
      ['never', 'articles'],
      ['symptom', 'symptoms'],
      ['remedy', 'remedies'],
      ['clinic', 'clinics'],
    ] as const)
      kept[`${collection} version`] = await versionOf(collection, hidden[name] ?? '')
    const link = { article: hidden.never, locale: 'en', days: 1 }
    kept.share = (await ask('editor', 'POST', '/api/draft-shares/share', link)).body.id
    kept.audit = (await ask('admin', 'GET', '/api/audit?limit=1')).body.docs[0].id
    // The picture is taken out of sight again, as one that nothing published shows.
    await service.payload.db.updateOne({ collection: 'media', id: hidden.picture, data: { published: false } })
  })
  afterAll(() => service?.close())

  async function addPicture(alt: string): Promise<string> {
    const data = await picture('png')
    const doc = await service.payload.create({
      collection: 'media',
      data: { alt },
      file: { data, mimetype: 'image/png', name: 'zq9hidden.png', size: data.length },
      overrideAccess: true,
    })
    return doc.id
  }

  function expectNothingHidden(answer: Answer) {
    const text = JSON.stringify(answer.body)
    expect(text.toLowerCase()).not.toContain(mark.toLowerCase())
    for (const [state, id] of Object.entries(hidden)) expect(text.includes(id), `the id of ${state}`).toBe(false)
  }

  const collections = ['articles', 'symptoms', 'remedies', 'clinics', 'media', 'redirects']
  const suffixes = [
    '',
    '?depth=0',
    '?depth=1',
    '?depth=3',
    '?limit=100&sort=title',
    '?limit=100&sort=-updatedAt',
    '?draft=true',
    '?trash=true',
    '?draft=true&trash=true&depth=2',
    '?locale=es',
    '?locale=es&depth=2',
    '?locale=all',
    '?locale=es&fallback-locale=none',
    '?select[slug]=true&select[symptoms]=true',
    '?populate[symptoms][name]=true&depth=2',
    '?showHiddenFields=true',
    '?joins[articles][limit]=50',
    '?joins[articles][limit]=50&depth=2&draft=true',
    '?joins[articles][where][title][like]=zq9',
    '?joins[symptoms][limit]=50&depth=2',
    '?data={}&flattenLocales=false',
    '?where[_status][equals]=draft',
    '?where[title][like]=Zq9',
    '?where[or][0][title][like]=Zq9&where[or][1][slug][like]=zq9',
    '?locale=es&where[title][like]=Zq9',
    '?locale=all&where[title][like]=Zq9',
    '?locale=es&where[summary][contains]=Zq9&sort=title',
  ]

  describe('REST', () => {
    it.each(collections.flatMap((collection) => suffixes.map((suffix) => [collection, suffix] as const)))(
      '/api/%s%s',
      async (collection, suffix) => {
        const path = `/api/${collection}`
        const [asked, ...overridden] = await Promise.all([
          service.ask('stranger', 'GET', `${path}${suffix}`),
          ...readers.map((who) => askByForm(service, who, path, suffix.slice(1))),
        ])
        expectNothingHidden(asked)
        for (const { status, body } of overridden) expect([status, body]).toEqual([asked.status, asked.body])
      },
    )

    it.each(collections)('/api/%s answers the same whether drafts and the trash are asked for or not', async (at) => {
      for (const who of readers)
        for (const query of ['depth=2&sort=-updatedAt', 'depth=3&locale=es']) {
          const [plain, asking] = await Promise.all(
            ['', '&draft=true&trash=true'].map((more) => service.ask(who, 'GET', `/api/${at}?${query}${more}`)),
          )
          expect([who, query, asking]).toMatchObject([who, query, { status: plain?.status, body: plain?.body }])
        }
    })

    it('lists what is published and counts no more than that', async () => {
      for (const who of readers) {
        const list = await service.ask(who, 'GET', '/api/articles?limit=100&depth=0')
        const ids = list.body.docs.map(({ id }: { id: string }) => id)
        expect(new Set(ids)).toEqual(new Set([shown.newer, shown.english, shown.linking]))
        expect(list.body.totalDocs).toBe(3)
        for (const query of ['', '?draft=true', '?trash=true', '?locale=es'])
          expect((await service.ask(who, 'GET', `/api/articles/count${query}`)).body.totalDocs).toBe(3)
      }
    })

    it.each(Object.keys({ never: 1, withdrawn: 1, trashed: 1, scheduled: 1, copy: 1 }))(
      'answers for %s as for an id that is none',
      async (state) => {
        for (const who of readers)
          for (const query of ['', '?draft=true', '?trash=true', '?locale=es&depth=3']) {
            const [real, none] = await Promise.all(
              [hidden[state], 'no-such-article'].map((id) => service.ask(who, 'GET', `/api/articles/${id}${query}`)),
            )
            expect(real).toMatchObject({ status: 404, body: none?.body })
          }
      },
    )

    it('shows of a published article neither its newer draft nor its other language', async () => {
      for (const who of readers)
        for (const id of [shown.newer, shown.english, shown.linking])
          for (const query of ['', '?draft=true', '?depth=3', '?locale=es', '?locale=all', '?data={"title":"x"}']) {
            const answer = await service.ask(who, 'GET', `/api/articles/${id}${query}`)
            expect(answer.status).toBe(200)
            expectNothingHidden(answer)
          }
      const spanish = await service.ask('stranger', 'GET', `/api/articles/${shown.english}?locale=es`)
      expect(spanish.body.title).toBe('Ready in English only')
      expect(spanish.body.fellBack).toEqual(expect.arrayContaining(['title', 'summary', 'body']))
    })

    it.each([
      '/api/articles/versions',
      '/api/articles/versions/count',
      '/api/symptoms/versions?where[parent][exists]=true',
      '/api/users',
      '/api/users/count',
      '/api/payload-jobs',
      '/api/payload-locked-documents',
      '/api/payload-preferences',
      '/api/payload-migrations',
      '/api/payload-kv',
    ])('%s is not for strangers, nor for an app’s key', async (path) => {
      for (const who of ['stranger', 'api'] as const) {
        const answer = await service.ask(who, 'GET', path)
        expectNothingHidden(answer)
        if (who === 'api' && path.startsWith('/api/users')) continue // itself
        expect([400, 403, 404, 501]).toContain(answer.status)
      }
    })

    it('serves no picture that nothing published shows', async () => {
      const file = (who: (typeof readers)[number], name: string) => service.ask(who, 'GET', `/api/media/file/${name}`)
      for (const who of readers) {
        const [real, none] = await Promise.all([file(who, 'zq9hidden.png'), file(who, 'none.png')])
        expect([403, 404]).toContain(real.status)
        expect([real.status, real.body]).toEqual([none.status, none.body])
      }
      expect((await service.ask('editor', 'GET', '/api/media/file/zq9hidden.png')).status).toBe(200)
    })
  })

  describe('an id that is hidden is answered as one that is none', () => {
    const none = 'no-such-id'
    /** Method, road below the collection's, and body; `ID` stands for the document's, `VERSION` for that of a version. */
    const roads: [string, string, object?][] = [
      ['GET', '/ID?draft=true&trash=true'],
      ['FORM', '/ID'],
      ['PATCH', '/ID', {}],
      ['PATCH', '/ID?draft=true', {}],
      ['PATCH', '?where[id][equals]=ID', {}],
      ['DELETE', '/ID'],
      ['DELETE', '/ID?trash=true'],
      ['DELETE', '?where[id][equals]=ID'],
      ['POST', '/ID/duplicate', {}],
      ['POST', '/access/ID'],
      ['POST', '/access/ID', { title: 'x' }],
      ['POST', '/access/ID?draft=true&trash=true&locale=es'],
      // of whatever has versions, and of what has none
      ['GET', '/versions/1'],
      ['POST', '/versions/1'],
      ['POST', '/versions/1?draft=true'],
    ]
    const ofVersions: typeof roads = [
      ['GET', '/versions/VERSION'],
      ['POST', '/versions/VERSION'],
      ['POST', '/versions/VERSION?draft=true'],
      ['POST', '/ID/translation/confirm', { locale: 'es' }],
    ]
    const own: Record<string, typeof roads> = {
      articles: [
        ['GET', '/ID/review'],
        ['GET', '/ID/review/changes'],
        ['POST', '/ID/review', { action: 'submit', locale: 'en' }],
      ],
      'draft-shares': [['POST', '/ID/revoke']],
      users: [
        ['GET', '/two-factor/status/ID'],
        ['POST', '/two-factor/reset', { user: 'ID' }],
      ],
    }
    const idsIn = (collection: string): string[] => {
      const { never, withdrawn, trashed, scheduled, copy, symptom, remedy, clinic, picture } = hidden
      const { share, audit, job } = kept
      const ids = {
        articles: [never, withdrawn, trashed, scheduled, copy],
        symptoms: [symptom],
        remedies: [remedy],
        clinics: [clinic],
        media: [picture],
        users: [service.people.editor],
        'draft-shares': [share],
        audit: [audit],
        'payload-jobs': [job],
      }[collection] as string[]
      return ids.map(String)
    }

    it.each(['articles', 'symptoms', 'remedies', 'clinics', 'media', 'users', 'draft-shares', 'audit', 'payload-jobs'])(
      'by REST, in %s',
      async (collection) => {
        const version = kept[`${collection} version`]
        const all = [...roads, ...(version ? ofVersions : []), ...(own[collection] ?? [])]
        for (const who of readers) {
          const asked = async ([method, road, body]: (typeof roads)[number], id: string, ofVersion: string) => {
            const put = (text: string) => text.replace('ID', id).replace('VERSION', ofVersion)
            const path = put(`/api/${collection}${road}`)
            const answer = await (method === 'FORM'
              ? askByForm(service, who, path, 'draft=true&trash=true')
              : service.ask(who, method, path, body && JSON.parse(put(JSON.stringify(body)))))
            expect([path, answer.status < 500]).toEqual([path, true])
            const said = JSON.stringify(answer.body).replaceAll(id, 'ID').replaceAll(ofVersion, 'VERSION')
            return [who, method, road, answer.status, said]
          }
          for (const road of all) {
            const ofNone = await asked(road, none, none)
            for (const id of idsIn(collection)) expect(await asked(road, id, version ?? none)).toEqual(ofNone)
          }
        }
      },
    )

    it.each([
      ['Article', 'articles'],
      ['Symptom', 'symptoms'],
      ['Remedy', 'remedies'],
      ['Clinic', 'clinics'],
      ['Media', 'media'],
      ['User', 'users'],
    ])('by GraphQL, of %s', async (type, collection) => {
      const version = kept[`${collection} version`]
      const questions = [
        `{ ${type}(id: "ID", draft: true, trash: true) { id } }`,
        `{ docAccess${type}(id: "ID") { read { permission } update { permission } } }`,
        `mutation { update${type}(id: "ID", data: {}) { id } }`,
        `mutation { delete${type}(id: "ID") { id } }`,
        ...(version
          ? [
              `mutation { update${type}(id: "ID", data: {}, draft: true) { id } }`,
              `{ version${type}(id: "VERSION") { id } }`,
              `mutation { restoreVersion${type}(id: "VERSION") { id } }`,
              `mutation { restoreVersion${type}(id: "VERSION", draft: true) { id } }`,
            ]
          : []),
      ]
      for (const who of readers)
        for (const question of questions) {
          const asked = async (id: string, ofVersion: string) => {
            const { body } = await service.graphql(who, question.replace('ID', id).replace('VERSION', ofVersion))
            const [error] = body.errors ?? []
            return [who, question, Object.values(body.data ?? {}), error?.message, error?.extensions]
          }
          const ofNone = await asked(none, none)
          for (const id of idsIn(collection)) expect(await asked(id, version ?? none)).toEqual(ofNone)
        }
    })
  })

  describe('/v1', () => {
    const questions = [
      '',
      '?locale=es',
      '?q=zq9',
      '?q=zq9&locale=es',
      '?code=Z99&system=icd-10-cm',
      '?lat=0&lon=0',
      '?limit=100',
    ]

    /** Each address that the description names, with what is hidden, and what is not, in the place of a parameter. */
    async function addresses(): Promise<string[]> {
      const { body } = await service.ask('stranger', 'GET', '/v1/openapi.json')
      const { docs } = await service.payload.db.find<{ slug?: string }>({
        collection: 'articles',
        pagination: false,
        limit: 0,
        sort: 'id',
      })
      const named = [...Object.values(hidden), ...Object.values(shown), ...docs.flatMap(({ slug }) => slug ?? [])]
      const places = [...named, 'zq9hidden-symptom', 'zq9hidden-remedy', 'zq9hidden-clinic', 'zq9hidden-newer']
      return Object.keys(body.paths).flatMap((path) =>
        path.includes('{') ? places.map((place) => path.replace(/\{[^}]+\}/g, place)) : [path],
      )
    }

    it('shows nothing hidden at any of its addresses, whatever it is asked there', { timeout: 240_000 }, async () => {
      const roads = await addresses()
      expect(roads.length).toBeGreaterThan(100)
      for (const road of roads)
        for (const question of questions) {
          const answer = await service.ask('stranger', 'GET', `${road}${question}`)
          expect([`${road}${question}`, answer.status < 500]).toEqual([`${road}${question}`, true])
          expectNothingHidden({ ...answer, body: withoutAsked(answer.body, road) })
        }
    })

    /** What was asked for may be said again; what was not may not stand there. */
    const withoutAsked = (body: unknown, road: string): unknown =>
      JSON.parse(
        JSON.stringify(body ?? '')
          .replaceAll(road, '')
          .replaceAll(road.split('/').at(-1) ?? road, ''),
      )
  })

  describe('what a filter could tell', () => {
    it.each([
      'where[internalNotes][like]=Zq9',
      'where[mentions][exists]=true',
      'where[createdBy][email][like]=a',
      'where[author][equals]=x',
      'where[author.hash][exists]=true',
      'where[author.email][like]=admin',
      'where[reviewer][exists]=true',
      'where[symptoms.internalNotes][like]=Zq9',
      'where[symptoms.articles.title][like]=Zq9',
      'where[localeStatus][equals]=draft',
      'where[origin.source][exists]=true',
      'where[images][exists]=true',
      'where[nothing.like.this][equals]=1',
      'where[version.title][like]=Zq9',
      'where[deletedAt][exists]=true',
      'sort=internalNotes',
      'sort=author.email',
      'sort=-mentions',
      'sort=nothing',
      'select[internalNotes]=true',
      'select[origin]=true',
      'populate[users][email]=true',
      'populate[symptoms][internalNotes]=true',
      'joins[nothing][limit]=1',
    ])('%s answers 400, hidden or not there', async (query) => {
      for (const road of ['/api/articles', '/api/articles/count']) {
        if (road.endsWith('count') && !query.startsWith('where')) continue
        const { status, body } = await service.ask('stranger', 'GET', `${road}?${query}`)
        expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('cannot be queried')])
      }
    })

    it('counts the same whatever an unpublished symptom is asked for by', async () => {
      const count = async (query: string) =>
        (await service.ask('stranger', 'GET', `/api/articles/count?${query}`)).body.totalDocs
      expect(await count(`where[symptoms][in]=${hidden.symptom}`)).toBe(0)
      expect(await count(`where[symptoms][equals]=${hidden.symptom}`)).toBe(0)
      expect(await count('where[symptoms.slug][equals]=zq9hidden-symptom')).toBe(0)
      expect(await count(`where[symptoms][not_equals]=${hidden.symptom}`)).toBe(3)
      expect(await count(`where[symptoms][not_in]=${hidden.symptom},no-such-id`)).toBe(3)
      expect(await count(`where[symptoms][equals]=${shown.symptom}`)).toBe(1)
      expect(await count('where[symptoms.slug][equals]=swelling')).toBe(1)
    })

    it.each([
      '"',
      "'",
      '$ne',
      '{"$gt":""}',
      '[x',
      '..',
      '__proto__',
      "'; DROP TABLE articles; --",
      '%',
      '\\',
      '\u0000',
    ])('takes %j for a value', async (value) => {
      for (const operator of ['equals', 'in', 'not_in', 'like']) {
        const { status, body } = await service.ask(
          'stranger',
          'GET',
          `/api/articles?where[title][${operator}]=${encodeURIComponent(value)}`,
        )
        expect(status).toBeLessThan(500)
        expectNothingHidden({ status, body, headers: new Headers() })
      }
    })
  })

  describe('previews', () => {
    it.each(['', '?token=', '?token=x', '?draft=true', '?token=articles.ID.en.zzzzzzzz.x'])(
      'show nothing by /v1/preview and /preview with %j',
      async (query) => {
        for (const id of Object.values({ ...hidden, ...shown })) {
          for (const road of ['/v1/preview', '/preview', `/preview/pictures/${hidden.picture}`]) {
            const answer = await service.ask('stranger', 'GET', `${road}${query.replace('ID', id)}`)
            expect([400, 401, 404]).toContain(answer.status)
            expectNothingHidden(answer)
          }
          const typed = await service.ask('stranger', 'POST', `/preview/words${query.replace('ID', id)}`, { data: {} })
          expect([typed.status, typed.body]).toEqual([404, {}])
        }
      },
    )

    it('show nothing by a shared draft’s address that is none, nor the list of those that are', async () => {
      const made = await service.ask('editor', 'POST', '/api/draft-shares/share', {
        article: hidden.never,
        locale: 'en',
        days: 1,
      })
      const token: string = made.body.url.split('/').at(-1)
      for (const wrong of [made.body.id, token.slice(1), token.toLowerCase(), `${token}x`, '%00', '..%2f..%2f']) {
        const answer = await service.ask('stranger', 'GET', `/share/${wrong}`)
        expect([400, 404]).toContain(answer.status)
        expectNothingHidden(answer)
      }
      for (const who of ['stranger', 'api'] as const)
        for (const query of suffixes) {
          const answer = await service.ask(who, 'GET', `/api/draft-shares${query}`)
          expect([400, 403]).toContain(answer.status)
          expectNothingHidden(answer)
        }
    })

    it('show what a link is for, and nothing else that is hidden', async () => {
      const made = await service.ask('editor', 'POST', '/api/draft-shares/share', {
        article: shown.linking,
        locale: 'en',
        days: 1,
      })
      const token = signPreview(service.payload.secret, {
        collection: 'articles',
        id: String(shown.linking),
        locale: 'en',
      })
      for (const path of [made.body.url, `/preview?token=${token}`, `/v1/preview?token=${token}&include=html,text`]) {
        const answer = await service.ask('stranger', 'GET', path)
        expect(answer.status).toBe(200)
        const text = JSON.stringify(answer.body)
        for (const name of ['symptom', 'remedy', 'clinic']) expect(text).not.toContain(`${mark} ${name}`)
        for (const name of ['symptom', 'remedy', 'clinic', 'copy'] as const) expect(text).not.toContain(hidden[name])
      }
    })
  })

  describe('GraphQL', () => {
    const names =
      'id title slug summary symptoms(draft: false) { id name relievedBy(draft: false) { id name } articles { docs { id title symptoms(draft: false) { id } } } } remedies(draft: false) { id name } clinics(draft: false) { id name } hero { id alt } fellBack _status'
    const target =
      'relationTo value { ... on Article { id title symptoms(draft: false) { id } } ... on Symptom { id name } }'
    /** Wherever drafts and the trash can be asked for, they are not. */
    const questions = [
      `{ Articles(draft: false, trash: false, limit: 50) { totalDocs docs { ${names} } } }`,
      `{ Articles(draft: false, locale: es, limit: 50) { docs { ${names} } } }`,
      `{ Articles(where: { title: { like: "Zq9" } }) { totalDocs docs { id } } }`,
      `{ Articles(where: { _status: { equals: draft } }) { totalDocs docs { id } } }`,
      `{ a: Articles(draft: false) { docs { ...f } } b: Articles(locale: es) { docs { ...f } } } fragment f on Article { ${names} }`,
      `{ articleBySlug(slug: "now-named") { ${names} } symptomBySlug(slug: "swelling") { id name relievedBy(draft: false) { id } } }`,
      '{ Symptoms { docs { id name relievedBy(draft: false) { id name } articles(limit: 50) { docs { id title } } } } }',
      '{ Symptoms(draft: false) { docs { id name articles(where: { title: { like: "Zq9" } }) { docs { id } } } } }',
      '{ Remedies(draft: false) { docs { id name symptoms { docs { id name relievedBy(draft: false) { id } } } articles { docs { id title } } } } }',
      '{ Clinics(draft: false, trash: false) { docs { id name symptoms(draft: false) { id } } } }',
      '{ MediaFiles { docs { id alt filename } } }',
      `{ Redirects { docs { id from document(draft: false) { ${target} } } } }`,
      `{ Redirects(locale: es) { docs { id from document(draft: false, locale: es) { ${target} } } } }`,
      '{ countArticles(draft: false, trash: false) { totalDocs } countSymptoms(draft: false) { totalDocs } }',
      '{ versionsArticles { docs { id version { title } } } }',
      '{ Users { docs { id email } } }',
      '{ Access { articles { fields { title { read { permission } } } } } }',
    ]
    it.each(questions)('%s, and the same where drafts are asked for', async (query) => {
      const asking = query.replaceAll(': false', ': true')
      const silent = query
        .replaceAll(/\((draft: false|trash: false|, )+\)/g, '')
        .replaceAll(/(draft|trash): false, /g, '')
      for (const who of readers) {
        const [plain, ...others] = await Promise.all([
          service.graphql(who, query),
          service.graphql(who, asking),
          service.ask(who, 'POST', '/api/graphql?draft=true&trash=true', { query: silent }),
          service.ask(who, 'POST', '/api/graphql?draft=true&trash=true', { query: asking }),
        ])
        for (const answer of [plain, ...others]) {
          expectNothingHidden(answer)
          expect(answer.status).toBeLessThan(500)
          expect([who, answer.body.data]).toEqual([who, plain.body.data])
        }
      }
    })

    it('shows where a redirect leads though that has a newer draft', async () => {
      for (const who of readers) {
        const { body } = await service.graphql(
          who,
          `{ Redirects { docs { from document(draft: true) { ${target} } } } }`,
        )
        expect(body.data.Redirects.docs).toEqual([
          expect.objectContaining({
            from: 'once-named',
            document: expect.objectContaining({ relationTo: 'articles' }),
          }),
        ])
      }
    })

    it('counts what is published', async () => {
      const { body } = await service.graphql(
        'stranger',
        '{ Articles(draft: true) { totalDocs } countArticles { totalDocs } }',
      )
      expect(body.data).toEqual({ Articles: { totalDocs: 3 }, countArticles: { totalDocs: 3 } })
    })

    it('finds no hidden document by its id, and no hidden version', async () => {
      for (const id of Object.values(hidden)) {
        for (const query of [
          `{ Article(id: "${id}") { id title } }`,
          `{ Article(id: "${id}", draft: true, trash: true) { id title } }`,
          `{ Symptom(id: "${id}", draft: true) { id name } }`,
        ]) {
          const { body } = await service.graphql('stranger', query)
          expect(Object.values(body.data ?? { none: null })).toEqual([null])
          expectNothingHidden({ status: 200, body: body.data, headers: new Headers() })
        }
      }
      const { body } = await service.graphql('stranger', '{ versionArticle(id: "1") { id } }')
      expect(body.data?.versionArticle ?? null).toBeNull()
    })

    it('keeps the meaning of Payload’s errors', async () => {
      const { body } = await service.graphql('stranger', 'mutation { deleteArticle(id: "x") { id } }')
      expect(body.errors[0].extensions).toMatchObject({ code: 'FORBIDDEN', statusCode: 403 })
    })
  })

  // Behind the others, since it writes.
  describe('what is written in secret', () => {
    it('changes nothing for readers: no word, count, order, position, ETag or time', { timeout: 60_000 }, async () => {
      const { ask } = service
      const cached = await serveCached(service)
      // What was published before is linked anew by now, and the picture that was taken out of sight is shown again.
      await ask('editor', 'PATCH', `/api/articles/${shown.linking}?draft=true`, { title: mark })
      await service.runJobs()
      const ids = [shown.newer, shown.english, shown.linking]
      const { body } = await ask('stranger', 'GET', '/v1/openapi.json')
      const roads = [
        ...collections.flatMap((collection) =>
          ['?sort=-updatedAt&limit=100&depth=2', '/count', '?locale=es&depth=1'].map(
            (road) => `/api/${collection}${road}`,
          ),
        ),
        ...ids.flatMap((id) => [`/api/articles/${id}?depth=2`, `/api/articles/${id}?locale=es`]),
        ...Object.keys(body.paths).filter((path) => !path.includes('{') && !path.startsWith('/v1/preview')),
        ...['now-named', 'once-named', 'zq9hidden-newer'].map((slug) => `/v1/articles/${slug}`),
        '/v1/symptoms/swelling',
        '/v1/remedies/rest',
        '/v1/search?q=swelling',
        '/v1/clinics/near?lat=0&lon=0',
        `/api/graphql?query=${encodeURIComponent('{ Articles(limit: 50) { totalDocs docs { id title updatedAt symptoms { id name updatedAt } } } }')}`,
      ]
      const look = async () => {
        const seen: unknown[] = []
        for (const road of roads)
          for (const [site, headers] of [
            [service.url, {}],
            [cached.url, {}],
            [service.url, { authorization: `users API-Key ${key}` }],
          ] as const) {
            const answer = await fetch(site + road, { headers, redirect: 'manual' })
            if (answer.status === 400) continue // it names its request
            const told = [...answer.headers].filter(([name]) => !ofOneAnswer.has(name))
            seen.push([road, answer.status, told, (await answer.text()).replaceAll(site, '')])
          }
        return seen
      }
      const before = await look()
      expect(JSON.stringify(before)).toContain('"etag"')
      await writeInSecret()
      await service.runJobs()
      await cached.caughtUp()
      expect(await look()).toEqual(before)
      await cached.close()
    })

    const ofOneAnswer = new Set(['date', 'x-request-id', 'x-cache', 'connection', 'keep-alive', 'ratelimit'])
    const key = 'key-of-an-app-that-reads'
    beforeAll(async () => {
      await service.ask('admin', 'PATCH', `/api/users/${service.people.api}`, { enableAPIKey: true, apiKey: key })
    })

    /** Each kind of change that readers are not to know of. */
    async function writeInSecret() {
      const { ask } = service
      const done = async (method: string, path: string, data?: object) => {
        const { status, body } = await ask('editor', method, `/api/${path}`, data)
        expect([path, status < 300, body]).toEqual([path, true, body])
        return body
      }
      const words = { body: paragraphs(`${mark} swelling and rest.`) }
      const { doc } = await done('POST', 'articles?draft=true', {
        title: `${mark} new`,
        ...words,
        symptoms: [shown.symptom],
      })
      for (const id of [shown.newer, shown.english, shown.linking]) {
        await done('PATCH', `articles/${id}?draft=true`, { title: `${mark} ${id}`, ...words })
        await done('PATCH', `articles/${id}?draft=true&autosave=true&locale=es`, {
          title: `${mark} es ${id}`,
          ...words,
        })
      }
      await done('PATCH', `symptoms/${shown.symptom}?draft=true`, { name: `${mark} other name`, relievedBy: [] })
      await done('PATCH', `remedies/${shown.remedy}?draft=true`, { name: `${mark} other name` })
      await done('POST', 'symptoms?draft=true', { name: `${mark} new symptom` })
      await done('POST', 'clinics?draft=true', { name: `${mark} new clinic`, symptoms: [shown.symptom] })
      await done('POST', 'media', uploadForm(await picture('png'), 'zq9new.png'))
      await done('POST', `articles/${doc.id}/review`, { action: 'submit', locale: 'en' })
      await done('POST', 'draft-shares/share', { article: shown.newer, locale: 'en', days: 1 })
      await done('PATCH', `articles/${hidden.withdrawn}?draft=true`, { title: `${mark} still withdrawn` })
      await done('PATCH', `articles/${doc.id}`, { deletedAt: new Date().toISOString() })
      await schedulePublication(service, 'reviewer', String(shown.newer), { at: new Date('2099-01-01') })
    }
  })
})
