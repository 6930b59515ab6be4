import { setTimeout as wait } from 'node:timers/promises'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runInTransaction } from '../src/database/runInTransaction'
import { stemIndexOf } from '../src/database/stemIndex'
import { runJobs } from '../src/editorial/runJobs'
import { describeService, paragraphs, type Service, startService } from './startService'

describeService('Linking', () => {
  let service: Service
  let ids: Record<string, string>
  beforeAll(async () => {
    service = await startService()
    ids = {}
    const add = async (collection: string, name: string, synonyms: string[] = []) => {
      const { body } = await service.ask('reviewer', 'POST', `/api/${collection}`, {
        name,
        synonyms,
        _status: 'published',
      })
      ids[name] = body.doc.id
    }
    await add('symptoms', 'Leg cramps', ['muscle cramps'])
    await add('symptoms', 'Swelling')
    await add('symptoms', 'Itching')
    await add('remedies', 'Stretching', ['stretch'])
    await add('remedies', 'Compression stockings')
    const clinic = { name: 'Lakeside Vein Clinic', address: { city: 'Springfield' }, _status: 'published' }
    ids.clinic = (await service.ask('reviewer', 'POST', '/api/clinics', clinic)).body.doc.id
  })
  afterAll(() => service?.close())

  const create = async (body: string[], more: object = {}) =>
    (
      await service.ask('editor', 'POST', '/api/articles?draft=true&depth=0', {
        title: 'About legs',
        body: paragraphs(...body),
        ...more,
      })
    ).body.doc
  const save = async (id: string, data: object, query = '') =>
    (await service.ask('editor', 'PATCH', `/api/articles/${id}?draft=true&depth=0${query}`, data)).body.doc
  const statusOf = (doc: { mentions: { target: string; status: string }[] }, target: string | undefined) =>
    doc.mentions.filter((mention) => mention.target === target).map(({ status }) => status)

  describe('saving an article', () => {
    it('links the symptoms and remedies that its words mention, with where and why', async () => {
      const doc = await create(['Leg cramps come at night.', 'Stretching helps, and there is no itching.'])
      expect(doc.symptoms).toEqual([ids['Leg cramps']])
      expect(doc.remedies).toEqual([ids.Stretching])
      const cramps = doc.mentions.find(({ target }: { target: string }) => target === ids['Leg cramps'])
      expect(cramps).toMatchObject({
        kind: 'symptom',
        start: 0,
        end: 10,
        text: 'Leg cramps',
        negated: false,
        status: 'found',
        section: '',
      })
      const itching = doc.mentions.find(({ target }: { target: string }) => target === ids.Itching)
      expect(itching).toMatchObject({ negated: true })
    })

    it('keeps what an editor added and took away by hand across later saves', async () => {
      const doc = await create(['Leg cramps and swelling are common.'])
      expect(new Set(doc.symptoms)).toEqual(new Set([ids['Leg cramps'], ids.Swelling]))
      const byHand = await save(doc.id, { symptoms: [ids['Leg cramps'], ids.Itching] })
      expect(byHand.symptoms).toEqual([ids['Leg cramps'], ids.Itching])
      const later = await save(doc.id, {
        body: paragraphs('Swelling again. Leg cramps and swelling are common at night.'),
      })
      expect(later.symptoms).toEqual([ids['Leg cramps'], ids.Itching])
      expect(statusOf(later, ids.Swelling)).toEqual(['dismissed', 'dismissed'])
    })

    it('links again what an editor puts back', async () => {
      const doc = await create(['Swelling is common.'])
      await save(doc.id, { symptoms: [] })
      const back = await save(doc.id, { symptoms: [ids.Swelling] })
      expect(back.symptoms).toEqual([ids.Swelling])
      expect((await save(doc.id, { summary: 'More.' })).symptoms).toEqual([ids.Swelling])
    })

    it('does not take a form that was opened before a link was found for one that took it away', async () => {
      const doc = await create(['Leg cramps are common.'])
      const opened = { symptoms: doc.symptoms, mentions: doc.mentions, title: doc.title }
      await save(doc.id, { body: paragraphs('Leg cramps and swelling are common.') })
      const stale = await save(doc.id, { ...opened, title: 'About legs, again' })
      expect(new Set(stale.symptoms)).toEqual(new Set([ids['Leg cramps'], ids.Swelling]))
    })

    it('does not take a form that shows what was lost meanwhile, or a list newer than its mentions, for one that added it', async () => {
      const doc = await create(['Leg cramps are common.'])
      const opened = { symptoms: doc.symptoms, mentions: doc.mentions }
      const changed = await save(doc.id, { body: paragraphs('Swelling is common.') })
      expect((await save(doc.id, opened)).symptoms).toEqual([ids.Swelling])
      // one place was decided on, so that an answer to an earlier save brought the list and not the mentions
      expect((await save(doc.id, { symptoms: changed.symptoms, mentions: doc.mentions })).symptoms).toEqual([
        ids.Swelling,
      ])
      const last = await save(doc.id, { body: paragraphs('All is well.') })
      expect([last.symptoms, last.linkDecisions.added.symptom]).toEqual([[], []])
    })

    it('takes what a form says of a link by itself, whatever its lists hold, and nothing else of it', async () => {
      const doc = await create(['Leg cramps and swelling are common.'])
      const say = (symptom: object, more: object = {}) =>
        save(doc.id, { linkDecisions: { ...more, said: { symptom } } })
      const said = await say(
        { [`${ids.Itching}`]: true, [`${ids.Swelling}`]: false },
        { added: { symptom: [ids['Leg cramps']] }, dismissed: { symptom: [ids.Itching] } },
      )
      expect(said.symptoms).toEqual([ids['Leg cramps'], ids.Itching])
      expect(said.linkDecisions).toEqual({
        added: { symptom: [ids.Itching], remedy: [], clinic: [] },
        dismissed: { symptom: [ids.Swelling], remedy: [], clinic: [] },
      })
      const back = await say({ [`${ids.Itching}`]: false, [`${ids.Swelling}`]: true })
      expect(new Set(back.symptoms)).toEqual(new Set([ids['Leg cramps'], ids.Swelling]))
    })

    it('takes from a form of the admin no word on a link but what it says as such: its lists are as old as itself', async () => {
      const doc = await create(['Leg cramps are common.'])
      const sendForm = async (data: object) => {
        const form = new FormData()
        form.append('_payload', JSON.stringify(data))
        const address = `/api/articles/${doc.id}?draft=true&autosave=true&depth=0`
        return (await service.ask('editor', 'PATCH', address, form)).body.doc
      }
      // meanwhile another road links one entry and takes away another
      await save(doc.id, { symptoms: [ids.Itching] })
      const opened = { symptoms: [ids['Leg cramps']], mentions: doc.mentions, title: 'As old as the form' }
      expect((await sendForm(opened)).symptoms).toEqual([ids.Itching])
      const said = { symptom: { [`${ids.Swelling}`]: true } }
      expect((await sendForm({ ...opened, linkDecisions: { said } })).symptoms).toEqual([ids.Itching, ids.Swelling])
    })

    it('forgets a word on a link that is taken back', async () => {
      const doc = await create(['Leg cramps are common.'])
      const say = (word: boolean | null) =>
        save(doc.id, { linkDecisions: { said: { symptom: { [`${ids.Swelling}`]: word } } } })
      for (const word of [true, false]) {
        await say(word)
        const { linkDecisions } = await say(null)
        expect([linkDecisions.added.symptom, linkDecisions.dismissed.symptom]).toEqual([[], []])
      }
      const later = await save(doc.id, { body: paragraphs('Swelling is common.') })
      expect(later.symptoms).toEqual([ids.Swelling])
      // its places were dismissed with it, and are there again
      expect((await say(false)).symptoms).toEqual([])
      expect((await say(null)).symptoms).toEqual([ids.Swelling])
    })

    it('keeps a place dismissed of an entry that was added by hand', async () => {
      const doc = await create(['Swelling. More swelling.'])
      await save(doc.id, { linkDecisions: { said: { symptom: { [`${ids.Swelling}`]: true } } } })
      const first = doc.mentions.map((mention: object, at: number) =>
        at === 0 ? { ...mention, status: 'dismissed' } : mention,
      )
      expect(statusOf(await save(doc.id, { mentions: first }), ids.Swelling)).toEqual(['dismissed', 'found'])
      const later = await save(doc.id, { summary: 'Later.' })
      expect([statusOf(later, ids.Swelling), later.symptoms]).toEqual([['dismissed', 'found'], [ids.Swelling]])
    })

    it('tells an entry that was deleted from one of another kind with the same id', async () => {
      for (const collection of ['symptoms', 'remedies'])
        await service.ask('reviewer', 'POST', `/api/${collection}`, {
          id: 'one-id',
          name: `Of ${collection}`,
          _status: 'published',
        })
      const doc = await create(['Leg cramps are common.'])
      const said = { symptom: { 'one-id': true }, remedy: { 'one-id': true } }
      expect((await save(doc.id, { linkDecisions: { said } })).remedies).toEqual(['one-id'])
      expect((await service.ask('admin', 'DELETE', '/api/remedies/one-id')).status).toBe(200)
      const later = await save(doc.id, { summary: 'Later.' })
      expect([later.symptoms, later.remedies]).toEqual([[ids['Leg cramps'], 'one-id'], []])
    })

    it.each([
      [{ symptom: { a: true, b: false } }],
      [{ symptom: { a: 'yes', b: 1, c: null }, remedy: 'all', clinic: ['x'], x: {} }],
      [JSON.parse('{"symptom":{"__proto__":false,"constructor":false},"__proto__":{"a":true}}')],
      ['all'],
      [null],
    ])('takes nothing from %j for a word on a link', async (said) => {
      const doc = await create(['Leg cramps are common.'])
      const { status } = await service.ask('editor', 'PATCH', `/api/articles/${doc.id}?draft=true&depth=0`, {
        linkDecisions: { said },
      })
      expect(status).toBe(200)
      const later = await save(doc.id, { summary: 'Later.' })
      expect([later.symptoms, later.linkDecisions.dismissed.symptom]).toEqual([[ids['Leg cramps']], []])
    })

    it('lets go of an entry that was deleted, added by hand or found in another language', async () => {
      const add = async (name: string, inSpanish?: string) => {
        const { body } = await service.ask('reviewer', 'POST', '/api/symptoms', { name, _status: 'published' })
        const spanish = { name: inSpanish, localeStatus: 'ready', _status: 'published' }
        if (inSpanish) await service.ask('reviewer', 'PATCH', `/api/symptoms/${body.doc.id}?locale=es`, spanish)
        return body.doc.id as string
      }
      const byHand = await add('Dizziness')
      const elsewhere = await add('Fainting', 'Desmayo')
      const doc = await create(['Leg cramps are common.'])
      await save(doc.id, { title: 'Las piernas', body: paragraphs('Un desmayo asusta.') }, '&locale=es')
      const linked = await save(doc.id, { symptoms: [ids['Leg cramps'], elsewhere, byHand] })
      expect(new Set(linked.symptoms)).toEqual(new Set([ids['Leg cramps'], elsewhere, byHand]))
      for (const id of [byHand, elsewhere])
        expect((await service.ask('admin', 'DELETE', `/api/symptoms/${id}`)).status).toBe(200)
      const later = await save(doc.id, { summary: 'Once more.' })
      expect([later?.symptoms, later?.linkDecisions.added.symptom]).toEqual([[ids['Leg cramps']], []])
      // a panel that still says so is not refused: what was typed beside it would be lost
      const said = { symptom: { [byHand]: true, [elsewhere]: false } }
      const still = await save(doc.id, { summary: 'And again.', linkDecisions: { said } })
      expect([still?.summary, still?.symptoms, still?.linkDecisions.dismissed.symptom]).toEqual([
        'And again.',
        [ids['Leg cramps']],
        [],
      ])
    })

    it('links articles again where an entry that was added by hand is deleted', async () => {
      const { body } = await service.ask('reviewer', 'POST', '/api/symptoms', {
        name: 'Shivering',
        _status: 'published',
      })
      const named = await create(['Shivering is common.'])
      const both = await create(['Shivering is common. Leg cramps too.'])
      await save(both.id, { symptoms: [body.doc.id, ids['Leg cramps']] })
      await save(both.id, { linkDecisions: { said: { symptom: { [body.doc.id]: true } } } })
      expect((await service.ask('admin', 'DELETE', `/api/symptoms/${body.doc.id}`)).status).toBe(200)
      await service.runJobs()
      const read = async (id: string) =>
        (await service.ask('editor', 'GET', `/api/articles/${id}?draft=true&depth=0`)).body
      expect((await read(named.id)).mentions).toEqual([])
      const after = await read(both.id)
      expect(after.symptoms).toEqual([ids['Leg cramps']])
      expect(after.mentions.map(({ text }: { text: string }) => text)).toEqual(['Leg cramps'])
    })

    it('keeps one place dismissed while its words stand there, and links by another', async () => {
      const doc = await create(['Swelling. More swelling.'])
      const mentions = doc.mentions.map((mention: object, index: number) =>
        index === 0 ? { ...mention, status: 'dismissed' } : mention,
      )
      const dismissed = await save(doc.id, { mentions })
      expect(statusOf(dismissed, ids.Swelling)).toEqual(['dismissed', 'found'])
      // Who said so stands with it, whatever the client wrote there.
      const by = dismissed.mentions.map((mention: { by?: string }) => mention.by)
      expect(by).toEqual([expect.any(String), undefined])
      const forged = dismissed.mentions.map((mention: object) => ({ ...mention, by: 'somebody' }))
      expect((await save(doc.id, { mentions: forged })).mentions[0].by).toBe(by[0])
      expect(dismissed.symptoms).toEqual([ids.Swelling])
      const all = await save(doc.id, {
        mentions: dismissed.mentions.map((mention: object) => ({ ...mention, status: 'dismissed' })),
      })
      expect(all.symptoms).toEqual([])
    })

    it('links a clinic by its name, and offers one by its city', async () => {
      const named = await create(['Ask at the Lakeside Vein Clinic.'])
      expect(named.clinics).toEqual([ids.clinic])
      const city = await create(['We see patients in Springfield.'])
      expect(city.clinics).toEqual([])
      expect(statusOf(city, ids.clinic)).toEqual(['found'])
      const accepted = await save(city.id, {
        mentions: city.mentions.map((mention: object) => ({ ...mention, status: 'accepted' })),
      })
      expect(accepted.clinics).toEqual([ids.clinic])
    })

    it('does not let a client write what the server finds', async () => {
      const doc = await create(['Nothing here.'], {
        mentions: [
          {
            kind: 'symptom',
            target: ids.Itching,
            status: 'accepted',
            start: 0,
            end: 7,
            text: 'Nothing',
            confidence: 1,
          },
        ],
      })
      expect(doc.mentions).toEqual([])
      expect(doc.symptoms).toEqual([])
    })

    it('keeps each language to its own words, and links what either mentions', async () => {
      await service.ask('reviewer', 'PATCH', `/api/symptoms/${ids.Itching}?locale=es`, {
        name: 'Picazón',
        localeStatus: 'ready',
        _status: 'published',
      })
      const doc = await create(['Leg cramps are common.'])
      const spanish = await save(
        doc.id,
        { title: 'Las piernas', body: paragraphs('La picazón es frecuente.') },
        '&locale=es',
      )
      expect(new Set(spanish.symptoms)).toEqual(new Set([ids['Leg cramps'], ids.Itching]))
      expect(spanish.mentions.map(({ text }: { text: string }) => text)).toEqual(['picazón'])
    })
  })

  describe('a change of the vocabulary', () => {
    const relinkings = async () => {
      const where = { taskSlug: { equals: 'relink' } }
      return (await service.payload.find({ collection: 'payload-jobs', where, overrideAccess: true })).docs
    }

    it('links again the articles that it touches, drafts and published, and leaves the others alone', async () => {
      const published = await create(['A heavy feeling in the legs.'])
      await service.ask('reviewer', 'PATCH', `/api/articles/${published.id}`, { _status: 'published' })
      const draft = await create(['Legs with a heavy feeling.'])
      const other = await create(['Nothing of the kind.'])
      await service.runJobs()
      const before = (await service.ask('editor', 'GET', `/api/articles/${other.id}?draft=true&depth=0`)).body.updatedAt

      const { body } = await service.ask('reviewer', 'POST', '/api/symptoms', {
        name: 'Heaviness',
        _status: 'published',
      })
      await service.ask('reviewer', 'PATCH', `/api/symptoms/${body.doc.id}`, {
        synonyms: ['heavy feeling'],
        _status: 'published',
      })
      await service.runJobs()

      const read = async (id: string, query: string) =>
        (await service.ask('editor', 'GET', `/api/articles/${id}?depth=0${query}`)).body
      expect((await read(published.id, '')).symptoms).toEqual([body.doc.id])
      expect((await read(draft.id, '&draft=true')).symptoms).toEqual([body.doc.id])
      expect((await read(draft.id, '&draft=true'))._status).toBe('draft')
      expect((await read(other.id, '&draft=true')).updatedAt).toBe(before)
    })

    it('reaches an article that the index of words lacks, since a process was killed while it filled it', async () => {
      const lacking = await create(['A wooden feeling.'])
      await create(['Another text.'])
      const { payload } = service
      const req = await createLocalReq({}, payload)
      await runInTransaction(req, () => stemIndexOf(payload).drop(lacking.id, req))
      await payload.kv.delete('saphena-index-of-words')

      const { body } = await service.ask('reviewer', 'POST', '/api/symptoms', {
        name: 'Wooden feeling',
        _status: 'published',
      })
      await service.runJobs()
      const after = await service.ask('editor', 'GET', `/api/articles/${lacking.id}?draft=true&depth=0`)
      expect(after.body.symptoms).toEqual([body.doc.id])
    })

    it('is taken up again where the process that linked is gone', async () => {
      const doc = await create(['A leaden feeling.'])
      const { body } = await service.ask('reviewer', 'POST', '/api/symptoms', {
        name: 'Leaden feeling',
        _status: 'published',
      })
      const { payload } = service
      const waiting = await payload.find({
        collection: 'payload-jobs',
        limit: 1,
        sort: '-createdAt',
        overrideAccess: true,
      })
      const job = waiting.docs[0]
      expect(job?.taskSlug).toBe('relink')
      await payload.db.updateOne({
        collection: 'payload-jobs',
        id: job?.id as string,
        data: { ...job, processing: true, updatedAt: new Date(Date.now() - 600_000).toISOString() } as never,
      })
      const stop = runJobs(payload, 20)
      const linked = async () =>
        (await service.ask('editor', 'GET', `/api/articles/${doc.id}?draft=true&depth=0`)).body.symptoms
      await vi.waitFor(async () => expect(await linked()).toEqual([body.doc.id]), 10_000)
      await stop()
    })

    it('is given back by a process that is asked to end, and goes on at once in another', async () => {
      const { payload } = service
      const articles: string[] = []
      for (let number = 0; number < 6; number++) articles.push((await create([`A woolly feeling, ${number}.`])).id)
      await service.runJobs()
      const name = { name: 'Woolly feeling', _status: 'published' }
      await service.ask('reviewer', 'POST', '/api/symptoms', name)
      const { db } = payload
      const updateVersion = db.updateVersion.bind(db)
      // Longer than a transaction goes on: each article has one of its own.
      const slow = vi.spyOn(db, 'updateVersion').mockImplementation((async (
        args: Parameters<typeof updateVersion>[0],
      ) => {
        await wait(200)
        return updateVersion(args)
      }) as typeof updateVersion)
      const linked = async () => {
        const drafts = await Promise.all(
          articles.map((id) => service.ask('editor', 'GET', `/api/articles/${id}?draft=true&depth=0`)),
        )
        return drafts.filter(({ body }) => body.symptoms.length > 0).length
      }
      const patience = { timeout: 10_000, interval: 50 }
      const stop = runJobs(payload, 20)
      await vi.waitFor(async () => expect(await linked()).toBeGreaterThan(0), patience)
      await stop()
      slow.mockRestore()
      expect(await linked()).toBeLessThan(articles.length)
      expect(await relinkings()).toMatchObject([{ processing: false, hasError: false, totalTried: 0 }])

      const stopOther = runJobs(payload, 20)
      await vi.waitFor(async () => expect(await linked()).toBe(articles.length), patience)
      await stopOther()
      expect(await relinkings()).toEqual([])
    })

    it('is tried again after a pause where it failed', async () => {
      const { payload } = service
      const doc = await create(['A fizzing feeling.'])
      await service.runJobs()
      const name = { name: 'Fizzing feeling', _status: 'published' }
      const { body } = await service.ask('reviewer', 'POST', '/api/symptoms', name)
      vi.spyOn(payload.db, 'updateVersion').mockRejectedValueOnce(new Error('connect ECONNREFUSED'))
      for (let times = 0; times < 2; times++) await service.runJobs()
      const [job] = await relinkings()
      expect(job).toMatchObject({ hasError: false, totalTried: 1 })
      expect(new Date(job?.waitUntil ?? 0).getTime() - Date.now()).toBeGreaterThan(5_000)
      vi.restoreAllMocks()
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 })
      await service.runJobs()
      vi.useRealTimers()
      const draft = await service.ask('editor', 'GET', `/api/articles/${doc.id}?draft=true&depth=0`)
      expect(draft.body.symptoms).toEqual([body.doc.id])
    })

    it('never publishes a newer draft, and leaves what editors decided', async () => {
      const doc = await create(['First words.'])
      await service.ask('reviewer', 'PATCH', `/api/articles/${doc.id}`, { _status: 'published' })
      await save(doc.id, { body: paragraphs('Tired legs in the newer words.') })
      const { body } = await service.ask('reviewer', 'POST', '/api/symptoms', {
        name: 'Tired legs',
        _status: 'published',
      })
      await service.runJobs()
      const seen = (await service.ask('stranger', 'GET', `/api/articles/${doc.id}?depth=0`)).body
      expect(seen.symptoms).toEqual([])
      expect(JSON.stringify(seen.body)).toContain('First words')
      const newer = (await service.ask('editor', 'GET', `/api/articles/${doc.id}?draft=true&depth=0`)).body
      expect(newer.symptoms).toEqual([body.doc.id])
    })
  })

  describe('POST /api/linking/preview', () => {
    it('answers editors with offsets in the text that it was sent', async () => {
      const text = 'Héllo 👋 leg cramps, no swelling.'
      const { status, body } = await service.ask('editor', 'POST', '/api/linking/preview', { text, locale: 'en' })
      expect(status).toBe(200)
      expect(body.text).toBe(text)
      const [cramps, swelling] = body.mentions
      expect(text.slice(cramps.start, cramps.end)).toBe('leg cramps')
      expect(cramps).toMatchObject({ kind: 'symptom', slug: 'leg-cramps', name: 'Leg cramps', negated: false })
      expect(cramps.confidence).toBeGreaterThan(0.5)
      expect(cramps.reasons.length).toBeGreaterThan(0)
      expect(swelling).toMatchObject({ slug: 'swelling', negated: true })
    })

    it('answers for a body with the text that was made from it', async () => {
      const { body } = await service.ask('editor', 'POST', '/api/linking/preview', {
        body: paragraphs('One.', 'Swelling here.'),
      })
      const [mention] = body.mentions
      expect(body.text.slice(mention.start, mention.end)).toBe('Swelling')
    })

    it.each([
      ['stranger', 401],
      ['api', 403],
      ['editor', 200],
    ] as const)('for %s answers %i', async (who, status) => {
      expect((await service.ask(who, 'POST', '/api/linking/preview', { text: 'Swelling' })).status).toBe(status)
    })

    it.each([
      [{}, 400],
      [{ text: 'x', body: {} }, 400],
      [{ text: 'x', locale: 'fr' }, 400],
      [{ text: 7 }, 400],
      [{ text: 'x'.repeat(1_000_001) }, 413],
    ])('refuses what it cannot use: case %#', async (request, status) => {
      expect((await service.ask('editor', 'POST', '/api/linking/preview', request)).status).toBe(status)
    })
  })
})
