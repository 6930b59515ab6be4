import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { partsOf } from '../src/cache/parts'
import { describeService, type Name, paragraphs, type Service, startService } from './startService'

const names = ['admin', 'reviewer', 'editor', 'api', 'stranger'] as const

/** What came with the editor's desk, and the documents that are kept for strangers, as somebody tries them who should not. */
describeService('The desk, attacked', () => {
  let service: Service
  let people: Service['people']

  beforeAll(async () => {
    service = await startService()
    people = service.people
  })
  afterAll(() => service?.close())

  let next = 1
  const get = (who: Name, path: string) => service.ask(who, 'GET', `/api/${path}`)
  const post = (who: Name, path: string, body?: object) => service.ask(who, 'POST', `/api/${path}`, body)
  const patch = (who: Name, path: string, body: object) => service.ask(who, 'PATCH', `/api/${path}`, body)
  const words = () => ({ title: `Legs ${next++}`, body: paragraphs('Rest your legs.') })
  const add = async (collection: string, data: object, query = '', who: Name = 'reviewer') => {
    const { status, body } = await post(who, `${collection}${query}`, data)
    expect(status, JSON.stringify(body)).toBe(201)
    return body.doc.id as string
  }
  const statusesOf = async (method: string, path: string, body?: object) => {
    const statuses: number[] = []
    for (const who of names) statuses.push((await service.ask(who, method, `/api/${path}`, body)).status)
    return statuses
  }

  describe('a reviewer’s own text', () => {
    const roads: Record<string, () => Promise<string>> = {
      'added to in all languages at once': async () => {
        const id = await add('articles', words(), '?draft=true', 'editor')
        const more = { summary: { en: 'More.', es: 'Más.' } }
        expect((await patch('reviewer', `articles/${id}?draft=true&locale=all`, more)).status).toBe(200)
        return id
      },
      'with a forged list of its writers': () =>
        add('articles', { ...words(), writing: { en: [{ by: people.editor, at: '2026-01-01', digest: 'x' }] } }),
      'with its writers taken away later': async () => {
        const id = await add('articles', words(), '?draft=true')
        await patch('reviewer', `articles/${id}?draft=true`, { writing: {}, editedBy: people.editor })
        return id
      },
      'with another for its author': () => add('articles', { ...words(), author: people.editor }, '?draft=true'),
      'copied by himself': async () => {
        const id = await add('articles', words(), '?draft=true', 'editor')
        return (await post('reviewer', `articles/${id}/duplicate`)).body.doc.id
      },
    }
    it.each(Object.keys(roads))('%s, is not approved by him', async (road) => {
      const id = await roads[road]?.()
      await post('editor', `articles/${id}/review`, { action: 'submit', locale: 'en' })
      const { status, body } = await post('reviewer', `articles/${id}/review`, { action: 'approve', locale: 'en' })
      expect([status, body.errors?.[0]?.code]).toEqual([403, 'own'])
    })
  })

  it.each(['all', '*'])(
    'nothing is made in all languages at once (locale=%s), and the answer says why',
    async (locale) => {
      const sides = { title: { en: 'Own', es: 'Propio' }, name: { en: 'Own', es: 'Propio' } }
      for (const collection of ['articles', 'symptoms', 'clinics'])
        for (const draft of ['&draft=true', '']) {
          const { status, body } = await post('reviewer', `${collection}?locale=${locale}${draft}`, sides)
          expect([collection, status, body.errors?.[0]?.message]).toEqual([
            collection,
            400,
            expect.stringContaining('locale'),
          ])
        }
      const id = await add('articles', words(), '?draft=true')
      expect((await post('reviewer', `articles/${id}/duplicate?locale=${locale}`)).status).toBe(400)
    },
  )

  it('what the server works out is written by nobody else', async () => {
    const forged = {
      firstPublished: '2001-01-01T00:00:00.000Z',
      versionKey: 'forged',
      editedBy: people.admin,
      staleIn: ['es'],
      symptomCount: 77,
      readability: { forged: 1 },
      translation: { forged: 1 },
      writing: { forged: [] },
      images: ['forged'],
    }
    for (const who of ['editor', 'reviewer', 'admin'] as const) {
      const id = await add('articles', { ...words(), ...forged }, '?draft=true', who)
      await patch(who, `articles/${id}?draft=true`, forged)
      await service.graphql(
        who,
        'mutation ($id: String!) { updateArticle(id: $id, draft: true, data: { versionKey: "forged", symptomCount: 77, firstPublished: "2001-01-01T00:00:00.000Z", staleIn: [es], translation: { forged: 1 }, writing: { forged: 1 }, readability: { forged: 1 } }) { id } }',
        { id },
      )
      const { body } = await get('admin', `articles/${id}?draft=true&depth=0`)
      expect(JSON.stringify(body)).not.toContain('forged')
      expect(body).toMatchObject({ firstPublished: null, staleIn: [], symptomCount: 0, editedBy: people[who] })
    }
  })

  it('a copy was never published, whatever it was copied from', async () => {
    const id = await add('articles', { ...words(), _status: 'published' })
    expect((await get('stranger', `articles/${id}`)).body.firstPublished).toBeTruthy()
    expect((await post('reviewer', `articles/${id}/duplicate`)).body.doc.firstPublished).toBeNull()
  })

  describe('an editor publishes nothing and withdraws nothing', () => {
    const other = { title: 'Zq9 never for readers' }
    const updates: Record<string, [string, object]> = {
      'a draft that withdraws all languages': ['?draft=true&unpublishAllLocales=true', other],
      'a draft that publishes all languages': ['?draft=true&publishAllLocales=true', other],
      'a draft in one language': ['?draft=true&publishSpecificLocale=en', other],
      'a draft in another language': ['?draft=true&publishSpecificLocale=es', other],
      'an autosave': ['?draft=true&autosave=true', other],
      'all languages at once': ['?draft=true&locale=all', { summary: { en: 'Zq9', es: 'Zq9' } }],
      'a status in a list': ['?draft=false', { ...other, _status: ['published'] }],
      'a status in a list, as a draft': ['?draft=true', { ...other, _status: ['published'] }],
      'a status by language': ['?draft=false', { ...other, _status: { en: 'published' } }],
      'the trash': ['?draft=true&trash=true', { deletedAt: '2027-01-01T00:00:00.000Z' }],
    }
    it.each(Object.keys(updates))('by %s', async (name) => {
      const [query, data] = updates[name] as [string, object]
      const live = await add('articles', { ...words(), _status: 'published' })
      const draft = await add('articles', words(), '?draft=true', 'editor')
      const before = (await get('stranger', `articles/${live}`)).body
      for (const id of [live, draft]) {
        const { status } = await patch('editor', `articles/${id}${query}`, data)
        expect([200, 400, 403, 404]).toContain(status)
        expect([200, 400, 403, 404]).toContain(
          (await patch('editor', `articles${query}&where[id][equals]=${id}`, data)).status,
        )
      }
      expect((await get('stranger', `articles/${live}`)).body).toEqual(before)
      expect((await get('stranger', `articles/${draft}`)).status).toBe(404)
    })

    it.each([
      ['a status in a list', '?draft=false', { _status: ['published'] }],
      ['a status by language', '?locale=all', { _status: { en: 'published' } }],
      [
        'all languages at once',
        '?locale=all',
        { title: { en: 'All' }, body: { en: paragraphs('All.') }, _status: 'published' },
      ],
    ])('by making one with %s', async (_, query, data) => {
      expect((await post('editor', `articles${query}`, { ...words(), ...data })).status).toBe(403)
      const id = await add('articles', words(), '?draft=true', 'editor')
      expect((await post('editor', `articles/${id}/duplicate${query}`, data)).status).toBe(403)
    })

    it('by putting an old version back as a draft', async () => {
      const id = await add('articles', { ...words(), _status: 'published' })
      await patch('reviewer', `articles/${id}`, { title: 'As readers have it' })
      const { docs } = (await get('admin', `articles/versions?where[parent][equals]=${id}&sort=createdAt`)).body
      expect((await post('editor', `articles/versions/${docs[0].id}?draft=true`)).status).toBe(200)
      expect((await get('stranger', `articles/${id}`)).body.title).toBe('As readers have it')
    })
  })

  it('a publication is looked at as a whole, by whatever flag it comes', async () => {
    const id = await add('articles', { title: 'Nothing in it' }, '?draft=true')
    const { status, body } = await patch('reviewer', `articles/${id}?unpublishAllLocales=true`, {
      _status: 'published',
    })
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('Body')])
    expect((await get('stranger', `articles/${id}`)).status).toBe(404)
    await patch('reviewer', `articles/${id}`, { body: paragraphs('Words.'), _status: 'published' })
    expect((await patch('reviewer', `articles/${id}?unpublishAllLocales=true`, { _status: 'draft' })).status).toBe(200)
    expect((await get('stranger', `articles/${id}`)).status).toBe(404)
  })

  describe('who reaches which endpoint', () => {
    let article = ''
    let symptom = ''
    beforeAll(async () => {
      article = await add('articles', words(), '?draft=true', 'editor')
      symptom = await add('symptoms', { name: `Ache ${next++}`, _status: 'published' })
    })

    /** Method, path with `A` and `S` for the article and the symptom, body, and what each of `names` is answered. */
    const rows: [string, string, object | undefined, number[]][] = [
      ['POST', 'linking/preview', { text: 'Legs' }, [200, 200, 200, 403, 401]],
      [
        'POST',
        'linking/not-phrases',
        { kind: 'symptom', id: 'S', phrase: 'no ache', locale: 'en' },
        [200, 200, 200, 403, 401],
      ],
      ['POST', 'preflight', { id: 'A', locale: 'en' }, [200, 200, 200, 403, 401]],
      ['POST', 'import/preview', {}, [400, 400, 400, 403, 401]],
      ['POST', 'import/create', {}, [400, 400, 400, 403, 401]],
      ['POST', 'vocabulary/dry-run', { collection: 'symptoms', name: 'x' }, [200, 200, 200, 403, 401]],
      ['GET', 'vocabulary/symptoms/S/mentions', undefined, [200, 200, 200, 403, 401]],
      ['POST', 'vocabulary/merge', { collection: 'symptoms', from: 'S', into: 'none' }, [404, 404, 403, 403, 401]],
      ['GET', 'vocabulary/export', undefined, [200, 200, 200, 403, 401]],
      ['POST', 'vocabulary/import?dryRun=true', {}, [400, 400, 400, 403, 401]],
      ['POST', 'vocabulary/import?publish=true', {}, [400, 400, 403, 403, 401]],
      ['GET', 'audit.csv', undefined, [200, 200, 403, 403, 401]],
      ['GET', 'articles/A/review?locale=en', undefined, [200, 200, 200, 403, 401]],
      ['GET', 'articles/A/review/changes?locale=en', undefined, [200, 200, 200, 403, 401]],
      ['POST', 'articles/A/review', { action: 'approve', locale: 'en' }, [409, 409, 409, 403, 401]],
      ['POST', 'draft-shares/share', { article: 'none', locale: 'en', days: 1 }, [404, 404, 404, 403, 401]],
      ['POST', 'draft-shares/none/revoke', {}, [404, 404, 404, 403, 401]],
      ['POST', 'articles/A/translation/confirm', { locale: 'es' }, [200, 200, 200, 403, 401]],
      ['POST', 'symptoms/S/translation/confirm', { locale: 'es' }, [200, 200, 200, 403, 401]],
      ['GET', 'globals/organisation', undefined, [200, 200, 200, 403, 403]],
      ['GET', 'globals/organisation/versions', undefined, [403, 403, 403, 403, 403]],
      ['POST', 'globals/organisation', { review: { allowOwnApproval: false } }, [200, 403, 403, 403, 403]],
    ]
    const withIds = (text: string) => text.replaceAll(/\bA\b/g, article).replaceAll(/\bS\b/g, symptom)
    const bodyOf = (body: object | undefined) => body && JSON.parse(withIds(JSON.stringify(body)))

    it.each(rows)('%s %s', async (method, path, body, expected) => {
      expect(await statusesOf(method, withIds(path), bodyOf(body))).toEqual(expected)
    })

    it.each(rows.filter(([method]) => method === 'POST'))(
      '%s %s, sent by another site with a login',
      async (method, path, body) => {
        const headers = { cookie: 'payload-token=somebody', origin: 'https://elsewhere.example' }
        const answer = await service.ask('admin', method, `/api/${withIds(path)}`, bodyOf(body), headers)
        expect([answer.status, answer.body.code]).toEqual([403, 'cross-origin'])
      },
    )
  })

  describe('who reaches which collection', () => {
    const staff = [200, 200, 200, 403, 403]
    const admins = [200, 403, 403, 403, 403]
    const nobody = [403, 403, 403, 403, 403]
    const server = { read: staff, create: nobody, change: nobody, remove: nobody }
    const rules: Record<string, Record<'read' | 'create' | 'change' | 'remove', number[]>> = {
      reviews: server,
      'review-reminders': server,
      'completed-reviews': server,
      'reference-checks': server,
      audit: server,
      'review-checklists': { ...server, create: [400, 400, 403, 403, 403] },
      'review-comments': { ...server, create: [400, 400, 400, 403, 403], change: staff },
      jargon: {
        read: staff,
        create: [400, 400, 403, 403, 403],
        change: [200, 200, 403, 403, 403],
        remove: [200, 200, 403, 403, 403],
      },
      'draft-shares': { ...server, remove: admins },
      webhooks: { read: admins, create: [400, 403, 403, 403, 403], change: admins, remove: admins },
    }
    it.each(Object.keys(rules))('%s', async (collection) => {
      const { read, create, change, remove } = rules[collection] as (typeof rules)[string]
      const none = 'where[id][equals]=none'
      expect(await statusesOf('GET', collection)).toEqual(read)
      expect(await statusesOf('GET', `${collection}/count`)).toEqual(read)
      expect(await statusesOf('GET', `${collection}/versions`)).toEqual(nobody)
      expect(await statusesOf('POST', collection, {})).toEqual(create)
      expect(await statusesOf('PATCH', `${collection}?${none}`, {})).toEqual(change)
      expect(await statusesOf('DELETE', `${collection}?${none}`)).toEqual(remove)
      for (const status of await statusesOf('POST', `${collection}/none/duplicate`))
        expect([403, 404]).toContain(status)
    })

    it('no stranger’s GraphQL knows them', async () => {
      for (const name of [
        'Reviews',
        'ReviewComments',
        'Audits',
        'DraftShares',
        'Jargons',
        'ReferenceChecks',
        'Organisation',
      ]) {
        const { status } = await service.graphql('stranger', `{ ${name} { docs { id } } }`)
        expect([name, status]).toEqual([name, 400])
      }
    })
  })

  it('nobody speaks in another’s name in a comment, one at a time or all at once', async () => {
    const article = await add('articles', words(), '?draft=true', 'editor')
    const said = { article, locale: 'en', text: 'Is this so?', by: people.admin, byName: 'The admin' }
    const id = await add('review-comments', said, '', 'reviewer')
    const comment = async () => (await get('admin', `review-comments/${id}?depth=0`)).body
    expect(await comment()).toMatchObject({ by: people.reviewer, byName: 'The reviewer' })
    const other = {
      text: 'Other words.',
      by: people.editor,
      byName: 'x',
      quote: 'x',
      article: 'x',
      resolvedByName: 'x',
    }
    for (const who of ['editor', 'admin'] as const) {
      await patch(who, `review-comments/${id}`, other)
      await patch(who, `review-comments?where[id][equals]=${id}`, other)
    }
    expect(await comment()).toMatchObject({ article, text: 'Is this so?', by: people.reviewer, byName: 'The reviewer' })
  })

  describe('strangers and apps, of the fields that are not theirs', () => {
    const fields = [
      ...['translation', 'staleIn', 'symptomCount', 'editedBy', 'versionKey', 'writing', 'mentions', 'linkDecisions'],
      ...['origin', 'images', 'localeStatus', 'internalNotes', 'author', 'reviewer', 'editedBy.name', 'translation.es'],
    ]
    it.each(fields)('%s', async (field) => {
      const questions = [
        `articles?select[${field}]=true`,
        `articles?where[${field}][exists]=true`,
        `articles?sort=${field}`,
        `articles/count?where[${field}][exists]=true`,
        `articles?populate[articles][${field}]=true`,
        `symptoms?joins[articles][where][${field}][exists]=true`,
        `symptoms?joins[articles][sort]=${field}`,
      ]
      for (const who of ['stranger', 'api'] as const)
        for (const question of questions)
          expect([who, question, (await get(who, question)).status]).toEqual([who, question, 400])
    })

    it.each(['firstPublished', 'readability'])('%s, which they read, orders and filters nothing', async (field) => {
      for (const question of [`articles?sort=${field}`, `articles?where[${field}][exists]=true`])
        expect((await get('stranger', question)).status).toBe(400)
    })

    it.each(['stranger', 'api'] as const)('are not in what %s is answered', async (who) => {
      const id = await add('articles', { ...words(), _status: 'published' })
      const { docs } = (await get(who, `articles?where[id][equals]=${id}&depth=3`)).body
      expect(Object.keys(docs[0]).filter((name) => fields.includes(name))).toEqual([])
      const asked =
        'translation staleIn symptomCount editedBy { id } versionKey writing mentions linkDecisions author { id }'
      const { body } = await service.graphql(
        who,
        `{ Articles(where: { id: { equals: "${id}" } }) { docs { ${asked} } } }`,
      )
      for (const value of Object.values(body.data.Articles.docs[0])) expect(value).toBeNull()
      for (const condition of [
        'editedBy: {exists: true}',
        'symptomCount: {greater_than: 0}',
        'versionKey: {exists: true}',
      ]) {
        const { body } = await service.graphql(who, `{ Articles(where: {${condition}}) { totalDocs } }`)
        expect(body.errors?.[0]?.message).toContain('cannot be queried')
      }
    })
  })

  describe('editors, of what nobody reads', () => {
    beforeAll(async () => {
      const article = await add('articles', words(), '?draft=true', 'admin')
      await post('editor', 'draft-shares/share', { article, locale: 'en', days: 1 })
    })
    it.each([
      'draft-shares?where[tokenHash][like]=a',
      'draft-shares?sort=tokenHash',
      'draft-shares?where[content][exists]=true',
      'draft-shares?where[createdBy.email][like]=example',
      'reviews?where[texts][exists]=true',
      'reviews?sort=texts',
      'articles?where[editedBy.email][like]=admin',
      'articles?where[editedBy.hash][like]=a',
      'articles?where[editedBy.salt][like]=a',
      'articles?where[editedBy.apiKeyIndex][like]=a',
      'articles?where[editedBy.resetPasswordToken][like]=a',
      'articles?sort=editedBy.email',
      'articles?sort=editedBy.hash',
      'articles?sort=title,-editedBy.salt',
      'articles?draft=true&sort=author.resetPasswordToken',
    ])('%s', async (question) => {
      expect((await get('editor', question)).status).toBe(400)
    })

    it('are not shown it', async () => {
      for (const question of [
        'draft-shares?showHiddenFields=true',
        'reviews?showHiddenFields=true',
        'users?showHiddenFields=true',
      ]) {
        const { docs } = (await get('editor', question)).body
        const secrets = ['tokenHash', 'content', 'texts', 'hash', 'salt', 'apiKeyIndex', 'resetPasswordToken']
        for (const doc of docs) expect(Object.keys(doc).filter((name) => secrets.includes(name))).toEqual([])
      }
    })

    it('but sort articles by the name of who edited them', async () => {
      expect((await get('editor', 'articles?sort=editedBy.name')).status).toBe(200)
    })
  })

  describe('documents that are kept for strangers', () => {
    it('hold nothing of what was withdrawn below a list of theirs', async () => {
      const outer = await add('symptoms', { name: `Outer ${next++}`, _status: 'published' })
      const inner = await add('symptoms', { name: `Zq9inner ${next++}`, _status: 'published' })
      const article = { ...words(), symptoms: [outer, inner], _status: 'published' }
      await add('articles', article)
      const populate = 'populate[articles][symptoms]=true&populate[symptoms][name]=true'
      const question = `symptoms?where[id][equals]=${outer}&depth=3&${populate}&joins[articles][limit]=5`
      const seen = async () => JSON.stringify((await get('stranger', question)).body)
      expect(await seen()).toContain(inner)
      expect(await seen()).toContain(inner) // kept
      await patch('reviewer', `symptoms/${inner}`, { _status: 'draft' })
      expect(await seen()).not.toContain(inner)
    })

    it.each([
      'symptoms?locale=es&joins[articles][where][title][like]=x',
      'symptoms?joins[articles][where][symptoms][in]=x&joins[articles][sort]=-createdAt',
      'symptoms?locale=es&where[name][like]=x&sort=name',
      'articles?limit=101&pagination=false',
    ])('answer what may be asked: %s', async (question) => {
      const { status, body } = await get('stranger', question)
      expect([status, body.errors]).toEqual([200, undefined])
    })

    it('are not kept under names of any length', async () => {
      for (let made = 0; made < 5; made++) await add('articles', { ...words(), _status: 'published' })
      const before = partsOf(service.payload).size.bytes
      const ask = (selected: string) =>
        fetch(`${service.url}/api/articles`, {
          method: 'POST',
          headers: { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
          body: `limit=5&select[seekCare][${selected}]=true`,
        })
      for (const letter of ['a', 'b', 'c']) expect((await ask(letter.repeat(50_000))).status).toBe(200)
      expect(partsOf(service.payload).size.bytes - before).toBeLessThan(100_000)
    })
  })
})
