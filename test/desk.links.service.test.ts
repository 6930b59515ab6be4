import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeService, paragraphs, type Service, startService } from './startService'

describeService('The links panel’s server', () => {
  let service: Service
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    service = await startService()
    const add = async (collection: string, data: { name: string; [field: string]: unknown }) => {
      const { body } = await service.ask('reviewer', 'POST', `/api/${collection}?depth=0`, {
        _status: 'published',
        ...data,
      })
      ids[data.name] = body.doc.id
    }
    await add('symptoms', { name: 'Numbness', synonyms: ['numb hands'] })
    await add('symptoms', { name: 'Tremor', synonyms: ['shaking'] })
    await add('remedies', { name: 'Warm compress' })
    await service.ask('reviewer', 'PATCH', `/api/symptoms/${ids.Numbness}?locale=es`, {
      name: 'Entumecimiento',
      localeStatus: 'ready',
      _status: 'published',
    })
  })
  afterAll(() => service?.close())

  const preview = async (text: string, locale = 'en') => {
    const { status, body, headers } = await service.ask('editor', 'POST', '/api/linking/preview', {
      body: paragraphs(...text.split('\n')),
      locale,
    })
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    return body
  }
  const namesOf = (mentions: { name: string }[]) => mentions.map(({ name }) => name)
  const teach = (who: 'reviewer' | 'editor', data: object) =>
    service.ask(who, 'POST', '/api/linking/not-phrases', { kind: 'symptom', id: ids.Tremor, locale: 'en', ...data })
  const phrasesOf = async (draft: boolean, locale = 'en') =>
    (
      await service.ask(
        'editor',
        'GET',
        `/api/symptoms/${ids.Tremor}?draft=${draft}&locale=${locale}&fallback-locale=none`,
      )
    ).body.notPhrases ?? []

  describe('POST /api/linking/preview', () => {
    it('says of each mention what would be kept with the article: its document, its section, the term that matched', async () => {
      const heading = {
        ...paragraphs('Hands').root.children[0],
        type: 'heading',
        tag: 'h2',
      }
      const body = paragraphs('Numb hands may come.')
      body.root.children.unshift(heading as never)
      const answer = await service.ask('editor', 'POST', '/api/linking/preview', { body, locale: 'en' })
      expect(answer.body.mentions).toEqual([
        expect.objectContaining({
          kind: 'symptom',
          target: ids.Numbness,
          section: 'Hands',
          term: 'numb hands',
          rule: 'exact',
          status: 'found',
          start: 6,
          end: 16,
        }),
      ])
    })

    it('finds what is ready in Spanish, and only there', async () => {
      expect(namesOf((await preview('Puede haber entumecimiento.', 'es')).mentions)).toEqual(['Entumecimiento'])
      expect((await preview('Puede haber entumecimiento.', 'en')).mentions).toEqual([])
    })

    it('offers phrases that look like symptoms and are in no vocabulary, published or not', async () => {
      const text = 'You may feel numbness, a dry mouth and jaw pain.'
      const before = await preview(text)
      expect(before.phrases.map((phrase: { text: string }) => phrase.text)).toEqual(['dry mouth', 'jaw pain'])
      expect(text.slice(before.phrases[0].start, before.phrases[0].end)).toBe('dry mouth')

      await service.ask('editor', 'POST', '/api/symptoms?draft=true', { name: 'Dry mouth', _status: 'draft' })
      const after = await preview(text)
      expect(after.phrases.map((phrase: { text: string }) => phrase.text)).toEqual(['jaw pain'])
      expect(namesOf(after.unpublished)).toEqual(['Dry mouth'])
      expect(namesOf(after.mentions)).toEqual(['Numbness'])
    })

    it('tells a script that asks without pause to wait, and says how long', async () => {
      // more than a slow machine is given by the second while it answers
      const answers = await Promise.all(
        Array.from({ length: 300 }, () => service.ask('admin', 'POST', '/api/linking/preview', { text: 'Tremor' })),
      )
      const refused = answers.filter(({ status }) => status === 429)
      expect(refused.length).toBeGreaterThan(0)
      expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(30)
    })
  })

  describe('POST /api/linking/not-phrases', () => {
    it('teaches the published vocabulary at once where a reviewer says so, and forgets it again', async () => {
      expect(namesOf((await preview('A tremor map of the shaking.')).mentions)).toContain('Tremor')
      const before = (await preview('This tremor map.')).mentions.length
      const { status, body } = await teach('reviewer', { phrase: '  tremor   map ' })
      expect(status).toBe(200)
      expect(body).toEqual({ name: 'Tremor', phrase: 'tremor map', published: true })
      expect(await phrasesOf(false)).toEqual(['tremor map'])
      expect(await phrasesOf(false, 'es')).toEqual([])
      expect(before).toBe(1)
      expect((await preview('This tremor map.')).mentions).toEqual([])
      expect(namesOf((await preview('A bad shaking.')).mentions)).toEqual(['Tremor'])

      await teach('reviewer', { phrase: 'Tremor map' })
      expect(await phrasesOf(false)).toEqual(['tremor map'])
      await teach('reviewer', { phrase: 'Tremor Map', forget: true })
      expect(await phrasesOf(false)).toEqual([])
      expect((await preview('This tremor map.')).mentions).toHaveLength(1)
    })

    it('leaves a draft where an editor says so, and the published vocabulary as it is', async () => {
      const { status, body } = await teach('editor', { phrase: 'tremor cup' })
      expect(status).toBe(200)
      expect(body).toEqual({ name: 'Tremor', phrase: 'tremor cup', published: false })
      expect(await phrasesOf(false)).toEqual([])
      expect(await phrasesOf(true)).toEqual(['tremor cup'])
      expect((await preview('Use tremor cup.')).mentions).toHaveLength(1)
    })

    it('does not publish what waits in a draft, whoever asks', async () => {
      const { body } = await teach('reviewer', { phrase: 'tremor glass' })
      expect(body.published).toBe(false)
      expect(await phrasesOf(false)).toEqual([])
      expect(await phrasesOf(true)).toEqual(['tremor cup', 'tremor glass'])
    })

    it.each([
      ['stranger', 401],
      ['api', 403],
    ] as const)('for %s answers %i', async (who, status) => {
      const asked = { kind: 'symptom', id: ids.Tremor, locale: 'en', phrase: 'tremor plate' }
      expect((await service.ask(who, 'POST', '/api/linking/not-phrases', asked)).status).toBe(status)
    })

    it.each([
      [{ phrase: '' }, 400],
      [{ phrase: '...' }, 400],
      [{ phrase: 'x'.repeat(121) }, 400],
      [{ phrase: ['tremor'] }, 400],
      [{ phrase: 'tremor plate', kind: 'clinic' }, 400],
      [{ phrase: 'tremor plate', locale: 'fr' }, 400],
      [{ phrase: 'tremor plate', id: { equals: 'x' } }, 400],
      [{ phrase: 'tremor plate', forget: 'yes' }, 400],
      [{ phrase: 'tremor plate', id: 'nowhere' }, 409],
    ])('refuses what it cannot use: case %#', async (asked, status) => {
      expect((await teach('reviewer', asked)).status).toBe(status)
    })
  })
})
