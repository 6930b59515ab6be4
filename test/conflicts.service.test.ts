import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Answer, describeService, paragraphs, password, type Service, startService } from './startService'

/** Two people have the same document open. Nothing that one saved is overwritten by what the other had read before. */
describeService('Of two who save the same document', () => {
  let service: Service
  /** The settings as they are before anybody saved any, and their first save. */
  let unsaved: Answer['body']
  let firstSave: Answer
  beforeAll(async () => {
    service = await startService({ blocking: 'default' })
    unsaved = (await service.ask('admin', 'GET', '/api/globals/organisation')).body
    const data = { preflight: { blocking: [] }, updatedAt: unsaved.updatedAt }
    firstSave = await service.ask('admin', 'POST', '/api/globals/organisation', data)
  })
  afterAll(() => service?.close())

  const write = async (more: object = {}) =>
    (
      await service.ask('reviewer', 'POST', '/api/articles', {
        title: 'Legs',
        body: paragraphs('Rest your legs.'),
        _status: 'published',
        ...more,
      })
    ).body.doc.id as string
  const draftOf = async (id: string, who: 'editor' | 'reviewer' = 'editor', collection = 'articles') =>
    (await service.ask(who, 'GET', `/api/${collection}/${id}?draft=true&depth=0`)).body
  const autosave = (who: 'editor' | 'reviewer', id: string, data: object) =>
    service.ask(who, 'PATCH', `/api/articles/${id}?draft=true&autosave=true&depth=0`, { ...data, _status: 'draft' })

  it('the second is told who saved when, autosaves included, and nothing of his is written', async () => {
    const id = await write()
    const opened = await draftOf(id)
    const first = await autosave('reviewer', id, { ...opened, title: 'Legs at night' })
    expect(first.status).toBe(200)
    const second = await autosave('editor', id, { ...opened, title: 'Arms', summary: 'Of arms.' })
    expect(second.status).toBe(409)
    const { message, data } = second.body.errors[0]
    expect(message).toMatch(/^The reviewer saved this just now, after you opened it\./)
    expect(data).toMatchObject({ code: 'conflict', by: 'The reviewer', at: first.body.doc.updatedAt })
    expect(await draftOf(id)).toMatchObject({ title: 'Legs at night', updatedAt: first.body.doc.updatedAt })
    // The one who was first goes on from what he got back, as a form does.
    const third = await autosave('reviewer', id, { title: 'Legs by day', updatedAt: first.body.doc.updatedAt })
    expect(third.status).toBe(200)
    const fourth = await service.ask('reviewer', 'PATCH', `/api/articles/${id}?depth=0`, {
      title: 'Legs',
      _status: 'published',
      updatedAt: third.body.doc.updatedAt,
    })
    expect(fourth.status).toBe(200)
    // Published over by somebody who had the draft open.
    const late = await service.ask('editor', 'PATCH', `/api/articles/${id}?draft=true`, {
      title: 'Arms',
      updatedAt: third.body.doc.updatedAt,
    })
    expect(late.status).toBe(409)
    const again = await draftOf(id)
    expect((await autosave('editor', id, { ...again, title: 'Arms' })).status).toBe(200)
    expect((await draftOf(id)).title).toBe('Arms')
  })

  it('the second window of one person is told so, and what his page sent before it was drawn anew is not', async () => {
    const id = await write()
    const opened = await draftOf(id)
    await autosave('editor', id, { ...opened, title: 'One' })
    expect((await autosave('editor', id, { ...opened, title: 'Two' })).status).toBe(200)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 })
    const { status, body } = await autosave('editor', id, { ...opened, title: 'Three' })
    vi.useRealTimers()
    expect([status, body.errors[0].message]).toEqual([
      409,
      expect.stringMatching(/^You saved this in another window just now/),
    ])
  })

  it('one is first where both save in the same moment', async () => {
    const id = await write()
    for (let round = 0; round < 5; round++) {
      const opened = await draftOf(id)
      const answers = await Promise.all(
        (['editor', 'reviewer'] as const).map((who) => autosave(who, id, { ...opened, title: `${who} ${round}` })),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const [kept] = answers.filter(({ status }) => status === 200)
      expect((await draftOf(id)).title).toBe(kept?.body.doc.title)
    }
  })

  it('is not refused because the server linked it again meanwhile', async () => {
    const id = await write({ body: paragraphs('Some have a quivering toe.') })
    const opened = await draftOf(id)
    const name = { name: 'Quivering toe', _status: 'published' }
    expect((await service.ask('reviewer', 'POST', '/api/symptoms', name)).status).toBe(201)
    await service.runJobs()
    expect((await draftOf(id)).symptoms).toHaveLength(1)
    const { body } = await autosave('editor', id, { title: 'Toes', updatedAt: opened.updatedAt })
    expect(body.errors).toBeUndefined()
  })

  it('holds for the vocabulary too, and not for who says nothing of what he has read', async () => {
    const made = await service.ask('reviewer', 'POST', '/api/remedies', { name: 'Cold water', _status: 'published' })
    const { id } = made.body.doc
    const { updatedAt } = await draftOf(id, 'reviewer', 'remedies')
    const change = (who: 'editor' | 'reviewer', data: object) =>
      service.ask(who, 'PATCH', `/api/remedies/${id}?draft=true`, data)
    expect((await change('reviewer', { cautions: 'Not too cold.', updatedAt })).status).toBe(200)
    const { status, body } = await change('editor', { cautions: 'None.', updatedAt })
    expect([status, body.errors[0].data.by]).toEqual([409, 'The reviewer'])
    expect((await change('editor', { cautions: 'None.' })).status).toBe(200)
  })

  it('holds for the settings of the organisation, from their first save on', async () => {
    const colleague = { email: 'berta@example.org', password }
    const made = await service.ask('admin', 'POST', '/api/users', { ...colleague, name: 'Berta', role: 'admin' })
    expect(made.status).toBe(201)
    const { token } = (await service.ask('stranger', 'POST', '/api/users/login', colleague)).body
    const settings = async () => (await service.ask('admin', 'GET', '/api/globals/organisation')).body
    const save = (who: 'admin' | 'berta', data: object) =>
      who === 'admin'
        ? service.ask('admin', 'POST', '/api/globals/organisation', data)
        : service.ask('stranger', 'POST', '/api/globals/organisation', data, { authorization: `JWT ${token}` })
    expect([unsaved.updatedAt, firstSave.status]).toEqual([null, 200])
    const { status, body } = await save('berta', { review: { cycleMonths: 6 }, updatedAt: unsaved.updatedAt })
    const at = firstSave.body.result.updatedAt
    expect([status, body.errors[0].data]).toMatchObject([409, { code: 'conflict', by: 'The admin', at }])
    expect(await settings()).toMatchObject({ updatedAt: at, review: { cycleMonths: 12 } })

    // His own second window is one too: nothing here is saved by itself.
    const own = await save('admin', { review: { cycleMonths: 6 }, updatedAt: unsaved.updatedAt })
    expect([own.status, own.body.errors[0].message]).toEqual([409, expect.stringMatching(/^You saved this in another/)])
    for (let round = 0; round < 3; round++) {
      const { updatedAt } = await settings()
      const cycles = { admin: 20 + round, berta: 30 + round }
      const answers = await Promise.all(
        (['admin', 'berta'] as const).map((who) => save(who, { review: { cycleMonths: cycles[who] }, updatedAt })),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const [kept] = answers.filter(({ status }) => status === 200)
      expect((await settings()).review.cycleMonths).toBe(kept?.body.result.review.cycleMonths)
    }
    expect((await save('berta', { review: { cycleMonths: 12 } })).status).toBe(200)
  })

  it('GraphQL answers the same', async () => {
    const id = await write()
    const { updatedAt } = await draftOf(id)
    await autosave('reviewer', id, { title: 'One', updatedAt })
    const { body } = await service.graphql(
      'editor',
      'mutation ($id: String!, $data: mutationArticleUpdateInput!) { updateArticle(id: $id, data: $data, draft: true) { id } }',
      { id, data: { title: 'Two', updatedAt } },
    )
    expect(body.errors[0].extensions).toMatchObject({ code: 'CONFLICT', data: { by: 'The reviewer' } })
  })
})
