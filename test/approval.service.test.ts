import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../src/editorial/preflight/checkArticle'
import { schedulePublication } from './schedulePublication'
import { describeService, type Name, paragraphs, type Service, startService } from './startService'

/** Roads to publication by where the review stands; what else preflight finds is switched off. */
describeService('What nobody approved', () => {
  let service: Service

  beforeAll(async () => {
    service = await startService({ blocking: ['not-approved'] })
  })
  afterAll(() => service?.close())

  const post = (who: Name, path: string, body?: object) => service.ask(who, 'POST', `/api/${path}`, body)
  const patch = (who: Name, path: string, body: object) => service.ask(who, 'PATCH', `/api/${path}`, body)
  const act = async (who: Name, id: string, action: string, locale = 'en') => {
    const { status, body } = await post(who, `articles/${id}/review`, { action, locale, note: 'Why.' })
    expect(status, JSON.stringify(body)).toBe(200)
  }
  const words = { title: 'Legs', body: paragraphs('Rest your legs.') }
  const isPublic = async (id: string) => (await service.ask('stranger', 'GET', `/api/articles/${id}`)).status === 200
  const blocked = (body: { errors?: { data?: { findings: Finding[] } }[] }) =>
    body.errors?.[0]?.data?.findings.filter(({ blocking }) => blocking).map(({ code, locale }) => `${code} ${locale}`)

  /** Leaves an article as a review would. */
  const states: Record<string, (id: string) => Promise<unknown>> = {
    'never submitted': async () => undefined,
    'in review': (id) => act('editor', id, 'submit'),
    'sent back': async (id) => {
      await act('editor', id, 'submit')
      await act('reviewer', id, 'send-back')
    },
    'sent back after its approval': async (id) => {
      await act('editor', id, 'submit')
      await act('reviewer', id, 'approve')
      await act('reviewer', id, 'send-back')
    },
    'edited after its approval': async (id) => {
      await act('editor', id, 'submit')
      await act('reviewer', id, 'approve')
      await patch('editor', `articles/${id}?draft=true`, { summary: 'More.' })
    },
    approved: async (id) => {
      await act('editor', id, 'submit')
      await act('reviewer', id, 'approve')
    },
  }

  /** Each publishes what stands in the newest draft. */
  const roads: Record<string, (who: 'admin' | 'reviewer', id: string) => Promise<unknown>> = {
    'by REST': (who, id) => patch(who, `articles/${id}`, { _status: 'published' }),
    'by REST as a draft': (who, id) => patch(who, `articles/${id}?draft=true`, { _status: 'published' }),
    'by a filter': (who, id) => patch(who, `articles?where[id][equals]=${id}&draft=true`, { _status: 'published' }),
    'in one language': (who, id) => patch(who, `articles/${id}?publishSpecificLocale=en`, { _status: 'published' }),
    'by GraphQL': (who, id) =>
      service.graphql(who, 'mutation ($id: String!) { updateArticle(id: $id, data: { _status: published }) { id } }', {
        id,
      }),
    'on schedule': async (who, id) => {
      await schedulePublication(service, who, id)
      await service.runJobs()
    },
    'by the version that is the draft': async (who, id) => {
      const { docs } = (
        await service.ask('admin', 'GET', `/api/articles/versions?where[parent][equals]=${id}&sort=-updatedAt`)
      ).body
      await post(who, `articles/versions/${docs[0].id}`)
      await patch(who, `articles/${id}`, { _status: 'published' })
    },
    'from the trash': async (who, id) => {
      await patch('admin', `articles/${id}`, { deletedAt: new Date().toISOString() })
      await patch(who, `articles/${id}?trash=true`, { deletedAt: null, _status: 'published' })
    },
  }

  describe.each(Object.keys(states))('%s', (state) => {
    // administrators are asked for no less: told once for each road
    const askers = state === 'never submitted' ? (['admin', 'reviewer'] as const) : (['reviewer'] as const)
    it.each(Object.keys(roads).flatMap((road) => askers.map((who) => [road, who] as const)))(
      `%s, as %s: ${state === 'approved' ? 'is published' : 'is not published'}`,
      async (road, who) => {
        const { id } = (await post('editor', 'articles?draft=true', words)).body.doc
        await states[state]?.(id)
        await roads[road]?.(who, id)
        expect(await isPublic(id)).toBe(state === 'approved')
      },
    )
  })

  it.each(['admin', 'reviewer'] as const)(
    'is not created published by %s, and nobody copies an approval',
    async (who) => {
      const created = await post(who, 'articles', { ...words, _status: 'published' })
      expect([created.status, blocked(created.body)]).toEqual([400, ['not-approved en']])
      const { id } = (await post('editor', 'articles?draft=true', words)).body.doc
      await states.approved?.(id)
      const copied = await post(who, `articles/${id}/duplicate?draft=false`, { _status: 'published' })
      expect([copied.status, blocked(copied.body)]).toEqual([400, ['not-approved en']])
    },
  )

  it('is not brought in with what is sent to publish an approved text', async () => {
    const { id } = (await post('editor', 'articles?draft=true', words)).body.doc
    await states.approved?.(id)
    const { status, body } = await patch('reviewer', `articles/${id}`, { title: 'Arms', _status: 'published' })
    expect([status, blocked(body)]).toEqual([400, ['not-approved en']])
    expect((await patch('reviewer', `articles/${id}`, { license: 'CC BY 4.0', _status: 'published' })).status).toBe(200)
    // what readers have is held to it too
    expect((await patch('reviewer', `articles/${id}`, { title: 'Arms' })).status).toBe(400)
    expect((await service.ask('stranger', 'GET', `/api/articles/${id}`)).body.title).toBe('Legs')
  })

  it('in one language does not come along with another that is approved', async () => {
    const { id } = (await post('editor', 'articles?draft=true', words)).body.doc
    await states.approved?.(id)
    const spanish = { title: 'Piernas', body: paragraphs('Descanse.'), localeStatus: 'ready' }
    await patch('editor', `articles/${id}?locale=es&draft=true`, spanish)
    const all = await patch('reviewer', `articles/${id}`, { _status: 'published' })
    expect([all.status, blocked(all.body)]).toEqual([400, ['not-approved es']])
    expect((await patch('reviewer', `articles/${id}?publishSpecificLocale=en`, { _status: 'published' })).status).toBe(
      200,
    )
    const alone = await patch('reviewer', `articles/${id}?locale=es&publishSpecificLocale=es`, { _status: 'published' })
    expect([alone.status, blocked(alone.body)]).toEqual([400, ['not-approved es']])
    expect((await service.ask('stranger', 'GET', `/api/articles/${id}?locale=es`)).body.title).toBe('Legs')

    await act('editor', id, 'submit', 'es')
    await act('reviewer', id, 'approve', 'es')
    expect((await patch('reviewer', `articles/${id}`, { _status: 'published' })).status).toBe(200)
    expect((await service.ask('stranger', 'GET', `/api/articles/${id}?locale=es`)).body.title).toBe('Piernas')
  })

  it('may be withdrawn, thrown away and recalled', async () => {
    const { id } = (await post('editor', 'articles?draft=true', words)).body.doc
    await states.approved?.(id)
    await patch('reviewer', `articles/${id}`, { _status: 'published' })
    await act('reviewer', id, 'send-back')
    const recall = { kind: 'recalled', reason: 'It is wrong.' }
    expect((await patch('reviewer', `articles/${id}`, { recall, _status: 'published' })).status).toBe(200)
    expect((await patch('reviewer', `articles/${id}`, { _status: 'draft' })).status).toBe(200)
    expect(await isPublic(id)).toBe(false)
  })

  it("is the server's own to publish: starter content and imports by command", async () => {
    const { id } = await service.payload.create({
      collection: 'articles',
      data: { ...words, title: 'Starter', _status: 'published' },
      overrideAccess: true,
    })
    expect(await isPublic(id)).toBe(true)
  })

  it('is mere advice where the organisation says so', async () => {
    const block = (blocking: string[]) => post('admin', 'globals/organisation', { preflight: { blocking } })
    await block([])
    try {
      const { id } = (await post('editor', 'articles?draft=true', words)).body.doc
      const { findings } = (await post('editor', 'preflight', { id, locale: 'en' })).body
      expect(findings).toContainEqual(expect.objectContaining({ code: 'not-approved', blocking: false, locale: 'en' }))
      expect((await patch('reviewer', `articles/${id}`, { _status: 'published' })).status).toBe(200)
    } finally {
      await block(['not-approved'])
    }
  })
})
