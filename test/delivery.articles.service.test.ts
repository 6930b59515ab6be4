import { Ajv2020 } from 'ajv/dist/2020'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeService, paragraphs, type Service, startService } from './startService'
import { picture, uploadForm } from './uploadForm'

type Json = Record<string, unknown>

/** What apps read of articles: `/v1/articles`, as a stranger. */
describeService('Articles for apps', () => {
  let service: Service
  let validate: (schema: string, body: unknown) => void
  const ids: Record<string, string> = {}

  const add = async (collection: string, english: Json, spanish?: Json) => {
    const published = { _status: 'published' }
    const { body } = await service.ask('reviewer', 'POST', `/api/${collection}`, { ...published, ...english })
    if (!body.doc) throw new Error(JSON.stringify(body))
    const { id } = body.doc as { id: string }
    if (spanish)
      await service.ask('reviewer', 'PATCH', `/api/${collection}/${id}?locale=es`, {
        localeStatus: 'ready',
        ...published,
        ...spanish,
      })
    return id
  }
  const change = async (path: string, data: Json) => {
    const answer = await service.ask('reviewer', 'PATCH', path, data)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  const get = (path: string) => service.ask('stranger', 'GET', path)
  const article = async (path: string) => {
    const { status, body } = await get(`/v1/articles/${path}`)
    expect(status, JSON.stringify(body)).toBe(200)
    validate('Article', body)
    return body
  }
  const list = async (query = '') => {
    const { status, body } = await get(`/v1/articles${query}`)
    expect(status, JSON.stringify(body)).toBe(200)
    validate('ArticleList', body)
    return body
  }

  beforeAll(async () => {
    service = await startService()
    const { body: api } = await get('/v1/openapi.json')
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
    ajv.addSchema(api, 'api')
    validate = (schema, body) => {
      const check = ajv.compile({ $ref: `api#/components/schemas/${schema}` })
      expect(check(body), JSON.stringify(check.errors)).toBe(true)
    }

    ids.swelling = await add('symptoms', { name: 'Swelling' }, { name: 'Hinchazón' })
    ids.itching = await add('symptoms', { name: 'Itching' })
    ids.fever = await add('symptoms', { name: 'Fever' })
    ids.numbness = await add('symptoms', { name: 'Numbness' })
    ids.stockings = await add('remedies', { name: 'Compression stockings', kind: 'device' })
    ids.clinic = await add('clinics', { name: 'Riverside Vein Clinic' })
    const { body: uploaded } = await service.ask(
      'editor',
      'POST',
      '/api/media',
      uploadForm(await picture('png', 400, 200), 'leg.png'),
    )
    ids.picture = uploaded.doc.id
    ids.draft = await add('articles', { title: 'Hidden draft', body: paragraphs('Swelling.'), _status: 'draft' })
    ids.legs = await add(
      'articles',
      {
        title: 'Swollen legs',
        summary: 'Of legs.',
        hero: ids.picture,
        body: legs(ids),
        keyPoints: ['Move often.'],
        seekCare: { urgency: 'clinician', text: 'Call us.' },
        references: [{ citation: 'A trial', url: 'https://example.org/trial', doi: '10.1000/xyz', pmid: '12345' }],
        byline: { author: 'A. Writer', reviewer: 'Dr. B' },
        reviewedOn: '2026-02-01T00:00:00.000Z',
        nextReviewDue: '2027-02-01T00:00:00.000Z',
        license: 'CC BY 4.0',
        attribution: 'The clinic',
        internalNotes: 'secret-note',
      },
      { title: 'Piernas hinchadas', body: paragraphs('La hinchazón molesta.') },
    )
    // Numbness goes back to being a draft: its mentions still stand in the article.
    await service.ask('reviewer', 'PATCH', `/api/symptoms/${ids.numbness}?draft=false`, { _status: 'draft' })

    for (const number of [1, 2, 3, 4, 5, 6, 7]) {
      ids[`other${number}`] = await add('articles', {
        title: `Other ${number}`,
        body: paragraphs(number % 2 ? 'Swelling and itching.' : 'Only itching here.'),
        ...(number < 4 ? { reviewedOn: `2026-01-0${number === 3 ? 2 : number}T00:00:00.000Z` } : {}),
        ...(number === 5 ? { seekCare: { urgency: 'emergency' } } : {}),
      })
    }
    ids.withdrawn = await add('articles', { title: 'Withdrawn', body: paragraphs('Swelling.') })
    await service.ask('reviewer', 'PATCH', `/api/articles/${ids.withdrawn}`, { _status: 'draft' })
    ids.trashed = await add('articles', { title: 'Trashed', body: paragraphs('Swelling.') })
    await service.ask('reviewer', 'PATCH', `/api/articles/${ids.trashed}`, { deletedAt: new Date().toISOString() })
  })
  afterAll(() => service?.close())

  const titles = (body: { articles: { title: string }[] }) => body.articles.map(({ title }) => title).sort()

  describe('the list', () => {
    it.each([
      ['?symptom=swelling', ['Other 1', 'Other 3', 'Other 5', 'Other 7', 'Swollen legs']],
      ['?symptom=hinchazon&locale=es', ['Other 1', 'Other 3', 'Other 5', 'Other 7', 'Piernas hinchadas']],
      ['?symptom=itching&locale=es&limit=100', 8],
      ['?remedy=compression-stockings', ['Swollen legs']],
      ['?clinic=riverside-vein-clinic', ['Swollen legs']],
      ['?urgency=emergency', ['Other 5']],
      ['?symptom=swelling&urgency=clinician', ['Swollen legs']],
      ['?reviewedSince=2026-01-02', ['Other 2', 'Other 3', 'Swollen legs']],
      ['?modifiedSince=2999-01-01', []],
      ['?modifiedSince=2020-01-01', 8],
      ['?symptom=no-such-thing', []],
      ['?symptom=numbness', []],
    ])('answers %s', async (query, expected) => {
      const body = await list(query)
      if (typeof expected === 'number') expect(body.articles).toHaveLength(expected)
      else expect(titles(body)).toEqual(expected)
    })

    it.each(['title', '-title', 'modified', '-modified', 'reviewed', '-reviewed', 'nextReview', '-nextReview'])(
      'goes through all pages by %s without a gap or a double',
      async (sort) => {
        const all = (await list(`?sort=${sort}&limit=100`)).articles
        expect(all).toHaveLength(8)
        const paged: { id: string }[] = []
        let next: string | null = `${service.url}/v1/articles?sort=${sort}&limit=3`
        let pages = 0
        while (next && pages++ < 10) {
          const answer = await get(next.slice(service.url.length))
          validate('ArticleList', answer.body)
          expect(answer.headers.get('link') ?? null).toBe(answer.body.next && `<${answer.body.next}>; rel="next"`)
          paged.push(...answer.body.articles)
          next = answer.body.next
        }
        expect(pages).toBe(3)
        expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }: { id: string }) => id))
        const keyOf = { title: 'title', modified: 'modified', reviewed: 'reviewedOn', nextReview: 'nextReviewDue' }[
          sort.replace('-', '')
        ] as string
        const values = all.map((each: Json) => (each[keyOf] as string | null) ?? '')
        const sorted = [...values].sort()
        expect(values).toEqual(sort.startsWith('-') ? sorted.reverse() : sorted)
      },
    )

    it('keeps the filters on the next page, and each page goes on by each size', async () => {
      const seen: string[] = []
      let path: string | null = '/v1/articles?symptom=swelling&limit=1&sort=-reviewed'
      while (path) {
        const { body } = await get(path)
        seen.push(...titles(body))
        path = body.next?.slice(service.url.length) ?? null
      }
      expect(seen).toHaveLength(5)
      expect(new Set(seen).size).toBe(5)
    })

    it.each([
      ['?simptom=x', 'simptom'],
      ['?symptom=', 'symptom'],
      ['?symptom=a&symptom=b', 'symptom'],
      ['?symptom[$ne]=a', 'symptom[$ne]'],
      ['?urgency=now', 'urgency'],
      ['?locale=all', 'locale'],
      ['?limit=0', 'limit'],
      ['?limit=101', 'limit'],
      ['?limit=-1', 'limit'],
      ['?sort=internalNotes', 'sort'],
      ['?sort=title,slug', 'sort'],
      ['?modifiedSince=soon', 'modifiedSince'],
      ['?cursor=xyz', 'cursor'],
      [`?sort=title&cursor=${Buffer.from('["-modified","2026-01-01","a"]').toString('base64url')}`, 'cursor'],
      ['?draft=true', 'draft'],
      ['?where[internalNotes][like]=s', 'where[internalNotes][like]'],
      ['/swollen-legs?include=mentions', 'include'],
      ['/swollen-legs?linkMentions=some', 'linkMentions'],
      ['/swollen-legs?depth=2', 'depth'],
    ])('refuses %s and names the parameter', async (query, parameter) => {
      const { status, body, headers } = await get(`/v1/articles${query}`)
      expect([status, body.code, body.parameter]).toEqual([400, 'bad-parameter', parameter])
      expect(headers.get('content-type')).toContain('application/problem+json')
      validate('Problem', body)
    })
  })

  describe('one article', () => {
    it('comes with all that an app shows, and nothing of what editors keep', async () => {
      const body = await article('swollen-legs?include=html,text')
      expect(body).toMatchObject({
        id: ids.legs,
        slug: 'swollen-legs',
        locale: 'en',
        fellBack: [],
        title: 'Swollen legs',
        summary: 'Of legs.',
        keyPoints: ['Move often.'],
        seekCare: { urgency: 'clinician', text: 'Call us.' },
        references: [{ citation: 'A trial', url: 'https://example.org/trial', doi: '10.1000/xyz', pmid: '12345' }],
        byline: { author: 'A. Writer', reviewer: 'Dr. B' },
        reviewedOn: '2026-02-01T00:00:00.000Z',
        readingTimeMinutes: 1,
        license: 'CC BY 4.0',
        canonicalUrl: `${service.url}/v1/articles/swollen-legs`,
      })
      expect(body.locales).toEqual([
        { locale: 'en', slug: 'swollen-legs', href: `${service.url}/v1/articles/swollen-legs` },
        { locale: 'es', slug: 'piernas-hinchadas', href: `${service.url}/v1/articles/piernas-hinchadas?locale=es` },
      ])
      expect(body.sections.map(({ anchor }: Json) => anchor)).toEqual(['intro', 'what-helps'])
      expect(body.images[0]).toMatchObject({ alt: 'A leg', width: 400, height: 200 })
      expect(body.images[0].url).toMatch(new RegExp(`^${service.url}/api/media/file/leg`))
      expect(body.images).toHaveLength(1)
      expect(body.hero).toEqual(body.images[0])
      const picture = await fetch(body.hero.url, { headers: { origin: 'https://app.example.org' } })
      expect(picture.headers.get('access-control-allow-origin')).toBe('*')
      expect(picture.headers.get('access-control-allow-credentials')).toBeNull()
      const everything = JSON.stringify(body)
      for (const hidden of [
        'secret-note',
        'confidence',
        'internalNotes',
        'linkDecisions',
        '@example.org',
        'localeStatus',
      ])
        expect(everything).not.toContain(hidden)
    })

    it('says where each symptom, remedy and clinic stands', async () => {
      const { symptoms, remedies, clinics, text } = await article('swollen-legs?include=text')
      expect(symptoms.map(({ slug }: Json) => slug)).toEqual(['swelling', 'itching'])
      expect(remedies.map(({ href }: Json) => href)).toEqual([`${service.url}/v1/remedies/compression-stockings`])
      expect(clinics.map(({ name }: Json) => name)).toEqual(['Riverside Vein Clinic'])
      const mentions = [...symptoms, ...remedies, ...clinics].flatMap((each) => each.mentions)
      expect(mentions.length).toBeGreaterThan(4)
      for (const mention of mentions) {
        expect(text.slice(mention.start, mention.end)).toBe(mention.text)
        expect(mention.negated).toBe(false)
      }
      expect(symptoms[0].mentions.map(({ anchor }: Json) => anchor)).toContain('what-helps')
    })

    it('shows nothing of a symptom that is not published, nor of a negated or dismissed mention', async () => {
      const body = await article('swollen-legs?include=html,text&linkMentions=all')
      const { text, html, sections, ...rest } = body
      expect(text).toContain('numbness')
      expect(JSON.stringify(rest).toLowerCase()).not.toContain('numbness')
      expect(JSON.stringify(rest).toLowerCase()).not.toContain('fever')
      expect(html).not.toContain('/v1/symptoms/numbness')
      expect(JSON.stringify(sections)).not.toContain('/v1/symptoms/fever')

      const row = await service.ask('reviewer', 'GET', `/api/articles/${ids.legs}`)
      const mentions = row.body.mentions.map((each: Json) =>
        each.slug === 'itching' ? { ...each, status: 'dismissed' } : each,
      )
      await change(`/api/articles/${ids.legs}`, { mentions, _status: 'published' })
      const without = await article('swollen-legs?linkMentions=all&include=html')
      expect(without.html).not.toContain('title="Itching"')
      expect(JSON.stringify(without.symptoms)).not.toContain('tching')
      const restored = row.body.mentions.map((each: Json) => ({ ...each, status: 'found' }))
      await change(`/api/articles/${ids.legs}`, { mentions: restored, _status: 'published' })
    })

    it('links the first mention in each section, all, or none', async () => {
      const count = async (mode: string) => {
        const { html, sections } = await article(`swollen-legs?include=html&${mode}`)
        const links = (text: string) => text.split(`href="${service.url}/v1/symptoms/swelling"`).length - 1
        return [links(html), ...sections.map((each: { html: string }) => links(each.html))]
      }
      expect(await count('')).toEqual([2, 1, 1])
      expect(await count('linkMentions=first')).toEqual([2, 1, 1])
      expect(await count('linkMentions=all')).toEqual([3, 2, 1])
      expect(await count('linkMentions=none')).toEqual([0, 0, 0])
    })

    it('has no tag in its HTML but the ones offered, and absolute links alone', async () => {
      const { html } = await article('swollen-legs?include=html&linkMentions=all')
      for (const [, tag] of html.matchAll(/<\/?([a-z0-9]+)/gi))
        expect(['p', 'h2', 'a', 'strong', 'figure', 'img']).toContain(tag)
      for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https?:\/\//)
      expect(html).toContain(`<a href="${service.url}/v1/symptoms/itching">symptoms here </a>`)
      expect(html).toMatch(/<figure><img src="http[^"]+leg[^"]*.png" alt="A leg" width="400" height="200"><\/figure>/)
      expect(html).not.toMatch(/hidden-draft|numbness"|javascript:/)
      for (const id of [ids.draft, ids.numbness]) expect(html).not.toContain(id)
      expect(html).toContain('&lt;script&gt;')
    })

    it('in Spanish says what came in English', async () => {
      for (const slug of ['piernas-hinchadas', 'swollen-legs']) {
        const body = await article(`${slug}?locale=es&include=text`)
        expect([body.title, body.slug, body.summary]).toEqual(['Piernas hinchadas', 'piernas-hinchadas', 'Of legs.'])
        expect(body.fellBack).toContain('summary')
        expect(body.fellBack).not.toContain('body')
        const [swelling] = body.symptoms
        expect(swelling).toMatchObject({ name: 'Hinchazón', href: `${service.url}/v1/symptoms/hinchazon?locale=es` })
        expect(body.text.slice(swelling.mentions[0].start, swelling.mentions[0].end)).toBe('hinchazón')
        expect(body.jsonLd.inLanguage).toBe('es')
      }
      const english = await article('other-1?locale=es')
      expect(english.fellBack).toEqual(expect.arrayContaining(['title', 'body', 'slug']))
      expect(english.locales.map(({ locale }: Json) => locale)).toEqual(['en'])
      expect(english.jsonLd.inLanguage).toBe('en')
      expect(english.symptoms.flatMap(({ mentions }: { mentions: unknown[] }) => mentions)).toHaveLength(2)
      expect((await get('/v1/articles/piernas-hinchadas')).status).toBe(404)
    })

    it('names the articles that share the most symptoms', async () => {
      const { related } = await article('swollen-legs')
      expect(related).toHaveLength(5)
      expect(titles({ articles: related.slice(0, 4) })).toEqual(['Other 1', 'Other 3', 'Other 5', 'Other 7'])
      expect(related[4].title).toBe('Other 6')
    })

    it('describes itself in terms of schema.org', async () => {
      const { jsonLd } = await article('swollen-legs')
      const visit = (node: unknown): void => {
        if (Array.isArray(node)) for (const each of node) visit(each)
        else if (node && typeof node === 'object') {
          const type = (node as Json)['@type'] as string
          expect(Object.keys(terms)).toContain(type)
          for (const [name, value] of Object.entries(node)) {
            if (!name.startsWith('@')) expect([...thing, ...(terms[type] ?? [])], `${type}.${name}`).toContain(name)
            visit(value)
          }
        }
      }
      visit(jsonLd)
      expect(jsonLd).toMatchObject({
        '@type': 'MedicalWebPage',
        lastReviewed: '2026-02-01',
        reviewedBy: { '@type': 'Person', name: 'Dr. B' },
        inLanguage: 'en',
        about: [
          { '@type': 'MedicalSymptom', name: 'Swelling' },
          { '@type': 'MedicalSymptom', name: 'Itching' },
          { '@type': 'MedicalTherapy', name: 'Compression stockings' },
        ],
      })
    })

    it('is led to from its old address, in each language', async () => {
      const id = await add(
        'articles',
        { title: 'Old name', body: paragraphs('Plain.') },
        { title: 'Nombre viejo', body: paragraphs('Nada.') },
      )
      await change(`/api/articles/${id}`, { slug: 'new-name', _status: 'published' })
      await change(`/api/articles/${id}?locale=es`, { slug: 'nombre-nuevo', _status: 'published' })
      const from = async (path: string) => {
        const { status, headers } = await get(path)
        return [status, headers.get('location')]
      }
      const at = `${service.url}/v1/articles`
      expect(await from('/v1/articles/old-name')).toEqual([301, `${at}/new-name`])
      expect(await from('/v1/articles/old-name?include=text')).toEqual([301, `${at}/new-name?include=text`])
      expect(await from('/v1/articles/nombre-viejo?locale=es')).toEqual([301, `${at}/nombre-nuevo?locale=es`])
      expect(await from('/v1/articles/old-name?locale=es')).toEqual([301, `${at}/nombre-nuevo?locale=es`])
      expect((await get('/v1/articles/nombre-viejo')).status).toBe(404)
      await change(`/api/articles/${id}`, { _status: 'draft' })
      for (const path of ['old-name', 'new-name']) expect((await get(`/v1/articles/${path}`)).status).toBe(404)
    })

    it('that nobody may see is not found, as one that never was', async () => {
      const never = await get('/v1/articles/never-was')
      expect([never.status, never.body.code]).toEqual([404, 'not-found'])
      for (const slug of ['hidden-draft', 'withdrawn', 'trashed', '$ne', 'a'.repeat(300), '%00'])
        for (const query of ['', '?locale=es']) {
          const { status, body } = await get(`/v1/articles/${slug}${query}`)
          expect([slug, status, body]).toEqual([slug, 404, never.body])
        }
      const staff = await service.ask('admin', 'GET', '/v1/articles/hidden-draft')
      expect(staff.status).toBe(404)
    })

    it('keeps a newer draft to itself', async () => {
      await service.ask('editor', 'PATCH', `/api/articles/${ids.other2}?draft=true`, {
        title: 'Unpublished words',
        body: paragraphs('Fever, fever and more fever.'),
      })
      const body = await article('other-2?include=html,text&linkMentions=all')
      expect(JSON.stringify(body)).not.toMatch(/unpublished words|fever/i)
      expect(body.symptoms[0].mentions).toHaveLength(1)
    })
  })

  describe('its description', () => {
    it('names every endpoint in a page that needs nothing else', async () => {
      const { body: api } = await get('/v1/openapi.json')
      expect(api.openapi).toBe('3.1.0')
      const { body: page, headers } = await get('/v1/docs')
      for (const path of Object.keys(api.paths)) expect(page).toContain(path)
      for (const name of Object.keys(api.components.schemas)) expect(page).toContain(`id="schema-${name}"`)
      for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`)
      expect(page).not.toMatch(/<script|src=|@import|url\(/)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    })

    it('may be read from any origin, and only read', async () => {
      const { headers } = await get('/v1/articles')
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect((await service.ask('stranger', 'OPTIONS', '/v1/articles')).status).toBe(204)
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const { status, body } = await service.ask('admin', method, '/v1/articles/swollen-legs', {})
        expect([method, status, body.code]).toEqual([method, 405, 'bad-method'])
      }
      expect((await get('/v1/nothing')).body.code).toBe('not-found')
    })
  })
})

const base = { direction: null, format: '' as const, indent: 0, version: 1 }
const text = (words: string, format = 0) => ({
  type: 'text',
  text: words,
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  version: 1,
})
const linkTo = (relationTo: string, value: string | undefined) => ({
  ...base,
  type: 'link',
  fields: { linkType: 'internal', doc: { relationTo, value }, newTab: false },
  children: [text(`${relationTo} here `)],
})
const legs = (ids: Record<string, string>) => ({
  root: {
    ...base,
    type: 'root',
    children: [
      {
        ...base,
        type: 'paragraph',
        children: [
          text('Swelling comes with itching. The swelling grows, and '),
          text('numbness', 1),
          text(' too. <script>'),
        ],
      },
      {
        ...base,
        type: 'paragraph',
        children: [
          text('There is no fever. See '),
          {
            ...base,
            type: 'link',
            fields: { linkType: 'custom', url: 'https://example.org/more', newTab: false },
            children: [text('more')],
          },
          text(' or '),
          linkTo('symptoms', ids.itching),
          linkTo('symptoms', ids.numbness),
          linkTo('articles', ids.draft),
          text('.'),
        ],
      },
      {
        type: 'upload',
        version: 3,
        format: '',
        id: '0123456789abcdef01234567',
        relationTo: 'media',
        value: ids.picture,
        fields: {},
      },
      { ...base, type: 'heading', tag: 'h2', children: [text('What helps')] },
      {
        ...base,
        type: 'paragraph',
        children: [text('Compression stockings against swelling, from Riverside Vein Clinic.')],
      },
    ],
  },
})

/** The properties of schema.org (release 29) that are used, by type; those of Thing belong to all. */
const thing = ['name', 'url', 'description', 'identifier', 'image']
const creativeWork = [
  'headline',
  'inLanguage',
  'about',
  'mentions',
  'author',
  'dateCreated',
  'dateModified',
  'datePublished',
  'citation',
  'timeRequired',
  'license',
  'creditText',
  'isAccessibleForFree',
]
const terms: Record<string, string[]> = {
  MedicalWebPage: [...creativeWork, 'lastReviewed', 'reviewedBy', 'relatedLink'],
  MedicalSymptom: [],
  MedicalTherapy: [],
  MedicalClinic: [],
  Person: [],
  CreativeWork: creativeWork,
  PropertyValue: ['propertyID', 'value'],
  ImageObject: [...creativeWork, 'width', 'height', 'caption'],
}
