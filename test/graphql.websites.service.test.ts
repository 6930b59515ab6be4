import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditServer } from 'graphql-http'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countQueries } from './countQueries'
import { type Answer, describeService, paragraphs, type Service, startService } from './startService'

const hidden = 'Zq9hidden'

/** What websites ask of GraphQL beyond Payload's own fields. */
describeService('GraphQL for websites', () => {
  let service: Service
  const ids: Record<string, string> = {}

  const add = async (collection: string, english: object, spanish?: object) => {
    const { status, body } = await service.ask('reviewer', 'POST', `/api/${collection}`, {
      ...english,
      _status: 'published',
    })
    expect(status, JSON.stringify(body)).toBe(201)
    if (spanish) {
      const data = { ...spanish, localeStatus: 'ready', _status: 'published' }
      const answer = await service.ask('reviewer', 'PATCH', `/api/${collection}/${body.doc.id}?locale=es`, data)
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    }
    return body.doc.id as string
  }
  const query = async (text: string, variables?: Record<string, unknown>) => {
    const { body } = await service.graphql('stranger', text, variables)
    expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
    return body.data
  }

  beforeAll(async () => {
    service = await startService()
    ids.rest = await add('remedies', { name: 'Rest', kind: 'self-care' })
    ids.swelling = await add('symptoms', { name: 'Swelling', relievedBy: [ids.rest] }, { name: 'Hinchazón' })
    ids.itching = await add('symptoms', { name: 'Itching' })
    const clinic = { latitude: 41.88, longitude: -87.63, timeZone: 'America/Chicago' }
    ids.clinic = await add('clinics', { name: 'Vein Clinic', ...clinic })
    ids.farClinic = await add('clinics', { name: 'Far Clinic', latitude: 45, longitude: -93 })
    ids.legs = await add(
      'articles',
      {
        title: 'Swollen legs',
        summary: 'Of legs.',
        body: paragraphs('Swelling comes late. Swelling goes.', 'Itching too. Rest helps.'),
      },
      { title: 'Piernas hinchadas', slug: 'piernas-hinchadas', body: paragraphs('La hinchazón llega tarde.') },
    )
    ids.arms = await add('articles', { title: 'Arms', body: paragraphs('Itching of the arms.') })
    ids.draft = (
      await service.ask('editor', 'POST', '/api/articles?draft=true', {
        title: `${hidden} draft`,
        body: paragraphs(`${hidden} Swelling.`),
      })
    ).body.doc.id
    ids.withdrawn = await add('articles', { title: `${hidden} gone`, body: paragraphs(`${hidden} Swelling.`) })
    const gone = await service.ask('reviewer', 'PATCH', `/api/articles/${ids.withdrawn}`, { _status: 'draft' })
    expect(gone.status).toBe(200)
    ids.hiddenClinic = (
      await service.ask('editor', 'POST', '/api/clinics?draft=true', { name: `${hidden} clinic`, ...clinic })
    ).body.doc.id
    // Unpublished words of a published article.
    await service.ask('editor', 'PATCH', `/api/articles/${ids.arms}?draft=true`, {
      title: `${hidden} new title`,
      body: paragraphs(`${hidden} words with Swelling.`),
    })
  })
  afterAll(() => service?.close())

  const computed = `html text jsonLd related { title } locales { slug } sections { anchor heading level html text }
    explainedLinks { symptoms { slug name mentions { text section anchor start end } } remedies { slug name mentions { start } } }`

  describe('addresses', () => {
    it.each([
      ['articleBySlug', 'swollen-legs', 'title', 'Swollen legs'],
      ['symptomBySlug', 'swelling', 'name', 'Swelling'],
      ['remedyBySlug', 'rest', 'name', 'Rest'],
      ['clinicBySlug', 'vein-clinic', 'name', 'Vein Clinic'],
    ])('%s finds %s', async (field, slug, name, value) => {
      const data = await query(`query($slug: String!) { ${field}(slug: $slug) { ${name} } }`, { slug })
      expect(data[field]).toEqual({ [name]: value })
    })

    it('are those of a language, or English', async () => {
      const data = await query(`{
        own: articleBySlug(slug: "piernas-hinchadas", locale: es) { title summary fellBack symptoms { name } }
        english: articleBySlug(slug: "swollen-legs", locale: es) { title }
        without: articleBySlug(slug: "arms", locale: es) { title fellBack text }
        wrong: articleBySlug(slug: "piernas-hinchadas") { title }
      }`)
      expect(data.own).toMatchObject({ title: 'Piernas hinchadas', summary: 'Of legs.' })
      expect(data.own.fellBack).toContain('summary')
      expect(data.own.symptoms).toContainEqual({ name: 'Hinchazón' })
      expect(data.english).toEqual({ title: 'Piernas hinchadas' })
      expect(data.without).toMatchObject({ title: 'Arms', text: 'Itching of the arms.' })
      expect(data.without.fellBack).toContain('body')
      expect(data.wrong).toBeNull()
    })

    it('answer null to one that is old, none, or of a draft', async () => {
      const renamed = await add('articles', { title: 'Before', body: paragraphs('Words.') })
      await service.ask('reviewer', 'PATCH', `/api/articles/${renamed}`, { slug: 'after', _status: 'published' })
      const data = await query(`{
        old: articleBySlug(slug: "before") { id }
        now: articleBySlug(slug: "after") { id }
        none: articleBySlug(slug: "none") { id }
        noSlug: articleBySlug(slug: "../x y") { id }
        draft: articleBySlug(slug: "${hidden.toLowerCase()}-draft") { id }
        withdrawn: articleBySlug(slug: "${hidden.toLowerCase()}-gone") { id }
        clinic: clinicBySlug(slug: "${hidden.toLowerCase()}-clinic") { id }
      }`)
      const nothing = { old: null, none: null, noSlug: null, draft: null, withdrawn: null, clinic: null }
      expect(data).toEqual({ ...nothing, now: { id: renamed } })
    })
  })

  describe('an article', () => {
    it.each(['en', 'es'])('has what /v1 says of it (%s)', async (locale) => {
      for (const mode of ['first', 'all', 'none']) {
        const v1 = (
          await service.ask(
            'stranger',
            'GET',
            `/v1/articles/swollen-legs?locale=${locale}&linkMentions=${mode}&include=html,text`,
          )
        ).body
        const { articleBySlug } = await query(
          `{ articleBySlug(slug: "swollen-legs", locale: ${locale}) {
            html(linkMentions: ${mode}) text jsonLd sections(linkMentions: ${mode}) { anchor heading level html text }
            explainedLinks { symptoms { slug name mentions { text section anchor start end } } remedies { slug name } }
          } }`,
        )
        expect(articleBySlug).toEqual({
          html: v1.html,
          text: v1.text,
          jsonLd: v1.jsonLd,
          sections: v1.sections,
          explainedLinks: {
            symptoms: v1.symptoms.map(
              ({ slug, name, mentions }: { slug: string; name: string; mentions: object[] }) => ({
                slug,
                name,
                mentions: mentions.map((mention) => ({ ...mention, negated: undefined })),
              }),
            ),
            remedies: v1.remedies.map(({ slug, name }: { slug: string; name: string }) => ({ slug, name })),
          },
        })
      }
    })

    it('names the languages that it is published in, and what goes with it', async () => {
      const data = await query(`{
        both: articleBySlug(slug: "swollen-legs", locale: es) { locales { locale slug } related { slug title fellBack } }
        english: articleBySlug(slug: "arms") { locales { locale slug } related { title } }
        symptom: symptomBySlug(slug: "swelling") { locales { locale slug } linkedArticles { slug title } }
      }`)
      expect(data.both.locales).toEqual([
        { locale: 'en', slug: 'swollen-legs' },
        { locale: 'es', slug: 'piernas-hinchadas' },
      ])
      expect(data.both.related).toEqual([{ slug: 'arms', title: 'Arms', fellBack: expect.arrayContaining(['title']) }])
      expect(data.english).toEqual({
        locales: [{ locale: 'en', slug: 'arms' }],
        related: [{ title: 'Swollen legs' }],
      })
      expect(data.symptom.linkedArticles).toEqual([{ slug: 'swollen-legs', title: 'Swollen legs' }])
      expect(data.symptom.locales.map(({ locale }: { locale: string }) => locale)).toEqual(['en', 'es'])
    })

    it('leads to the pages of a website where its template is given', async () => {
      const template = 'https://site.example/{locale}/{collection}/{slug}'
      const { articleBySlug } = await query(
        `{ articleBySlug(slug: "swollen-legs", locale: es) {
          html(addresses: "${template}") jsonLd(addresses: "${template}") sections(addresses: "${template}") { html }
          symptoms { jsonLd(addresses: "${template}") }
        } }`,
      )
      const own = 'https://site.example/es/articles/piernas-hinchadas'
      expect(articleBySlug.jsonLd).toMatchObject({ '@id': own, url: own })
      expect(articleBySlug.jsonLd.relatedLink).toEqual(['https://site.example/es/articles/arms'])
      expect(articleBySlug.html).toContain('href="https://site.example/es/symptoms/')
      expect(articleBySlug.sections[0].html).toBe(articleBySlug.html)
      expect(articleBySlug.symptoms[0].jsonLd).toMatchObject({ '@type': 'MedicalSymptom' })
      expect(JSON.stringify(articleBySlug)).not.toContain('/v1/')
    })

    it('has them wherever it stands, in the language of where it stands', async () => {
      const data = await query(`{
        es: Articles(locale: es, sort: "id", where: { id: { equals: "${ids.legs}" } }) { docs { title text symptoms { name } } }
        en: Articles(locale: en, where: { id: { equals: "${ids.legs}" } }) { docs { title text symptoms { name } } }
        selected: Article(id: "${ids.legs}", select: true) { title text }
        below: Symptom(id: "${ids.swelling}", locale: es) { name articles { docs { title text } } }
      }`)
      expect(data.es.docs[0]).toMatchObject({ title: 'Piernas hinchadas', text: 'La hinchazón llega tarde.' })
      expect(data.es.docs[0].symptoms).toContainEqual({ name: 'Hinchazón' })
      expect(data.en.docs[0]).toMatchObject({ title: 'Swollen legs', text: expect.stringContaining('Swelling comes') })
      expect(data.en.docs[0].symptoms).toContainEqual({ name: 'Swelling' })
      expect(data.selected.text).toBe(data.en.docs[0].text)
      expect(data.below.articles.docs).toEqual([{ title: 'Piernas hinchadas', text: 'La hinchazón llega tarde.' }])
    })

    it('gives staff the words of the draft that they ask for, and strangers never', async () => {
      const text = `{ Article(id: "${ids.arms}", draft: true) { title text ${computed} } }`
      const staff = (await service.graphql('editor', text)).body.data.Article
      expect([staff.title, staff.text]).toEqual([`${hidden} new title`, `${hidden} words with Swelling.`])
      expect(staff.explainedLinks.symptoms[0]).toMatchObject({ slug: 'swelling', mentions: [{ text: 'Swelling' }] })
      const stranger = (await service.graphql('stranger', text)).body
      expect(stranger.data.Article.text).toBe('Itching of the arms.')
      expect(JSON.stringify(stranger)).not.toContain(hidden)
    })
  })

  describe('search', () => {
    it('finds articles, the best first, with what was found', async () => {
      const { searchArticles } = await query(
        '{ searchArticles(query: "swelling") { article { title } score snippet } }',
      )
      expect(searchArticles[0]).toMatchObject({ article: { title: 'Swollen legs' } })
      expect(searchArticles[0].snippet).toContain('<mark>')
    })

    it('searches a language, and gives what is not there in English', async () => {
      const data = await query(`{
        own: searchArticles(query: "hinchazón", locale: es) { article { title slug text } }
        english: searchArticles(query: "itching arms", locale: es, limit: 1) { article { title fellBack } }
      }`)
      expect(data.own[0].article).toMatchObject({ title: 'Piernas hinchadas', text: 'La hinchazón llega tarde.' })
      expect(data.english).toEqual([{ article: { title: 'Arms', fellBack: expect.arrayContaining(['title']) } }])
    })

    it('finds no drafts', async () => {
      expect(await query(`{ searchArticles(query: "${hidden}") { article { title } snippet } }`)).toEqual({
        searchArticles: [],
      })
    })
  })

  describe('clinics nearby', () => {
    it('come the nearest first, within the radius', async () => {
      const near = '{ clinicsNear(latitude: 41.9, longitude: -87.6, radius: 900) { clinic { name } distanceKm } }'
      const { clinicsNear } = await query(near)
      expect(clinicsNear.map(({ clinic }: { clinic: { name: string } }) => clinic.name)).toEqual([
        'Vein Clinic',
        'Far Clinic',
      ])
      expect(clinicsNear[0].distanceKm).toBeCloseTo(3.3, 0)
      const close = await query('{ clinicsNear(latitude: 41.9, longitude: -87.6) { clinic { name } } }')
      expect(close.clinicsNear).toHaveLength(1)
    })
  })

  it.each([
    '{ searchArticles(query: "…") { score } }',
    '{ articleBySlug(slug: "arms") { html(addresses: "javascript:{collection}{slug}") } }',
    '{ articleBySlug(slug: "arms") { jsonLd(addresses: "https://site.example/") } }',
    '{ symptomBySlug(slug: "swelling") { jsonLd(addresses: "/{collection}/{slug}") } }',
    '{ clinicsNear(latitude: 91, longitude: 0) { distanceKm } }',
    '{ clinicsNear(latitude: 0, longitude: 181) { distanceKm } }',
    '{ clinicsNear(latitude: 0, longitude: 0, radius: 0) { distanceKm } }',
    '{ clinicsNear(latitude: 0, longitude: 0, radius: 5000) { distanceKm } }',
  ])('says what is wrong with %s', async (text) => {
    const { body } = await service.graphql('stranger', text)
    expect(body.errors[0].extensions).toMatchObject({ code: 'BAD_REQUEST', statusCode: 400 })
  })

  it('tells of an entry what /v1 does', async () => {
    const v1 = async (path: string) => (await service.ask('stranger', 'GET', `/v1/${path}`)).body
    const data = await query(`{
      symptom: symptomBySlug(slug: "swelling") { jsonLd }
      remedy: remedyBySlug(slug: "rest") { jsonLd instructionsHtml }
      clinic: clinicBySlug(slug: "vein-clinic") { jsonLd }
    }`)
    const remedy = await v1('remedies/rest')
    expect(data.symptom.jsonLd).toEqual((await v1('symptoms/swelling')).jsonLd)
    expect(data.remedy).toEqual({ jsonLd: remedy.jsonLd, instructionsHtml: remedy.instructions.html })
    expect(data.clinic.jsonLd).toEqual((await v1('clinics/vein-clinic')).jsonLd)
  })

  it('shows nothing unpublished by any road', async () => {
    const roads = `{
      Articles(limit: 20) { docs { title ${computed} symptoms { name } } }
      Symptoms(limit: 5) { docs { name articles(limit: 5) { docs { title text html jsonLd } } } }
      searchArticles(query: "swelling hinchazón", limit: 50) { article { title ${computed} } snippet }
      clinicsNear(latitude: 41.88, longitude: -87.63, limit: 50) { clinic { name articles(limit: 5) { docs { text } } } }
    }`
    for (const locale of ['en', 'es']) {
      const { body } = await service.ask('stranger', 'POST', `/api/graphql?locale=${locale}`, { query: roads })
      expect(body.errors).toBeUndefined()
      expect(JSON.stringify(body)).toContain(locale === 'en' ? 'Swollen legs' : 'Piernas hinchadas')
      expect(JSON.stringify(body)).not.toContain(hidden)
    }
  })

  describe('cost', () => {
    const page = (
      limit: number,
    ) => `Articles(limit: ${limit}) { docs { id slug title summary sections { anchor heading html }
      symptoms { slug name urgency } remedies { slug name kind } } }`

    it('lets a page of 20 articles pass many times over', async () => {
      await query(`{ ${page(20)} }`)
      await query(`{ a: ${page(20)} b: ${page(20)} c: ${page(20)} }`)
    })

    it.each([
      [
        'large pages within large pages',
        '{ Symptoms(limit: 100) { docs { articles(limit: 100) { docs { text symptoms { name } } } } } }',
      ],
      [
        'by a variable',
        'query($n: Int = 100) { Symptoms(limit: $n) { docs { articles(limit: $n) { docs { symptoms { name } } } } } }',
      ],
      [
        'in fragments',
        '{ Symptoms(limit: 100) { ...a } } fragment a on Symptoms { docs { articles(limit: 100) { docs { ...b } } } } fragment b on Article { symptoms { name } }',
      ],
    ])('refuses %s', async (_, text) => {
      const { status, body } = await service.graphql('stranger', text)
      expect([status, body.errors[0].extensions.code]).toEqual([400, 'COST_TOO_HIGH'])
    })
  })

  describe('persisted queries', () => {
    const text = '{ Symptoms { totalDocs } }'
    const asking = async (hash: string, more: Record<string, string> = {}, version = 1) => {
      const extensions = JSON.stringify({ persistedQuery: { version, sha256Hash: hash } })
      return service.ask('stranger', 'GET', `/api/graphql?${new URLSearchParams({ extensions, ...more })}`)
    }

    it('are learnt by their hash, and asked for by it', async () => {
      const { sha256 } = await import('../src/graphql/persistedQueries')
      const unknown = await asking(sha256(text))
      expect([unknown.status, unknown.body.errors[0].extensions.code]).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND'])
      expect(unknown.headers.get('cache-control')).toContain('no-store')
      expect((await asking(sha256(text), { query: text })).body.data.Symptoms.totalDocs).toBe(2)
      expect((await asking(sha256(text))).body.data.Symptoms.totalDocs).toBe(2)
    })

    it('do not write when they are asked for by an address', async () => {
      const { sha256 } = await import('../src/graphql/persistedQueries')
      const mutation = 'mutation { logoutUser }'
      const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(mutation) } }
      await service.ask('stranger', 'POST', '/api/graphql', { query: mutation, extensions })
      expect((await asking(sha256(mutation))).status).toBe(405)
    })

    it('are refused where the hash is that of another text, or is none', async () => {
      const { sha256 } = await import('../src/graphql/persistedQueries')
      expect((await asking(sha256('{ other }'), { query: text })).status).toBe(400)
      expect((await asking(sha256('{ other }'))).body.errors[0].message).toBe('PersistedQueryNotFound')
      expect((await asking('x')).status).toBe(400)
      expect((await asking(sha256(text), {}, 2)).status).toBe(400)
    })
  })

  describe('stored operations', () => {
    const text = 'query Symptoms {\n  Symptoms { totalDocs }\n}\n'
    let folder: string
    let ask: (body: object) => Promise<Answer>
    const serve = async (operations: string) => {
      const { createGraphql } = await import('../src/graphql/createGraphql')
      const logger = pino({ level: 'silent' })
      return createGraphql({ payload: service.payload, logger, introspection: false, production: true, operations })
    }
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'saphena-operations-'))
      await writeFile(join(folder, 'symptoms.graphql'), text)
      const graphql = await serve(folder)
      ask = async (body) => {
        const headers = { 'content-type': 'application/json' }
        const request = new Request('http://localhost/api/graphql', {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
        })
        const response = await graphql(request)
        return { status: response.status, body: await response.json(), headers: response.headers }
      }
    })
    afterAll(() => rm(folder, { recursive: true, force: true }))

    it('are served by their hash, name and text', async () => {
      const { sha256 } = await import('../src/graphql/persistedQueries')
      for (const body of [
        { extensions: { persistedQuery: { version: 1, sha256Hash: sha256(text) } } },
        { extensions: { persistedQuery: { version: 1, sha256Hash: sha256(text.trim()) } } },
        { documentId: sha256(text) },
        { documentId: `sha256:${sha256(text)}` },
        { operationName: 'Symptoms' },
        { query: text },
        { query: text.trim(), operationName: 'Symptoms' },
      ])
        expect((await ask(body)).body, JSON.stringify(body)).toEqual({ data: { Symptoms: { totalDocs: 2 } } })
    })

    it.each([
      { query: '{ Articles { totalDocs } }' },
      { query: '{ Articles { totalDocs } }', operationName: 'Symptoms' },
      { operationName: 'Others' },
      { operationName: 'constructor' },
      { extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } },
      {},
    ])('are all that is served, and not %j', async (body) => {
      const { status, body: answer } = await ask(body)
      expect([status, answer.errors[0].extensions.code]).toEqual([400, 'OPERATION_NOT_STORED'])
      expect(answer.errors[0].message).toContain('Only stored operations')
    })

    it('are checked when they are read', async () => {
      const other = await mkdtemp(join(tmpdir(), 'saphena-operations-'))
      await expect(serve(other)).rejects.toThrow('no *.graphql file')
      await expect(serve(join(other, 'none'))).rejects.toThrow('GRAPHQL_OPERATIONS: ENOENT')
      await writeFile(join(other, 'wrong.graphql'), '{ Nothing }')
      await expect(serve(other)).rejects.toThrow(/wrong\.graphql: Cannot query field/)
      await rm(other, { recursive: true })
    })
  })

  it('keeps to GraphQL over HTTP', async () => {
    const { createGraphql } = await import('../src/graphql/createGraphql')
    const { createApp } = await import('../src/http/createApp')
    const { payload } = service
    const logger = pino({ level: 'silent' })
    // Some audits ask for the schema, to try variables.
    const graphql = createGraphql({ payload, logger, introspection: true, production: false })
    const server = createServer(createApp({ payload, logger, serverUrl: undefined, graphql }))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const results = await auditServer({ url: `http://127.0.0.1:${port}/api/graphql` })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    expect(results.length).toBeGreaterThan(50)
    const bad = results.filter(({ status }) => status !== 'ok')
    const lines = bad.map((each) => `${each.status} ${each.id} ${each.name} ${'reason' in each ? each.reason : ''}`)
    if (process.env.SHOW_AUDITS) process.stdout.write(`${lines.join('\n')}\n${results.length} audits\n`)
    expect(bad.filter(({ status }) => status === 'error').map(({ id, name }) => `${id} ${name}`)).toEqual([])
  })

  it('has a page to try queries on, but for production', async () => {
    const { createGraphql } = await import('../src/graphql/createGraphql')
    const page = (production: boolean) => {
      const options = { payload: service.payload, logger: pino({ level: 'silent' }), introspection: true, production }
      return createGraphql(options)(new Request('http://localhost/api/graphql', { headers: { accept: 'text/html' } }))
    }
    const answer = await page(false)
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await answer.text()).toContain('<title>Saphena</title>')
    expect(await (await page(true)).text()).not.toContain('<title>')
  })

  describe('a page of articles', () => {
    const ask = (limit: number, fields: string) =>
      countQueries(service.payload, async () => {
        const data = await query(
          `{ Articles(limit: ${limit}) { docs { title ${fields} symptoms { name } remedies { name } } } }`,
        )
        expect(data.Articles.docs).toHaveLength(limit)
      })
    beforeAll(async () => {
      for (let at = 0; at < 42; at++) {
        const symptom = await add('symptoms', { name: `Sign number ${at}` })
        await add('articles', { title: `Page ${at}`, body: paragraphs('Rest.'), symptoms: [symptom] })
      }
    }, 120_000)

    it.each([
      ['', 16],
      ['sections { html } text explainedLinks { symptoms { name } }', 32],
    ])('takes no more queries for being longer (%s)', async (fields, most) => {
      const twenty = await ask(20, fields)
      const forty = await ask(40, fields)
      if (process.env.SHOW_AUDITS) process.stdout.write(`${JSON.stringify([twenty, forty])}\n`)
      expect(twenty.total).toBeLessThanOrEqual(most)
      expect(forty.total - twenty.total).toBeLessThanOrEqual(2)
    })
  })
})
