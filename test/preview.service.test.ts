import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { signPreview } from '../src/editorial/preview/previewToken'
import { describeService, type Name, paragraphs, type Service, startService } from './startService'
import { picture, uploadForm } from './uploadForm'

describeService('Previews of drafts', () => {
  let service: Service
  let article: string
  let symptom: string
  let hiddenSymptom: string
  const hour = 3_600_000

  beforeAll(async () => {
    service = await startService()
    symptom = await add('symptoms', { name: 'Leg cramps', _status: 'published' })
    hiddenSymptom = await add('symptoms', { name: 'Unseen ache' }, '?draft=true')
  })
  afterAll(() => service?.close())
  beforeEach(async () => {
    article = await add(
      'articles',
      {
        title: 'Legs at night',
        summary: 'What helps when cramps wake you.',
        body: paragraphs('Leg cramps may wake you.', 'Unseen ache is another matter.'),
        keyPoints: ['Stretch before bed.'],
        seekCare: { urgency: 'urgent', text: 'If one leg is swollen, call your clinician today.' },
        symptoms: [hiddenSymptom],
        internalNotes: 'Not for readers',
      },
      '?draft=true',
    )
    return () => vi.useRealTimers()
  })

  const add = async (collection: string, data: object, query = '', who: Name = 'reviewer') =>
    (await service.ask(who, 'POST', `/api/${collection}${query}`, data)).body.doc.id as string
  const change = (id: string, data: object, query = '?draft=true') =>
    service.ask('reviewer', 'PATCH', `/api/articles/${id}${query}`, data)
  const tokenFor = (
    id: string,
    how: { locale?: 'en' | 'es'; at?: number; collection?: 'articles' | 'symptoms' } = {},
  ) =>
    signPreview(
      service.payload.secret,
      { collection: how.collection ?? 'articles', id, locale: how.locale ?? 'en' },
      how.at ?? Date.now(),
    )
  const look = (path: string, headers = {}) => service.ask('stranger', 'GET', path, undefined, headers)

  describe('/v1/preview, for a website', () => {
    it('answers as the published article would be answered, from the draft', async () => {
      const draft = await look(`/v1/preview?token=${tokenFor(article)}&include=text`)
      expect(draft.status).toBe(200)
      expect(draft.body).toMatchObject({
        id: article,
        title: 'Legs at night',
        keyPoints: ['Stretch before bed.'],
        seekCare: { urgency: 'urgent' },
        text: 'Leg cramps may wake you.\nUnseen ache is another matter.',
        symptoms: [{ slug: 'leg-cramps', name: 'Leg cramps', mentions: [{ text: 'Leg cramps', start: 0 }] }],
      })
      expect(draft.body.sections[0].html).toContain('/v1/symptoms/leg-cramps"')
      expect(draft.headers.get('content-language')).toBe('en')

      await change(article, { _status: 'published' }, '')
      const published = await look('/v1/articles/legs-at-night?include=text')
      const again = await look(`/v1/preview?token=${tokenFor(article)}&include=text`)
      expect(again.body).toEqual(published.body)
    })

    it('shows the newest words, and neither notes nor what is not published', async () => {
      await change(article, { title: 'Legs by night' })
      const { body } = await look(`/v1/preview?token=${tokenFor(article)}`)
      expect(body.title).toBe('Legs by night')
      const text = JSON.stringify(body)
      for (const hidden of ['Not for readers', hiddenSymptom, 'unseen-ache']) expect(text).not.toContain(hidden)
    })

    it('shows the unfinished words of a language, and English where there are none', async () => {
      await change(article, { title: 'Piernas de noche', localeStatus: 'draft' }, '?draft=true&locale=es')
      const { body, headers } = await look(`/v1/preview?token=${tokenFor(article, { locale: 'es' })}`)
      expect(body).toMatchObject({
        locale: 'es',
        title: 'Piernas de noche',
        summary: 'What helps when cramps wake you.',
      })
      expect(body.fellBack).toEqual(expect.arrayContaining(['summary', 'body']))
      expect(body.fellBack).not.toContain('title')
      expect(body.symptoms).toMatchObject([{ name: 'Leg cramps' }])
      expect(headers.get('content-language')).toBe('es')
    })

    it('shows drafts of symptoms as /v1/symptoms shows published ones', async () => {
      const { body } = await look(`/v1/preview?token=${tokenFor(hiddenSymptom, { collection: 'symptoms' })}`)
      expect(body).toMatchObject({ id: hiddenSymptom, name: 'Unseen ache', relievedBy: [], articles: [] })
      const published = await look('/v1/symptoms/leg-cramps')
      expect((await look(`/v1/preview?token=${tokenFor(symptom, { collection: 'symptoms' })}`)).body).toEqual(
        published.body,
      )
    })

    it('tells a token that was not made here from one whose time is over', async () => {
      const good = tokenFor(article)
      for (const token of [
        'x',
        `${good}x`,
        good.replace(article, hiddenSymptom),
        good.replace('articles', 'symptoms'),
      ]) {
        const { status, body } = await look(`/v1/preview?token=${encodeURIComponent(token)}`)
        expect([status, body.code], token).toEqual([401, 'bad-token'])
      }
      const other = signPreview('a secret of another installation', {
        collection: 'articles',
        id: article,
        locale: 'en',
      })
      expect((await look(`/v1/preview?token=${other}`)).status).toBe(401)
      const { status, body } = await look(`/v1/preview?token=${tokenFor(article, { at: Date.now() - hour })}`)
      expect([status, body.code]).toEqual([410, 'expired-token'])
      const missing = await look('/v1/preview')
      expect([missing.status, missing.body.parameter]).toEqual([400, 'token'])
    })

    it('answers 404 for what is not there, or in the trash', async () => {
      expect((await look(`/v1/preview?token=${tokenFor('no-such-article')}`)).status).toBe(404)
      const token = tokenFor(article)
      await change(article, { deletedAt: new Date().toISOString() }, '')
      expect((await look(`/v1/preview?token=${token}`)).status).toBe(404)
    })

    it('is kept by nobody', async () => {
      const { headers } = await look(`/v1/preview?token=${tokenFor(article)}`)
      expect(headers.get('cache-control')).toBe('private, no-store')
      expect(headers.get('x-robots-tag')).toContain('noindex')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    })
  })

  it('answers a website what is being typed, and keeps nothing of it', async () => {
    const address = `/v1/preview?token=${tokenFor(article)}&addresses=https://site.example/{locale}/{collection}/{slug}`
    const form = { data: { title: 'Typed, not saved' } }
    const typed = await service.ask('stranger', 'POST', address, form)
    expect(typed.status).toBe(200)
    expect(typed.body.title).toBe('Typed, not saved')
    expect(typed.body.canonicalUrl).toContain('https://site.example/en/articles/')
    expect(JSON.stringify(typed.body.sections)).not.toContain('/v1/')
    expect((await look(address)).body.title).not.toBe('Typed, not saved')
    expect((await service.ask('stranger', 'POST', '/v1/preview?token=forged', form)).status).toBe(401)
    expect((await service.ask('stranger', 'POST', '/v1/articles/any', form)).status).toBe(405)
    expect((await look(`/v1/preview?token=${tokenFor(article)}&addresses=nonsense`)).status).toBe(400)
  })

  describe('/preview, the page beside the editor', () => {
    const words = (token: string, data: unknown) =>
      service.ask('stranger', 'POST', `/preview/words?token=${token}`, { data })

    it('shows the draft, and may run nothing but its own script', async () => {
      const { status, body, headers } = await look(`/preview?token=${tokenFor(article)}`)
      expect(status).toBe(200)
      for (const shown of [
        '<h1>Legs at night</h1>',
        'It is not published',
        'class="care care-urgent"',
        '<a href="#symptoms-leg-cramps" title="Leg cramps">Leg cramps</a>',
        '<li id="symptoms-leg-cramps">',
      ])
        expect(body).toContain(shown)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/default-src 'none';.*script-src 'self';.*frame-ancestors 'self'/)
      expect(policy).not.toContain('unsafe')
      expect(headers.get('cache-control')).toBe('private, no-store')
      expect(headers.get('x-robots-tag')).toContain('noindex')
    })

    it('speaks the language of the draft', async () => {
      const { body } = await look(`/preview?token=${tokenFor(article, { locale: 'es' })}`)
      expect(body).toContain('<html lang="es">')
      expect(body).toContain('Este es un borrador')
    })

    it('shows nothing without a good token, and says nothing of why', async () => {
      for (const [token, status] of [
        ['', 404],
        ['forged', 404],
        [tokenFor(article, { at: Date.now() - hour }), 410],
        [tokenFor('no-such-article'), 404],
      ] as const) {
        const answer = await look(`/preview?token=${token}`)
        expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'private, no-store'])
        expect(answer.body).toContain('There is nothing to see here')
        expect(answer.body).not.toContain('Legs at night')
        expect((await words(token, {})).body).toEqual({})
      }
    })

    it('shows what is typed, links it, and stores nothing', async () => {
      const { status, body } = await words(tokenFor(article), {
        title: 'Typed <b>title</b>',
        body: paragraphs('Now leg cramps stand later.'),
        summary: null,
        id: hiddenSymptom,
        internalNotes: 'typed note',
        symptoms: [hiddenSymptom],
      })
      expect(status).toBe(200)
      expect(body.title).toBe('Typed <b>title</b> (Draft)')
      expect(body.html).toContain('<h1>Typed &lt;b&gt;title&lt;/b&gt;</h1>')
      expect(body.html).toMatch(/Now <a [^>]*>leg cramps<\/a> stand later/)
      for (const absent of ['What helps', 'typed note', 'Unseen ache']) expect(body.html).not.toContain(absent)
      const stored = await service.ask('editor', 'GET', `/api/articles/${article}?draft=true&depth=0`)
      expect(stored.body.title).toBe('Legs at night')
    })

    it('shows a link as the form has just decided on it', async () => {
      const { symptoms } = (await service.ask('editor', 'GET', `/api/articles/${article}?draft=true&depth=0`)).body
      const said = { symptom: Object.fromEntries(symptoms.map((id: string) => [id, false])) }
      const { body } = await words(tokenFor(article), { symptoms, linkDecisions: { said } })
      expect(body.html).toContain('eg cramps')
      expect(body.html).not.toContain('#symptoms-leg-cramps')
      const forgotten = { symptom: Object.fromEntries(symptoms.map((id: string) => [id, null])) }
      const without = { symptoms, body: paragraphs('Nothing.'), linkDecisions: { said: forgotten } }
      expect((await words(tokenFor(article), without)).body.html).not.toContain('symptoms-leg-cramps')
      const unsaid = await words(tokenFor(article), { symptoms, linkDecisions: { said: {} } })
      expect(unsaid.body.html).toContain('#symptoms-leg-cramps')
    })

    it('keeps the English words of a field that is empty in this language', async () => {
      const { body } = await words(tokenFor(article, { locale: 'es' }), { title: 'Piernas', summary: '', body: null })
      expect(body.html).toContain('<h1>Piernas</h1>')
      expect(body.html).toContain('What helps when cramps wake you.')
      expect(body.html).toContain('no tiene todavía texto en español')
    })

    it.each([
      undefined,
      null,
      'x',
      [['x']],
      { title: {}, body: 'x', keyPoints: [{}], seekCare: 'x', references: ['x'], symptoms: { a: 1 }, hero: 5 },
      { body: { root: { children: [null, { type: 'link', fields: { url: 'javascript:x()' }, children: [5] }] } } },
    ])('makes the best of %j', async (data) => {
      const { status, body } = await words(tokenFor(article), data)
      expect(status).toBe(200)
      expect(body.html).not.toContain('javascript:')
    })

    it('does not take more than a form', async () => {
      expect((await words(tokenFor(article), { title: 'x'.repeat(4_000_000) })).status).toBe(413)
    })
  })

  describe('pictures that are not published', () => {
    it('are shown with the draft that shows them, and with no other', async () => {
      const form = uploadForm(await picture('png'), 'drawn.png', { data: { alt: 'A drawn leg' } })
      const hero = (await service.ask('editor', 'POST', '/api/media', form)).body.doc.id
      await change(article, { hero })
      const page = await look(`/preview?token=${tokenFor(article)}`)
      const address = /<img src="http:\/\/[^/]+(\/preview\/pictures\/[^"]+)" alt="A drawn leg"/.exec(page.body)?.[1]
      const shown = await look(String(address))
      expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png'])
      expect(shown.headers.get('cache-control')).toBe('private, no-store')

      const other = await add('articles', { title: 'Without pictures', body: paragraphs('Words.') }, '?draft=true')
      expect((await look(`/preview/pictures/${hero}?token=${tokenFor(other)}`)).status).toBe(404)
      expect((await look(`/preview/pictures/${hero}?token=forged`)).status).toBe(404)
      const json = await look(`/v1/preview?token=${tokenFor(article)}`)
      expect(json.body.images[0].url).toContain(`/preview/pictures/${hero}?token=`)
    })
  })

  describe('a shared draft', () => {
    const share = (who: Name = 'editor', wish: object = {}) =>
      service.ask(who, 'POST', '/api/draft-shares/share', { article, locale: 'en', days: 7, ...wish })
    const all = async () =>
      (await service.ask('editor', 'GET', `/api/draft-shares?depth=0&where[article][equals]=${article}`)).body.docs
    const gone = async (path: string) => {
      const answer = await look(path)
      return [answer.status, answer.body, answer.headers.get('cache-control')]
    }

    it('is made by staff alone', async () => {
      for (const [who, status] of [
        ['stranger', 401],
        ['api', 403],
        ['editor', 201],
        ['reviewer', 201],
        ['admin', 201],
      ] as const)
        expect((await share(who)).status, who).toBe(status)
    })

    it.each([
      [{ days: 8 }, 400],
      [{ days: '7' }, 400],
      [{ locale: 'fr' }, 400],
      [{ article: { like: '' } }, 400],
      [{ article: 'no-such-article' }, 404],
    ])('is not made of %j', async (wish, status) => {
      expect((await share('editor', wish)).status).toBe(status)
    })

    it('shows one version and no later one, to somebody without an account, and counts who opens it', async () => {
      const { body: made } = await share()
      await change(article, { title: 'A later title', body: paragraphs('Later words.') })
      const { status, body, headers } = await look(made.url)
      expect(status).toBe(200)
      expect(body).toContain('<h1>Legs at night</h1>')
      expect(body).toContain('may wake you.')
      expect(body).toContain('This link works until')
      expect(body).not.toMatch(/later/i)
      expect(body).not.toContain('<script')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('content-security-policy')).not.toContain('script-src')
      expect(headers.get('cache-control')).toBe('private, no-store')
      expect(headers.get('x-robots-tag')).toContain('noindex')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      await look(made.url)
      const [kept] = await all()
      expect(kept).toMatchObject({
        id: made.id,
        article,
        locale: 'en',
        title: 'Legs at night',
        versionKey: expect.any(String),
        timesOpened: 2,
        lastOpenedAt: expect.any(String),
        createdBy: expect.any(String),
      })
    })

    it('names the version that it shows', async () => {
      const { body: version } = await service.ask('editor', 'GET', `/api/articles/${article}?draft=true&depth=0`)
      await share()
      await change(article, { title: 'A later title' })
      await share()
      const keys = (await all()).map(({ versionKey }: { versionKey: string }) => versionKey)
      expect(keys).toContain(version.versionKey)
      expect(new Set(keys).size).toBe(2)
    })

    it('answers the same for a link that never was, was revoked, has expired, or whose article is gone', async () => {
      const never = await gone(`/share/${'x'.repeat(43)}`)
      expect(never[0]).toBe(404)
      expect(await gone('/share/short')).toEqual(never)

      const { body: revoked } = await share()
      expect((await service.ask('editor', 'POST', `/api/draft-shares/${revoked.id}/revoke`)).status).toBe(200)
      expect(await gone(revoked.url)).toEqual(never)
      expect((await service.ask('editor', 'POST', `/api/draft-shares/${revoked.id}/revoke`)).status).toBe(404)

      const { body: expired } = await share('editor', { days: 1 })
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * hour })
      expect(await gone(expired.url)).toEqual(never)
      vi.useRealTimers()
      expect((await look(expired.url)).status).toBe(200)

      await change(article, { deletedAt: new Date().toISOString() }, '')
      expect(await gone(expired.url)).toEqual(never)
    })

    it('is revoked by staff alone', async () => {
      const { body: made } = await share()
      for (const who of ['stranger', 'api'] as const)
        expect([401, 403]).toContain((await service.ask(who, 'POST', `/api/draft-shares/${made.id}/revoke`)).status)
      expect((await look(made.url)).status).toBe(200)
    })

    it('keeps no words of a link that is over', async () => {
      const { body: revoked } = await share()
      const { body: expired } = await share('editor', { days: 1 })
      await service.ask('editor', 'POST', `/api/draft-shares/${revoked.id}/revoke`)
      await service.payload.update({
        collection: 'draft-shares',
        id: expired.id,
        data: { expiresAt: new Date(Date.now() - hour).toISOString() },
        overrideAccess: true,
      })
      await share()
      for (const { id } of [revoked, expired]) {
        const kept = await service.payload.findByID({ collection: 'draft-shares', id, overrideAccess: true })
        expect(kept.content).toBeNull()
      }
    })

    it('gives neither its token nor its words back, and is written by nobody', async () => {
      const { body: made } = await share()
      const token = made.url.split('/').at(-1)
      const list = await service.ask('admin', 'GET', '/api/draft-shares?depth=0&limit=100&showHiddenFields=true')
      const text = JSON.stringify(list.body)
      for (const sealed of [token, 'tokenHash', 'content', 'may wake you']) expect(text).not.toContain(sealed)
      const inDatabase = await service.payload.find({ collection: 'draft-shares', limit: 100, overrideAccess: true })
      expect(JSON.stringify(inDatabase.docs)).not.toContain(token)
      for (const who of ['stranger', 'api'] as const)
        expect((await service.ask(who, 'GET', '/api/draft-shares')).status).toBe(403)
      for (const who of ['stranger', 'api', 'editor', 'reviewer', 'admin'] as const) {
        const create = await service.ask(who, 'POST', '/api/draft-shares', { article, locale: 'en', tokenHash: 'x' })
        expect(create.status, who).toBe(403)
        const update = await service.ask(who, 'PATCH', `/api/draft-shares/${made.id}`, { expiresAt: '2099-01-01' })
        expect(update.status, who).toBe(403)
      }
      const asked = await service.ask('admin', 'GET', '/api/draft-shares?where[tokenHash][exists]=true')
      expect(asked.status).toBe(400)
    })

    it('shows its own pictures', async () => {
      const form = uploadForm(await picture('png'), 'shared.png', { data: { alt: 'A shared leg' } })
      const hero = (await service.ask('editor', 'POST', '/api/media', form)).body.doc.id
      await change(article, { hero })
      const { body: made } = await share()
      const address = /(\/share\/[^/]+\/pictures\/[^"]+)" alt="A shared leg"/.exec((await look(made.url)).body)?.[1]
      expect((await look(String(address))).status).toBe(200)
      await service.ask('editor', 'POST', `/api/draft-shares/${made.id}/revoke`)
      expect((await look(String(address))).status).toBe(404)
    })

    it('stops whoever tries links out', async () => {
      const statuses = new Set<number>()
      for (let count = 0; count < 260; count++) statuses.add((await look(`/share/${count}`)).status)
      expect([...statuses]).toEqual([404, 429])
    })
  })
})
