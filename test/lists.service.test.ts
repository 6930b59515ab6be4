import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicPaths } from '../src/access/publicPaths'
import { describeService, paragraphs, type Service, startService } from './startService'

/** Every order, filter and join that `publicPaths` offers is answered, by either database and for everybody. */
describeService('Lists', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
    const add = async (collection: string, data: object) =>
      (await service.ask('reviewer', 'POST', `/api/${collection}`, { ...data, _status: 'published' })).body.doc.id
    const remedy = await add('remedies', { name: 'Rest' })
    const symptom = await add('symptoms', { name: 'Ache', synonyms: ['Soreness'], relievedBy: [remedy] })
    await add('symptoms', { name: 'Cramp', relievedBy: [remedy] })
    const clinic = await add('clinics', { name: 'Leg clinic', symptoms: [symptom] })
    const links = { symptoms: [symptom], remedies: [remedy], clinics: [clinic] }
    await add('articles', { title: 'Aching legs', body: paragraphs('Ache, and rest.'), ...links })
  })
  afterAll(() => service?.close())

  const values: Record<string, string> = {
    createdAt: '2020-01-01',
    updatedAt: '2020-01-01',
    reviewedOn: '2020-01-01',
    nextReviewDue: '2020-01-01',
    latitude: '1',
    longitude: '1',
  }
  const asked = (path: string) => `[${path}][equals]=${values[path] ?? 'published'}`
  /** What a join does not offer: see `inJoin` in publicQuery. */
  const notInJoins = ['title', 'name', 'slug', 'synonyms']

  describe.each(Object.entries(publicPaths))('%s', (slug, paths) => {
    const questions = [
      '',
      'locale=es',
      'locale=all',
      'depth=0',
      'depth=3',
      'limit=1',
      'limit=1&page=2',
      'limit=1&page=9',
      'limit=5&pagination=false',
      'populate[symptoms][name]=true',
      ...paths.sort.flatMap((path) => [`sort=${path}`, `sort=-${path}&locale=es`]),
      ...paths.filter.map((path) => `where${asked(path)}`),
      ...Object.keys(paths.relations).flatMap((path) => [`where${asked(path)}`, `where${asked(`${path}.slug`)}`]),
      ...paths.select.map((path) => `select[${path}]=true`),
      ...Object.entries(paths.joins).flatMap(([name, to]) => [
        `joins[${name}][limit]=1&joins[${name}][count]=true`,
        ...(publicPaths[to]?.sort ?? [])
          .filter((path) => !notInJoins.includes(path))
          .map((path) => `joins[${name}][sort]=-${path}`),
        ...(publicPaths[to]?.filter ?? [])
          .filter((path) => path !== 'synonyms')
          .map((path) => `joins[${name}][where]${asked(path)}`),
        ...Object.keys(publicPaths[to]?.relations ?? {}).map((path) => `joins[${name}][where]${asked(path)}`),
      ]),
    ]
    /** On MongoDB Payload says another limit of what has no pages, and lets the joins of a page share one limit. */
    const comparable = ({ docs, limit, ...page }: { docs: Record<string, unknown>[]; limit: number }) =>
      process.env.TEST_DATABASE === 'mongodb'
        ? {
            ...page,
            docs: docs.map((doc) => ({
              ...doc,
              ...Object.fromEntries(Object.keys(paths.joins).map((name) => [name, 0])),
            })),
          }
        : { ...page, limit, docs }
    const isAnswered = async (query: string) => {
      const answers = {} as Record<'stranger' | 'api' | 'editor', Parameters<typeof comparable>[0]>
      for (const who of ['stranger', 'api', 'editor'] as const) {
        const { status, body } = await service.ask(who, 'GET', `/api/${slug}?${query}`)
        expect([who, status, body.errors]).toEqual([who, 200, undefined])
        answers[who] = body
      }
      // A stranger's list is put together from parts; an app's, which may see as much, is Payload's own.
      expect(comparable(answers.stranger)).toEqual(comparable(answers.api))
    }
    it.each(questions)('?%s', isAnswered)
  })

  it.each(['title', 'name', 'slug'])('refuses to order a join by %s, which no database does', async (path) => {
    const [collection, join] = path === 'title' ? ['symptoms', 'articles'] : ['remedies', 'symptoms']
    const { status, body } = await service.ask('stranger', 'GET', `/api/${collection}?joins[${join}][sort]=${path}`)
    expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('cannot be queried')])
  })

  it('shows what a remedy relieves', async () => {
    const { body } = await service.ask('stranger', 'GET', '/api/remedies?depth=1')
    const names = body.docs[0].symptoms.docs.map(({ name }: { name: string }) => name)
    expect(names.sort()).toEqual(['Ache', 'Cramp'])
  })
})
