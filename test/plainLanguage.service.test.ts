import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inTurns } from '../src/editorial/inTurns'
import { rewriteKeptRows } from '../src/editorial/keptRows'
import { describeService, type Name, paragraphs, type Service, startService } from './startService'

const english = 'Take your medicine with a glass of water. Then rest well.'
const spanish = 'Tome su medicina con un vaso de agua. Descanse.'

describeService('Plain language', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.close())

  const published = { _status: 'published' }
  const ask = async (who: Name, method: string, path: string, body?: unknown) => {
    const answer = await service.ask(who, method, path, body)
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    return answer.body
  }
  const add = async (title: string, data: object = {}): Promise<string> =>
    (await ask('reviewer', 'POST', '/api/articles', { title, body: paragraphs(english), ...published, ...data })).doc.id

  const ofEnglish = {
    language: 'en',
    sentences: 2,
    words: 11,
    wordsPerSentence: 5.5,
    syllablesPerWord: 1.27,
    fleschReadingEase: 93.6,
    fleschKincaidGrade: 1.6,
    smog: 7.2,
    gunningFog: 5.8,
    fernandezHuerta: null,
    inflesz: null,
  }
  const ofSpanish = {
    language: 'es',
    sentences: 2,
    words: 9,
    wordsPerSentence: 4.5,
    syllablesPerWord: 1.89,
    fleschReadingEase: null,
    fleschKincaidGrade: null,
    smog: null,
    gunningFog: null,
    fernandezHuerta: 88.9,
    inflesz: 84.7,
  }

  describe('how hard an article is to read', () => {
    let both: string
    let one: string
    beforeAll(async () => {
      both = await add('Medicine')
      const text = { title: 'Medicinas', body: paragraphs(spanish), localeStatus: 'ready', ...published }
      await ask('reviewer', 'PATCH', `/api/articles/${both}?locale=es`, text)
      one = await add('English alone')
      // a Spanish text that is not ready
      const draft = { title: 'Aún no', body: paragraphs(spanish) }
      await ask('editor', 'PATCH', `/api/articles/${one}?locale=es&draft=true`, draft)
    })

    it('is told in each language by /v1, by each score’s name', async () => {
      expect((await ask('stranger', 'GET', '/v1/articles/medicine')).readability).toEqual(ofEnglish)
      const translated = await ask('stranger', 'GET', '/v1/articles/medicinas?locale=es')
      expect(translated.readability).toEqual(ofSpanish)
      expect(translated.fellBack).not.toContain('readability')
    })

    it('is told by REST, selected or not', async () => {
      for (const select of ['', '&select[readability]=true']) {
        const article = await ask('stranger', 'GET', `/api/articles/${both}?locale=es${select}`)
        expect(article.readability).toMatchObject(ofSpanish)
        expect(article.fellBack).not.toContain('readability')
      }
    })

    it.each(['', 'select: true, '])('is told by GraphQL, in the language of each field (%s)', async (select) => {
      const query = `{
        en: Article(${select}id: "${both}") { readability { language fleschKincaidGrade inflesz } }
        es: Article(${select}id: "${both}", locale: es) { ...more }
        list: Articles(${select}where: { id: { equals: "${one}" } }, locale: es) { docs { fellBack ...more } }
      } fragment more on Article { readability { language fernandezHuerta } }`
      const { data, errors } = (await service.graphql('stranger', query)).body
      expect(errors).toBeUndefined()
      expect(data).toEqual({
        en: { readability: { language: 'en', fleschKincaidGrade: 1.6, inflesz: null } },
        es: { readability: { language: 'es', fernandezHuerta: 88.9 } },
        list: {
          docs: [
            {
              fellBack: expect.arrayContaining(['readability']),
              readability: { language: 'en', fernandezHuerta: null },
            },
          ],
        },
      })
    })

    it('is of the English text, and says so, where there is no other', async () => {
      for (const path of ['/v1/articles/english-alone?locale=es', `/api/articles/${one}?locale=es`]) {
        const article = await ask('stranger', 'GET', path)
        expect(article.title).toBe('English alone')
        expect(article.readability).toMatchObject(ofEnglish)
        expect(article.fellBack).toEqual(expect.arrayContaining(['body', 'readability']))
      }
    })

    it('is nothing where the language was emptied again, and not what it was', async () => {
      const id = await add('Emptied')
      const text = { title: 'Vaciado', body: paragraphs(spanish), localeStatus: 'ready', ...published }
      await ask('reviewer', 'PATCH', `/api/articles/${id}?locale=es`, text)
      await ask('reviewer', 'PATCH', `/api/articles/${id}?locale=es&draft=true`, { body: null })
      const draft = await ask('editor', 'GET', `/api/articles/${id}?locale=es&fallback-locale=none&draft=true`)
      expect(draft.readability).toBeNull()
      expect((await ask('stranger', 'GET', `/api/articles/${id}?locale=es`)).readability).toMatchObject(ofSpanish)
    })

    it('is measured after a start for what was saved before there was such a thing, once', async () => {
      const { queueGrading } = await import('../src/editorial/plainLanguage/gradeUngraded')
      const waiting = async () =>
        (await service.payload.count({ collection: 'payload-jobs', overrideAccess: true })).totalDocs
      await service.runJobs()
      await queueGrading(service.payload)
      expect(await waiting()).toBe(0) // nothing is to be measured

      const published = await add('Older')
      const text = { title: 'Antiguo', body: paragraphs(spanish), localeStatus: 'ready', _status: 'published' }
      await ask('reviewer', 'PATCH', `/api/articles/${published}?locale=es`, text)
      const neverPublished = await add('Older draft', { _status: 'draft' })
      const forget = () => ({ readability: { en: null, es: null } })
      await inTurns(
        service.payload,
        [published, neverPublished],
        async (req) => (id) => rewriteKeptRows('articles', id, forget, req),
      )
      expect((await ask('stranger', 'GET', '/v1/articles/older')).readability).toBeNull()

      for (let starts = 0; starts < 2; starts++) await queueGrading(service.payload)
      expect(await waiting()).toBe(1)
      await service.runJobs()
      await vi.waitFor(
        async () => expect((await ask('stranger', 'GET', '/v1/articles/older')).readability).toEqual(ofEnglish),
        { timeout: 20_000 },
      )
      expect((await ask('stranger', 'GET', '/v1/articles/antiguo?locale=es')).readability).toEqual(ofSpanish)
      const draft = await ask('editor', 'GET', `/api/articles/${neverPublished}?draft=true`)
      expect(draft.readability).toMatchObject(ofEnglish)
      await queueGrading(service.payload)
      expect(await waiting()).toBe(0)
    }, 60_000)

    it('is that of what readers see while a draft says something harder', async () => {
      const id = await add('Two texts')
      const harder = { body: paragraphs('Pharmaceutical administration necessitates hydration.') }
      await ask('editor', 'PATCH', `/api/articles/${id}?draft=true`, harder)
      expect((await ask('stranger', 'GET', `/api/articles/${id}`)).readability).toMatchObject(ofEnglish)
      const draft = await ask('editor', 'GET', `/api/articles/${id}?draft=true`)
      expect(draft.readability.words).toBe(4)
      expect(draft.readability.fleschKincaidGrade).toBeGreaterThan(20)
      // a change of something else leaves it
      await ask('editor', 'PATCH', `/api/articles/${id}?draft=true`, { title: 'Two texts, again' })
      expect((await ask('editor', 'GET', `/api/articles/${id}?draft=true`)).readability.words).toBe(4)
    })

    it('goes with a copy, in each language', async () => {
      const { doc } = await ask('editor', 'POST', `/api/articles/${both}/duplicate`)
      for (const [locale, expected] of [
        ['en', ofEnglish],
        ['es', ofSpanish],
      ] as const) {
        const copy = await ask('editor', 'GET', `/api/articles/${doc.id}?draft=true&locale=${locale}`)
        expect(copy.readability).toMatchObject(expected)
      }
    })

    it.each(['editor', 'reviewer', 'admin'] as const)('is written by the server alone, not by %s', async (who) => {
      const id = await add(`Forged by ${who}`)
      const readability = { ...ofEnglish, fleschKincaidGrade: 99 }
      await ask(who, 'PATCH', `/api/articles/${id}?draft=true`, { readability })
      const draft = await ask(who, 'GET', `/api/articles/${id}?draft=true`)
      expect(draft.readability).toMatchObject(ofEnglish)
    })

    it('cannot be asked by, since it is no path of a question', async () => {
      for (const query of [
        'where[readability][exists]=true',
        'sort=readability',
        'where[readability.smog][less_than]=9',
      ])
        expect((await service.ask('stranger', 'GET', `/api/articles?${query}`)).status).toBe(400)
    })

    it('comes to an article from before there was such a thing when it is linked again', async () => {
      const { payload } = service
      const id = await add('Older', { body: paragraphs('A stitch hurts.') })
      const row = await payload.db.findOne<{ id: string }>({ collection: 'articles', where: { id: { equals: id } } })
      const versions = await payload.db.findVersions<{ id: string }>({
        collection: 'articles',
        where: { parent: { equals: id } },
        pagination: false,
        locale: 'all',
      })
      await payload.db.updateOne({ collection: 'articles', id, data: { ...row, readability: { en: null } } })
      for (const { id: version, version: data } of versions.docs)
        await payload.db.updateVersion({
          collection: 'articles',
          id: version,
          versionData: { version: { ...data, readability: { en: null } } } as never,
        })
      expect((await ask('stranger', 'GET', `/api/articles/${id}`)).readability).toBeNull()
      await ask('reviewer', 'POST', '/api/symptoms', { name: 'Stitch', ...published })
      await service.runJobs()
      expect((await ask('stranger', 'GET', `/api/articles/${id}`)).readability).toMatchObject({ words: 3 })
      const draft = await ask('editor', 'GET', `/api/articles/${id}?draft=true`)
      expect(draft.readability).toMatchObject({ words: 3 })
    })
  })

  describe('the list of jargon', () => {
    const word = (term: string, plainer = `plain ${term}`, locale = 'en') => ({ term, plainer, locale })
    let count = 0
    const make = async () => (await ask('admin', 'POST', '/api/jargon', word(`term ${count++}`))).doc.id as string

    it.each([
      ['admin', 200, 201, 200, 200],
      ['reviewer', 200, 201, 200, 200],
      ['editor', 200, 403, 403, 403],
      ['api', 403, 403, 403, 403],
      ['stranger', 403, 403, 403, 403],
    ] as const)('answers %s: read %i, add %i, change %i, delete %i', async (who, read, create, update, remove) => {
      const id = await make()
      expect((await service.ask(who, 'GET', '/api/jargon')).status).toBe(read)
      expect((await service.ask(who, 'GET', `/api/jargon/${id}`)).status).toBe(read)
      expect((await service.ask(who, 'POST', '/api/jargon', word(`of ${who}`))).status).toBe(create)
      expect((await service.ask(who, 'PATCH', `/api/jargon/${id}`, { plainer: 'else' })).status).toBe(update)
      expect((await service.ask(who, 'DELETE', `/api/jargon/${id}`)).status).toBe(remove)
    })

    it('is not in GraphQL', async () => {
      expect((await service.graphql('admin', '{ Jargons { docs { id } } }')).status).toBe(400)
    })

    it('refuses a word twice in a language, however it is written, under the name of what is there', async () => {
      await ask('reviewer', 'POST', '/api/jargon', word('Oedema', 'swelling'))
      const again = await service.ask('reviewer', 'POST', '/api/jargon', word('EDEMA', 'puffiness'))
      expect(again.status).toBe(400)
      expect(JSON.stringify(again.body)).toContain('“Oedema” is in the list already, with “swelling”.')
      await ask('reviewer', 'POST', '/api/jargon', word('edema', 'hinchazón', 'es'))
      const id = await make()
      expect((await service.ask('reviewer', 'PATCH', `/api/jargon/${id}`, { term: 'edema' })).status).toBe(400)
      // its own word again is no other
      await ask('reviewer', 'PATCH', `/api/jargon/${id}`, { plainer: 'another' })
    })

    it('lets one of two in that come at once', async () => {
      const answers = await Promise.all(
        [1, 2].map(() => service.ask('reviewer', 'POST', '/api/jargon', word('simultaneous'))),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400])
    })

    it.each([
      [word('…'), 'A term has 1 to 12 words.'],
      [word('a b c d e f g h i j k l m'), 'A term has 1 to 12 words.'],
      [word('Same', 'same'), 'This is the same word.'],
    ])('refuses %o', async (data, message) => {
      const { status, body } = await service.ask('reviewer', 'POST', '/api/jargon', data)
      expect(status).toBe(400)
      expect(JSON.stringify(body)).toContain(message)
    })

    it('is filled once from the starter list, and keeps what was changed in it', async () => {
      const { seedJargon } = await import('../src/editorial/plainLanguage/seedJargon')
      await ask('reviewer', 'POST', '/api/jargon', word('hypertension', 'our own words'))
      await seedJargon(service.payload)
      await seedJargon(service.payload)
      const { docs } = await ask('editor', 'GET', '/api/jargon?limit=1000&where[term][equals]=hypertension')
      expect(docs.map(({ plainer }: { plainer: string }) => plainer)).toEqual(['our own words'])
      const { totalDocs } = await ask('editor', 'GET', '/api/jargon?where[locale][equals]=es')
      expect(totalDocs).toBeGreaterThanOrEqual(60)
    })
  })
})
