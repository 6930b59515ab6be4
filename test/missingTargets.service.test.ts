import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeService, paragraphs, type Service, startService } from './startService'
import { picture, uploadForm } from './uploadForm'

describeService('A pointer to a document that does not exist', () => {
  let service: Service
  let article: string
  let remedy: string
  const nobody = '01990000-0000-7000-8000-000000000000'

  beforeAll(async () => {
    service = await startService()
    const rest = { name: 'Rest', _status: 'published' }
    remedy = (await service.ask('reviewer', 'POST', '/api/remedies', rest)).body.doc.id
    const draft = { title: 'About legs', body: paragraphs('Leg cramps are common.') }
    article = (await service.ask('editor', 'POST', '/api/articles?draft=true', draft)).body.doc.id
  })
  afterAll(() => service?.close())

  const save = (data: object, query = 'draft=true&autosave=true') =>
    service.ask('editor', 'PATCH', `/api/articles/${article}?depth=0&${query}`, data)
  const stored = async () => (await service.ask('editor', 'GET', `/api/articles/${article}?draft=true&depth=0`)).body

  it.each([
    ['symptoms', 'symptoms', () => ({ symptoms: [nobody] })],
    ['symptoms', 'symptoms', () => ({ symptoms: ['no id at all'] })],
    // an id of another collection
    ['clinics', 'clinics', () => ({ clinics: [remedy] })],
    ['hero', 'media', () => ({ hero: nobody })],
    ['author', 'users', () => ({ author: nobody })],
  ])('is refused at %s, and nothing is written', async (path, collection, data) => {
    const before = await stored()
    for (const query of ['draft=true&autosave=true', 'draft=true']) {
      const { status, body } = await save({ title: 'Changed', ...data() }, query)
      expect(status).toBe(400)
      expect(body.errors[0].data.errors).toEqual([{ path, message: expect.stringContaining(`in ${collection}.`) }])
      expect(body.errors[0].message).toContain('There is no document')
    }
    expect(await stored()).toEqual(before)
  })

  it('is kept in a text, whose pictures are those that there are', async () => {
    const media = uploadForm(await picture('png'), 'leg.png', { data: { alt: 'A leg' } })
    const { id } = (await service.ask('editor', 'POST', '/api/media', media)).body.doc
    const body = paragraphs('Leg cramps are common.')
    const show = (value: string) => ({
      type: 'upload',
      version: 3,
      format: '',
      id: value,
      fields: null,
      relationTo: 'media',
      value,
    })
    body.root.children.push(show(id) as never, show(nobody) as never)
    expect((await save({ body })).body.doc.images).toEqual([id])
    expect((await service.ask('admin', 'DELETE', `/api/media/${id}`)).status).toBe(200)
    const { status, body: later } = await save({ summary: 'Without its picture.' })
    expect([status, later.doc?.images]).toEqual([200, []])
  })

  it('is refused where the same one stands in a text', async () => {
    const body = paragraphs('Leg cramps are common.')
    const hidden = '01990000-0000-7000-8000-00000000000f'
    body.root.children.push({
      type: 'upload',
      version: 3,
      format: '',
      id: hidden,
      fields: null,
      relationTo: 'media',
      value: hidden,
    } as never)
    expect((await save({ body })).status).toBe(200)
    expect((await save({ hero: hidden })).status).toBe(400)
    await save({ body: paragraphs('Leg cramps are common.') })
  })

  it('does not say whether a document of a collection is there that its field cannot point to', async () => {
    const id = service.people.editor
    for (const relationTo of ['users', 'audit', 'nope', '__proto__'])
      for (const value of [id, nobody]) {
        const relievedBy = [{ relationTo, value }]
        const { status, body } = await service.ask('editor', 'POST', '/api/remedies', {
          name: `A ${relationTo}`,
          relievedBy,
        })
        const answers = [await save({ hero: { relationTo, value } }), await save({ symptoms: [{ relationTo, value }] })]
        for (const answer of [{ status, body }, ...answers]) {
          expect(answer.status).toBeLessThan(500)
          expect(JSON.stringify(answer.body)).not.toContain('There is no document')
        }
      }
  })

  it('is one of forty thousand, and is named', async () => {
    const many = Array.from({ length: 40_000 }, (_, at) => `no-such-${at}`)
    const { status, body } = await save({ clinics: many })
    expect([status, body.errors[0].data.errors.length]).toEqual([400, 10])
    expect(JSON.stringify(body).length).toBeLessThan(10_000)
  })

  it('is refused to a new document, and by GraphQL', async () => {
    const created = await service.ask('editor', 'POST', '/api/symptoms?draft=true', { name: 'A', relievedBy: [nobody] })
    expect([created.status, created.body.errors[0].data.errors[0].path]).toEqual([400, 'relievedBy'])
    const query = `mutation { updateArticle(id: "${article}", draft: true, data: { remedies: ["${nobody}"] }) { id } }`
    const { body } = await service.ask('editor', 'POST', '/api/graphql', { query })
    expect(body.errors[0].message).toContain('There is no document')
  })

  it('is not looked for in what is no id, which is answered for what it is', async () => {
    for (const symptoms of [[null], [5], 'x', { a: 1 }, [['x']], [{ id: 'x' }]])
      expect((await save({ symptoms })).status).toBeLessThan(500)
    for (const hero of [{}, [], [nobody], { a: nobody }, { a: 'some text' }, 5, true]) {
      const { status, body } = await save({ hero })
      expect([status, body.errors[0].message]).toEqual([400, 'This is the id of no document.'])
    }
    for (const keyPoints of [5, 'x', [null], [5], { a: 1 }])
      expect((await save({ keyPoints })).status).toBeLessThan(500)
  })

  it('leaves one alone that stood there before', async () => {
    expect((await save({ remedies: [remedy], summary: 'With a remedy.' })).body.doc.remedies).toEqual([remedy])
    expect((await service.ask('admin', 'DELETE', `/api/remedies/${remedy}`)).status).toBe(200)
    expect((await save({ summary: 'Once more.' })).status).toBe(200)
  })
})
