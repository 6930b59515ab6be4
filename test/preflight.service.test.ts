import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importArticle } from '../src/editorial/importArticle'
import type { Finding } from '../src/editorial/preflight/checkArticle'
import { blockingByDefault, type FindingCode, findingKinds } from '../src/editorial/preflight/findingCodes'
import { articleInOrder } from './articleInOrder'
import type { Json } from './json'
import { describeService, paragraphs, type Service, startService } from './startService'
import { picture, uploadForm } from './uploadForm'

type Values = Record<string, unknown>
/** What came of a try to publish: the findings where it was refused, and the article that it was about. */
interface Outcome {
  refused?: Finding[]
  id?: string
}

describeService('Preflight', () => {
  let service: Service
  const ids: Record<string, string> = {}
  /** Whether somebody approved it has a table of its own in `approval.service.test.ts`: nobody approves anything here. */
  const isOther = ({ code }: { code: FindingCode }) => code !== 'not-approved'
  const allCodes = findingKinds.filter(isOther).map(({ code }) => code)

  beforeAll(async () => {
    service = await startService({ blocking: 'default' })
    const add = async (collection: string, data: Values) =>
      (await post(`/api/${collection}`, data)).body.doc.id as string
    const inSpanish = async (collection: string, id: string, data: Values) =>
      patch(`/api/${collection}/${id}?locale=es`, { ...data, localeStatus: 'ready', _status: 'published' })
    const published = { _status: 'published' }
    ids.reviewer = (await service.ask('reviewer', 'GET', '/api/users/me')).body.user.id
    ids.emergency = await add('symptoms', { name: 'Chest pain', urgency: 'emergency', ...published })
    await inSpanish('symptoms', ids.emergency, { name: 'Dolor de pecho' })
    ids.stockings = await add('remedies', { name: 'Stockings', cautions: 'Check your skin every day.', ...published })
    await inSpanish('remedies', ids.stockings, { name: 'Medias', cautions: 'Mire su piel cada día.' })
    await add('remedies', { name: 'Leg elevation', ...published })
    ids.unpublished = await add('remedies', { name: 'Sleeping late' })
    const upload = await service.ask('editor', 'POST', '/api/media', uploadForm(await picture('png'), 'leg.png'))
    ids.picture = upload.body.doc.id
    // A row from before the rule that every picture has words
    const media = await service.payload.db.create({
      collection: 'media',
      data: { id: 'silent', filename: 'silent.png' },
    })
    ids.silentPicture = String(media.id)
  })
  afterAll(() => service?.close())

  const post = (path: string, data: unknown) => service.ask('reviewer', 'POST', path, data)
  const patch = (path: string, data: unknown) => service.ask('reviewer', 'PATCH', path, data)
  const block = async (blocking: FindingCode[]) => {
    const { status } = await service.ask('admin', 'POST', '/api/globals/organisation', { preflight: { blocking } })
    expect(status).toBe(200)
  }
  const inOrder = (change: Values = {}) => ({ ...articleInOrder(ids.reviewer ?? ''), ...change })
  const seenBy = (who: 'stranger', id: string, query = '') =>
    service.ask(who, 'GET', `/api/articles/${id}?depth=0${query}`)
  const addDraft = async (data: Values): Promise<string> => {
    const { body, status } = await post('/api/articles?draft=true', data)
    expect(status, JSON.stringify(body)).toBe(201)
    return body.doc.id
  }
  /** Published as long as nothing blocks, and then everything does again. */
  const addPublished = async (data: Values): Promise<string> => {
    await block([])
    const { body, status } = await post('/api/articles', { ...data, _status: 'published' })
    expect(status, JSON.stringify(body)).toBe(201)
    await block(allCodes)
    return body.doc.id
  }
  const versionsOf = async (id: string): Promise<Json[]> =>
    (await service.payload.db.findVersions({ collection: 'articles', where: { parent: { equals: id } } })).docs
  const runSchedule = async (type: 'publish' | 'unpublish', id: string) => {
    await service.payload.jobs.queue({
      task: 'schedulePublish',
      input: { type, doc: { relationTo: 'articles', value: id } },
      overrideAccess: true,
    })
    await service.payload.jobs.run({ overrideAccess: true, silent: true })
  }
  const outcomeOf = (errors: Json[] | undefined, id?: string): Outcome => {
    if (!errors?.length) return id ? { id } : {}
    const data = errors[0].data ?? errors[0].extensions?.data
    expect(data?.code, JSON.stringify(errors)).toBe('preflight')
    return { refused: data.findings.filter(isOther), ...(id ? { id } : {}) }
  }

  const linkTo = (id: string) => {
    const body = paragraphs('Rest when you are tired. Lie down for a while.')
    const link = {
      type: 'link',
      version: 3,
      format: '',
      indent: 0,
      direction: null,
      children: [{ type: 'text', text: 'Sleep', detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
      fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'remedies', value: id } },
    }
    body.root.children[0]?.children.push(link as never)
    return body
  }

  /** What makes an article that is in order have one finding, and no other. */
  const defects: Partial<Record<FindingCode, () => Values>> = {
    'emergency-without-advice': () => ({ body: paragraphs('Chest pain may come with it.') }),
    'missing-seek-care': () => ({ seekCare: { urgency: null, text: '' } }),
    'missing-alternative-text': () => ({ hero: ids.silentPicture }),
    'broken-reference': () => ({ references: [{ citation: 'A paper', doi: 'nonsense' }] }),
    'link-to-unpublished': () => ({ body: linkTo(ids.unpublished ?? '') }),
    'caution-not-shown': () => ({ body: paragraphs('Stockings can help.') }),
    'claim-without-reference': () => ({
      references: [],
      body: paragraphs('A large study found that rest helps.'),
    }),
    'missing-reviewer': () => ({ reviewer: null }),
    'missing-review-date': () => ({ reviewedOn: null }),
    'review-lapsed': () => ({ nextReviewDue: '2020-05-04T12:00:00.000Z' }),
    'missing-summary': () => ({ summary: '' }),
    'reading-above-target': () => ({
      body: paragraphs(
        'Notwithstanding considerable individual variability, comprehensive rehabilitation necessitates uninterrupted physiological recuperation.',
        'Rehabilitation practitioners consequently recommend incremental intensification of individually determined cardiovascular exercises, accompanied by systematic documentation of physiological parameters and multidisciplinary consultation whenever circumstances necessitate modification.',
      ),
    }),
    'unresolved-suggestion': () => ({ body: paragraphs('Prop up your feet.') }),
  }

  /** Each way in which an article may come before readers. It is given the article as it would be published. */
  const roads: Record<string, (data: Values) => Promise<Outcome>> = {
    'created by REST': async (data) => {
      const { body } = await post('/api/articles', { ...data, _status: 'published' })
      return outcomeOf(body.errors, body.doc?.id)
    },
    'updated by REST': async (data) => {
      const id = await addDraft(inOrder())
      return outcomeOf((await patch(`/api/articles/${id}`, { ...data, _status: 'published' })).body.errors, id)
    },
    'a draft that is published as it is': async (data) => {
      const id = await addDraft(data)
      return outcomeOf((await patch(`/api/articles/${id}`, { _status: 'published' })).body.errors, id)
    },
    'published in one language': async (data) => {
      const id = await addDraft(data)
      const path = `/api/articles/${id}?locale=en&publishSpecificLocale=en`
      return outcomeOf((await patch(path, { _status: 'published' })).body.errors, id)
    },
    'created by GraphQL': async (data) => {
      const mutation = 'mutation ($data: mutationArticleInput!) { createArticle(data: $data) { id } }'
      const { body } = await service.graphql('reviewer', mutation, {
        data: { ...forGraphql(data), _status: 'published' },
      })
      return outcomeOf(body.errors, body.data?.createArticle?.id)
    },
    'updated by GraphQL': async (data) => {
      const id = await addDraft(data)
      const mutation = 'mutation ($id: String!) { updateArticle(id: $id, data: { _status: published }) { id } }'
      return outcomeOf((await service.graphql('reviewer', mutation, { id })).body.errors, id)
    },
    'edited in bulk': async (data) => {
      const id = await addDraft(data)
      const { body } = await patch(`/api/articles?where[id][in][0]=${id}`, { _status: 'published' })
      return outcomeOf(body.errors, id)
    },
    'an older version brought back': async (data) => {
      const id = await addPublished({ ...data, references: [] })
      const [older] = await versionsOf(id)
      await patch(`/api/articles/${id}`, inOrder({ _status: 'draft' }))
      // as it was published before there were rules for references
      await service.payload.db.updateVersion({
        collection: 'articles',
        id: older.id,
        versionData: { version: { ...older.version, references: data.references } } as never,
      })
      return outcomeOf((await post(`/api/articles/versions/${older.id}`, {})).body.errors, id)
    },
    'brought back from the trash': async (data) => {
      const id = await addDraft(data)
      await patch(`/api/articles/${id}`, { deletedAt: new Date().toISOString() })
      const { body } = await patch(`/api/articles/${id}?trash=true`, { deletedAt: null, _status: 'published' })
      return outcomeOf(body.errors, id)
    },
    'a copy that is published': async (data) => {
      const id = await addDraft(data)
      const { body } = await post(`/api/articles/${id}/duplicate?draft=false`, {
        title: 'A copy',
        _status: 'published',
      })
      return outcomeOf(body.errors, body.doc?.id)
    },
    'by the Local API as somebody': async (data) => {
      const id = await addDraft(data)
      const { docs } = await service.payload.find({
        collection: 'users',
        where: { role: { equals: 'reviewer' } },
        overrideAccess: true,
      })
      const user = { ...docs[0], collection: 'users' } as never
      return service.payload
        .update({ collection: 'articles', id, data: { _status: 'published' }, overrideAccess: false, user })
        .then(
          () => ({ id }),
          (error) => outcomeOf([error], id),
        )
    },
  }

  /** The GraphQL schema wants its enumerations' names. */
  const forGraphql = (data: Values): Values => {
    const seekCare = data.seekCare as { urgency?: string | null } | undefined
    return seekCare?.urgency
      ? { ...data, seekCare: { ...seekCare, urgency: seekCare.urgency.replace('-', '_') } }
      : data
  }

  describe('where everything blocks', () => {
    beforeAll(() => block(allCodes))

    it.each(Object.keys(roads))('lets an article in order pass: %s', async (road) => {
      const { id, refused } = (await roads[road]?.(inOrder({ hero: ids.picture }))) ?? {}
      expect(refused).toBeUndefined()
      expect((await seenBy('stranger', id ?? '')).status).toBe(200)
    })

    const cases = Object.keys(roads).flatMap((road) => Object.keys(defects).map((code) => [road, code] as const))
    it.each(cases)('refuses, %s: %s', async (road, code) => {
      const { totalDocs: before } = await service.payload.count({ collection: 'articles', overrideAccess: true })
      const { id, refused } = (await roads[road]?.(inOrder(defects[code as FindingCode]?.()))) ?? {}
      expect(refused?.map((finding) => [finding.code, finding.blocking])).toEqual([[code, true]])
      if (id) expect((await seenBy('stranger', id)).status).toBe(404)
      else {
        const { totalDocs } = await service.payload.count({ collection: 'articles', overrideAccess: true })
        expect(totalDocs - before).toBeLessThanOrEqual(1) // the draft that the road began with
      }
    })

    it.each(Object.keys(defects))(
      'refuses a change of what is published, and leaves it as it was: %s',
      async (code) => {
        const id = await addPublished(inOrder())
        const before = (await seenBy('stranger', id)).body
        const { body, status } = await patch(`/api/articles/${id}`, defects[code as FindingCode]?.())
        expect(status).toBe(400)
        expect(outcomeOf(body.errors).refused?.map((finding) => finding.code)).toEqual([code])
        expect((await seenBy('stranger', id)).body).toEqual(before)
      },
    )

    it.each(Object.keys(defects))(
      'refuses on schedule, says so in the job and beside the article: %s',
      async (code) => {
        const id = await addDraft(inOrder(defects[code as FindingCode]?.()))
        await runSchedule('publish', id)
        expect((await seenBy('stranger', id)).status).toBe(404)
        const label = findingKinds.find((kind) => kind.code === code)?.label
        const { body } = await service.ask('editor', 'POST', '/api/preflight', { id })
        expect(body.schedule).toEqual({ at: expect.any(String), message: expect.stringContaining(label ?? '') })
        const { totalDocs } = await service.payload.count({
          collection: 'payload-jobs',
          where: { hasError: { equals: true }, 'input.doc.value': { equals: id } },
          overrideAccess: true,
        })
        expect(totalDocs).toBe(1)

        // once it is published, the note is of the past
        await block([])
        await patch(`/api/articles/${id}`, inOrder({ _status: 'published' }))
        await block(allCodes)
        expect((await service.ask('editor', 'POST', '/api/preflight', { id })).body.schedule).toBeUndefined()
      },
    )

    it.each(Object.keys(defects))('keeps an imported file as a draft, and names what it lacks: %s', async (code) => {
      const defect = defects[code as FindingCode]?.() ?? {}
      const data = inOrder(defect)
      const source = `${code}.txt`
      const id = await addDraft({ ...data, origin: { source } })
      const article = { title: `Imported ${code}`, body: data.body as never, warnings: [] }
      const from = { article, source, bytes: Buffer.from(code) }
      const options = { locale: 'en', publish: true, dryRun: true } as const
      await expect(importArticle(service.payload, from, options)).rejects.toThrow('would be kept as a draft')
      const refused = importArticle(service.payload, from, { ...options, dryRun: false })
      await expect(refused).rejects.toThrow(/^kept as a draft and not published: \S/)
      expect((await seenBy('stranger', id)).status).toBe(404)
      const { body } = await service.ask('editor', 'GET', `/api/articles/${id}?draft=true&depth=0`)
      expect(body).toMatchObject({ title: `Imported ${code}`, _status: 'draft' })
    })

    it('lets an imported article in order be published', async () => {
      const source = 'in-order.txt'
      const id = await addDraft(inOrder({ origin: { source } }))
      const article = { title: 'Imported', body: inOrder().body as never, warnings: [] }
      const from = { article, source, bytes: Buffer.from(source) }
      await importArticle(service.payload, from, { locale: 'en', publish: true, dryRun: false })
      expect((await seenBy('stranger', id)).body.title).toBe('Imported')
    })
  })

  describe('in Spanish', () => {
    beforeAll(() => block(allCodes))
    const spanish = () => ({
      title: 'Descansar bien',
      summary: 'Cómo el descanso puede ayudarle.',
      body: paragraphs('Descanse cuando esté cansado.'),
      seekCare: { urgency: 'clinician', text: 'Llame a su clínica si no se siente mejor.' },
    })
    const spanishDefects: Partial<Record<FindingCode, () => Values>> = {
      'emergency-without-advice': () => ({ body: paragraphs('Puede haber dolor de pecho.') }),
      'missing-alternative-text': () => ({ hero: ids.picture }),
      'link-to-unpublished': () => ({ body: linkTo(ids.unpublished ?? '') }),
      'caution-not-shown': () => ({ body: paragraphs('Las medias pueden ayudar.') }),
      'missing-summary': () => ({ summary: '' }),
    }
    const refusedIn = (body: { errors: unknown[] }) =>
      outcomeOf(body.errors).refused?.map((each) => [each.code, each.locale])

    it.each(Object.keys(spanishDefects))('refuses a text that readers of it would get: %s', async (code) => {
      const id = await addPublished(inOrder())
      const data = { ...spanish(), ...spanishDefects[code as FindingCode]?.(), localeStatus: 'ready' }
      const together = await patch(`/api/articles/${id}?locale=es`, { ...data, _status: 'published' })
      expect(refusedIn(together.body)).toEqual([[code, 'es']])
      const alone = await patch(`/api/articles/${id}?locale=es&publishSpecificLocale=es`, {
        ...data,
        _status: 'published',
      })
      expect(refusedIn(alone.body)).toEqual([[code, 'es']])
      // ready in the newest draft, and published together with a change of the English text
      expect((await patch(`/api/articles/${id}?locale=es&draft=true`, data)).status).toBe(200)
      const english = await patch(`/api/articles/${id}`, { title: 'Resting', _status: 'published' })
      expect(refusedIn(english.body)).toEqual([
        [code, 'es'],
        ['stale-translation', 'es'], // the English words are others now
      ])
      expect((await seenBy('stranger', id, '&locale=es')).body.title).toBe('Resting well')
    })

    it('lets the English text pass beside a Spanish one that readers do not get yet', async () => {
      const id = await addPublished(inOrder())
      await patch(`/api/articles/${id}?locale=es&draft=true`, { ...spanish(), summary: '' })
      expect((await patch(`/api/articles/${id}`, { title: 'Resting', _status: 'published' })).status).toBe(200)
    })

    it('publishes a Spanish text that is in order', async () => {
      const id = await addPublished(inOrder())
      const data = { ...spanish(), localeStatus: 'ready', _status: 'published' }
      expect((await patch(`/api/articles/${id}?locale=es&publishSpecificLocale=es`, data)).status).toBe(200)
      expect((await seenBy('stranger', id, '&locale=es')).body.title).toBe('Descansar bien')
    })
  })

  describe('What is no publication', () => {
    beforeAll(() => block(allCodes))

    it('a draft beside what is published, a withdrawal, and the trash pass with findings', async () => {
      const id = await addPublished(inOrder({ summary: '' }))
      expect((await patch(`/api/articles/${id}?draft=true`, { title: 'Next' })).status).toBe(200)
      expect((await patch(`/api/articles/${id}`, { _status: 'draft' })).status).toBe(200)
      expect((await patch(`/api/articles/${id}`, { deletedAt: new Date().toISOString() })).status).toBe(200)
    })

    it('a version that is brought back as a draft passes with findings', async () => {
      const id = await addPublished(inOrder({ summary: '' }))
      const [version] = await versionsOf(id)
      expect((await post(`/api/articles/versions/${version.id}?draft=true`, {})).status).toBe(200)
    })

    it('links that are found again in what is published pass with findings', async () => {
      const id = await addPublished(inOrder({ summary: '', body: paragraphs('A humming in the ear.') }))
      const { body } = await post('/api/symptoms', { name: 'Humming', _status: 'published' })
      await service.runJobs()
      expect((await seenBy('stranger', id)).body.symptoms).toEqual([body.doc.id])
    })

    it('readers are told of a recall whatever the article lacks', async () => {
      const id = await addPublished(inOrder({ summary: '' }))
      const recall = { kind: 'recalled', reason: 'It is out of date.' }
      expect((await patch(`/api/articles/${id}`, { recall, _status: 'published' })).status).toBe(200)
      expect((await seenBy('stranger', id)).body.recall.kind).toBe('recalled')
    })
  })

  describe('What blocks', () => {
    it('is what could harm a reader, where the organisation has said nothing', async () => {
      const fresh = await startedWith()
      expect(fresh).toEqual(blockingByDefault)
      expect([...blockingByDefault].sort()).toEqual(
        [
          'broken-reference',
          'emergency-without-advice',
          'link-to-unpublished',
          'missing-alternative-text',
          'missing-seek-care',
          'not-approved',
        ].sort(),
      )
    })
    const startedWith = async () => {
      await service.payload.db.updateGlobal({ slug: 'organisation', data: { preflight: {} } }).catch(() => undefined)
      const { flattenedFields } = service.payload.config.globals.find(
        ({ slug }) => slug === 'organisation',
      ) as never as {
        flattenedFields: { name: string; flattenedFields: { defaultValue: FindingCode[] }[] }[]
      }
      return flattenedFields.find(({ name }) => name === 'preflight')?.flattenedFields[0]?.defaultValue
    }

    it('changes at once with the setting, and may be nothing at all', async () => {
      const id = await addDraft(inOrder({ summary: '' }))
      const publish = async () => (await patch(`/api/articles/${id}`, { _status: 'published' })).status
      await block(['missing-summary'])
      expect(await publish()).toBe(400)
      await block(['missing-reviewer'])
      expect(await publish()).toBe(200)
      await block([])
      const { body } = await service.ask('admin', 'GET', '/api/globals/organisation')
      expect(body.preflight.blocking).toEqual([])
      await addPublished(inOrder(defects['missing-seek-care']?.()))
    })

    it('is for administrators to say', async () => {
      for (const who of ['reviewer', 'editor', 'api', 'stranger'] as const) {
        const answer = await service.ask(who, 'POST', '/api/globals/organisation', { preflight: { blocking: [] } })
        expect(answer.status).toBe(403)
      }
    })
  })

  describe('A schedule whose review has lapsed', () => {
    it('does not publish even where a lapsed review is mere advice', async () => {
      await block([])
      const id = await addDraft(inOrder(defects['review-lapsed']?.()))
      await runSchedule('publish', id)
      expect((await seenBy('stranger', id)).status).toBe(404)
      const { body } = await service.ask('editor', 'POST', '/api/preflight', { id })
      expect(body.schedule.message).toContain('Review that has lapsed')
      // somebody who looks at it may
      expect((await patch(`/api/articles/${id}`, { _status: 'published' })).status).toBe(200)
    })

    it('still withdraws on schedule', async () => {
      await block([])
      const id = await addPublished(inOrder(defects['review-lapsed']?.()))
      await runSchedule('unpublish', id)
      expect((await seenBy('stranger', id)).status).toBe(404)
    })
  })

  describe('POST /api/preflight', () => {
    beforeAll(() => block(blockingByDefault))
    const findingsOf = async (body: unknown): Promise<Finding[]> =>
      (await ask('editor', body)).body.findings.filter(isOther)
    const ask = (who: Parameters<Service['ask']>[0], body: unknown) => service.ask(who, 'POST', '/api/preflight', body)
    const codes = (findings: Finding[]) => findings.map(({ code }) => code)

    it('answers staff alone', async () => {
      const data = inOrder()
      for (const who of ['admin', 'reviewer', 'editor'] as const) expect((await ask(who, { data })).status).toBe(200)
      expect((await ask('api', { data })).status).toBe(403)
      expect((await ask('stranger', { data })).status).toBe(401)
    })

    it('tells what blocks first, with the field and the place in the text', async () => {
      const data = inOrder({ summary: '', body: paragraphs('Rest.', 'Chest pain may come.') })
      expect(await findingsOf({ data, locale: 'en' })).toEqual([
        {
          code: 'emergency-without-advice',
          blocking: true,
          field: 'seekCare.text',
          locale: 'en',
          place: { start: 6, end: 16 },
          about: 'chest-pain',
          message: expect.stringContaining('Chest pain'),
        },
        { code: 'missing-summary', blocking: false, field: 'summary', locale: 'en', message: expect.any(String) },
      ])
    })

    it('looks at what is stored, and at what a form has changed of it', async () => {
      const id = await addDraft(inOrder({ summary: '' }))
      expect(codes(await findingsOf({ id, locale: 'en' }))).toEqual(['missing-summary'])
      expect(await findingsOf({ id, data: { summary: 'Of rest.' }, locale: 'en' })).toEqual([])
    })

    it.each([
      [400, { data: {}, locale: 'fr' }],
      [400, { data: [] }],
      [400, {}],
      [400, { id: 7 }],
      [404, { id: 'nobody' }],
      [413, { data: { summary: 'x'.repeat(5_000_001) } }],
    ])('answers %i to what it cannot take', async (status, body) => {
      expect((await ask('editor', body)).status).toBe(status)
    })

    it('does not fall over values of the wrong kind', async () => {
      const data = {
        summary: 7,
        body: 'words',
        keyPoints: {},
        seekCare: [],
        mentions: [{ target: 'a', kind: 'b' }, null],
        references: [null, 'x', { doi: 5 }],
        hero: {},
        symptoms: [null, {}, 3],
        byline: 'me',
        nextReviewDue: {},
      }
      expect((await ask('editor', { data })).status).toBe(200)
    })
  })
})
