import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { schedulePublication } from './schedulePublication'
import { describeService, type Name, paragraphs, type Service, startService } from './startService'
import { picture, uploadForm } from './uploadForm'

const names = ['admin', 'reviewer', 'editor', 'api', 'stranger'] as const

interface Entry {
  id: string
  action: string
  actorName: string
  actorRole: string
  title: string
  locale: string
  detail: string
}

describeService('The history', () => {
  let service: Service
  let people: Service['people']

  beforeAll(async () => {
    service = await startService()
    people = service.people
  })
  afterAll(() => service?.close())

  const post = async (who: Name, path: string, body?: object) =>
    (await service.ask(who, 'POST', `/api/${path}`, body)).body
  const patch = (who: Name, path: string, body: object) => service.ask(who, 'PATCH', `/api/${path}`, body)
  const historyOf = async (document: string, who: Name = 'admin'): Promise<Entry[]> =>
    (await service.ask(who, 'GET', `/api/audit?where[document][equals]=${document}&sort=id&limit=100`)).body.docs
  const told = async (document: string) =>
    (await historyOf(document)).map(({ action, actorName }) => `${actorName}: ${action}`)
  const article = (title = 'Legs at night') => ({ title, body: paragraphs('Some words on legs.') })

  it('tells who made, changed, published, recalled, withdrew, trashed, restored and deleted an article', async () => {
    const { id } = (await post('editor', 'articles?draft=true', article())).doc
    await patch('reviewer', `articles/${id}?draft=true`, { summary: 'In short.' })
    await patch('reviewer', `articles/${id}`, { _status: 'published' })
    await patch('editor', `articles/${id}?draft=true`, { title: 'Legs' })
    await patch('admin', `articles/${id}`, { _status: 'published' })
    await patch('reviewer', `articles/${id}`, {
      _status: 'published',
      recall: { kind: 'recalled', reason: 'It was wrong.' },
    })
    await patch('admin', `articles/${id}`, { _status: 'draft' })
    await patch('admin', `articles/${id}`, { deletedAt: new Date().toISOString() })
    await patch('admin', `articles/${id}?trash=true`, { deletedAt: null })
    await service.ask('admin', 'DELETE', `/api/articles/${id}`)
    expect(await told(id)).toEqual([
      'The editor: created',
      'The reviewer: changed',
      'The reviewer: published',
      'The editor: changed',
      'The admin: published',
      'The reviewer: recalled',
      'The admin: withdrawn',
      'The admin: trashed',
      'The admin: restored',
      'The admin: deleted',
    ])
    const [, changed] = await historyOf(id)
    expect(changed).toMatchObject({ actorRole: 'reviewer', title: 'Legs at night', locale: 'en', detail: 'summary' })
  })

  it('holds names of fields and never what stands in them', async () => {
    const { id } = (await post('editor', 'articles', { ...article(), internalNotes: 'between ourselves' })).doc
    await patch('reviewer', `articles/${id}`, {
      summary: 'a secret of the text',
      references: [{ citation: 'Some study' }],
    })
    const text = JSON.stringify(await historyOf(id))
    expect(text).toContain('Legs at night')
    expect(text).toContain('summary, references')
    expect(text).not.toMatch(/between ourselves|secret of the text|Some study|words on legs/)
  })

  it('has one entry for a session of writing, and a new one once something else happened', async () => {
    const { id } = (await post('editor', 'articles?draft=true', article())).doc
    for (let at = 0; at < 5; at++)
      await patch('editor', `articles/${id}?draft=true&autosave=true`, { summary: `Words ${at}` })
    await patch('reviewer', `articles/${id}?draft=true&autosave=true`, { summary: 'Other words' })
    for (let at = 0; at < 3; at++)
      await patch('editor', `articles/${id}?draft=true&autosave=true`, { summary: `More ${at}` })
    await patch('editor', `articles/${id}?draft=true&autosave=true`, { summary: 'More 2' })
    await patch('editor', `articles/${id}?draft=true&autosave=true&locale=es`, { title: 'Piernas' })
    expect(await told(id)).toEqual([
      'The editor: created',
      'The reviewer: changed',
      'The editor: changed',
      'The editor: changed',
    ])
    expect((await historyOf(id)).map(({ locale }) => locale)).toEqual(['en', 'en', 'en', 'es'])
  })

  it('begins a new session after half an hour', async () => {
    const { id } = (await post('editor', 'articles?draft=true', article())).doc
    await patch('editor', `articles/${id}?draft=true`, { summary: 'One' })
    expect(await told(id)).toEqual(['The editor: created'])
    vi.setSystemTime(Date.now() + 31 * 60_000)
    try {
      const answer = await patch('editor', `articles/${id}?draft=true`, { summary: 'Two' })
      expect(answer).toMatchObject({ status: 200 })
    } finally {
      vi.useRealTimers()
    }
    expect(await told(id)).toEqual(['The editor: created', 'The editor: changed'])
  })

  it('tells of an old version that was put back', async () => {
    const { id } = (await post('editor', 'articles', article())).doc
    await patch('reviewer', `articles/${id}`, { title: 'Other' })
    const { docs } = (
      await service.ask('admin', 'GET', `/api/articles/versions?where[parent][equals]=${id}&sort=createdAt`)
    ).body
    await post('admin', `articles/versions/${docs[0].id}?draft=true`)
    expect((await told(id)).at(-1)).toBe('The admin: reverted')
  })

  it('tells of bulk edits, document by document', async () => {
    const ids: string[] = []
    for (let at = 0; at < 3; at++) ids.push((await post('editor', 'articles', article(`Bulk ${at}`))).doc.id)
    await patch('admin', `articles?where[id][in]=${ids.join(',')}`, { _status: 'published' })
    for (const id of ids) expect(await told(id)).toEqual(['The editor: created', 'The admin: published'])
  })

  it('tells of the vocabulary, of clinics, pictures and webhooks', async () => {
    const { id: symptom } = (await post('editor', 'symptoms', { name: 'Tingling' })).doc
    await patch('reviewer', `symptoms/${symptom}`, { synonyms: ['pins and needles'], _status: 'published' })
    expect(await told(symptom)).toEqual(['The editor: created', 'The reviewer: published'])
    const { id: clinic } = (await post('editor', 'clinics', { name: 'Riverside' })).doc
    await patch('editor', `clinics/${clinic}?draft=true`, { phone: '555 0100' })
    expect(await told(clinic)).toEqual(['The editor: created'])
    const { id: media } = (await post('editor', 'media', uploadForm(await picture('png'), 'a.png'))).doc
    await patch('reviewer', `media/${media}`, { alt: 'Two legs' })
    expect(await told(media)).toEqual(['The editor: created', 'The reviewer: changed'])
    const { id: hook } = (await post('admin', 'webhooks', { name: 'Site', url: 'https://example.org/' })).doc
    await service.ask('admin', 'DELETE', `/api/webhooks/${hook}`)
    expect(await told(hook)).toEqual(['The admin: created', 'The admin: deleted'])
    expect(JSON.stringify(await historyOf(hook))).not.toContain('whsec_')
  })

  it("tells of the organisation's settings", async () => {
    await post('admin', 'globals/organisation', { review: { cycleMonths: 18 } })
    const entries = await historyOf('organisation')
    expect(entries.at(-1)).toMatchObject({ action: 'changed', actorName: 'The admin', detail: 'review.cycleMonths' })
  })

  it('tells of people, of a change of role and of the keys of apps, and no key', async () => {
    const person = { email: 'new@example.org', password: 'a-long-enough-password', name: 'Nora', role: 'editor' }
    const { id } = (await post('admin', 'users', person)).doc
    await patch('admin', `users/${id}`, { role: 'reviewer' })
    await patch('admin', `users/${id}`, { enableAPIKey: true, apiKey: 'first-secret-key' })
    await patch('admin', `users/${id}`, { apiKey: 'second-secret-key' })
    await patch('admin', `users/${id}`, { enableAPIKey: false })
    await patch('admin', `users/${id}`, { name: 'Nora B', password: 'another-long-password' })
    await post('stranger', 'users/login', { email: person.email, password: 'another-long-password' })
    await service.ask('admin', 'DELETE', `/api/users/${id}`)
    const entries = await historyOf(id)
    expect(entries.map(({ action, detail }) => `${action} ${detail}`.trim())).toEqual([
      'created editor',
      'role-changed editor → reviewer',
      'key-created',
      'key-replaced',
      'key-removed',
      expect.stringMatching(/^changed (name|password), (name|password)$/),
      'deleted',
    ])
    expect(JSON.stringify(entries)).not.toMatch(/secret-key|long-password|example\.org/)
  })

  it('keeps the name of somebody who is gone', async () => {
    const person = { email: 'gone@example.org', password: 'a-long-enough-password', name: 'Gone', role: 'editor' }
    const { id: user } = (await post('admin', 'users', person)).doc
    const { token } = await service.payload.login({ collection: 'users', data: person })
    const headers = { authorization: `JWT ${token}` }
    const { doc } = (await service.ask('stranger', 'POST', '/api/articles?draft=true', article(), headers)).body
    await service.ask('admin', 'DELETE', `/api/users/${user}`)
    expect(await told(doc.id)).toEqual(['Gone: created'])
  })

  it('tells of a schedule, of one that was taken back and of one that was not kept', async () => {
    const { id } = (await post('editor', 'articles', article())).doc
    const later = await schedulePublication(service, 'editor', id, { type: 'unpublish', at: new Date('2099-01-01') })
    await service.payload.delete({
      collection: 'payload-jobs',
      where: { id: { equals: later.id } },
      overrideAccess: true,
    })
    await schedulePublication(service, 'editor', id)
    await service.runJobs()
    expect(await told(id)).toEqual([
      'The editor: created',
      'The editor: scheduled',
      'The editor: unscheduled',
      'The editor: scheduled',
      'Saphena: schedule-refused',
    ])
    const [, scheduled, , , refused] = await historyOf(id)
    expect(scheduled?.detail).toBe('withdrawal at 2099-01-01T00:00:00.000Z')
    expect(refused?.detail).toContain('not allowed')
  })

  it('tells in the article who shared its draft, and who ended that', async () => {
    const { id } = (await post('editor', 'articles?draft=true', article())).doc
    const share = async () =>
      (await service.ask('editor', 'POST', '/api/draft-shares/share', { article: id, locale: 'es', days: 1 })).body
    const [revoked, deleted] = [await share(), await share()]
    await service.ask('stranger', 'GET', revoked.url) // which is nobody's doing
    await service.ask('reviewer', 'POST', `/api/draft-shares/${revoked.id}/revoke`)
    for (const each of [revoked, deleted]) await service.ask('admin', 'DELETE', `/api/draft-shares/${each.id}`)
    expect(await told(id)).toEqual([
      'The editor: created',
      'The editor: shared',
      'The editor: shared',
      'The reviewer: share-revoked',
      'The admin: share-revoked',
    ])
    const entries = await historyOf(id)
    expect(entries[1]).toMatchObject({ locale: 'es', title: 'Legs at night', detail: `until ${revoked.expiresAt}` })
    expect(JSON.stringify(entries)).not.toContain(revoked.url.split('/').at(-1))
  })

  it('says nothing of a change that was not made', async () => {
    const { id } = (await post('reviewer', 'articles', { ...article(), _status: 'published' })).doc
    const before = await told(id)
    expect((await patch('editor', `articles/${id}`, { title: 'Taken over' })).status).toBe(403)
    expect((await patch('admin', `articles/${id}`, { title: '' })).status).toBe(400)
    expect(await told(id)).toEqual(before)
  })

  describe('cannot be changed', () => {
    let entry = ''
    beforeAll(async () => {
      const { id } = (await post('editor', 'articles', article('Kept'))).doc
      entry = (await historyOf(id))[0]?.id as string
    })
    const same = async () => {
      const { body } = await service.ask('admin', 'GET', `/api/audit/${entry}`)
      expect(body).toMatchObject({ id: entry, action: 'created', title: 'Kept', actorName: 'The editor' })
    }
    const forged = { action: 'approved', collection: 'articles', document: 'x', actorName: 'Nobody', at: '2027-01-01' }
    const rest: [string, (who: Name) => Promise<{ status: number }>][] = [
      ['made', (who) => service.ask(who, 'POST', '/api/audit', forged)],
      ['changed', (who) => service.ask(who, 'PATCH', `/api/audit/${entry}`, { actorName: 'Nobody' })],
      [
        'changed in bulk',
        (who) => service.ask(who, 'PATCH', '/api/audit?where[id][exists]=true', { actorName: 'Nobody' }),
      ],
      ['deleted', (who) => service.ask(who, 'DELETE', `/api/audit/${entry}`)],
      ['deleted in bulk', (who) => service.ask(who, 'DELETE', '/api/audit?where[id][exists]=true')],
      ['duplicated', (who) => service.ask(who, 'POST', `/api/audit/${entry}/duplicate`, {})],
      [
        'changed by another method',
        (who) =>
          service.ask(
            who,
            'POST',
            `/api/audit/${entry}`,
            { actorName: 'N' },
            { 'x-payload-http-method-override': 'PATCH' },
          ),
      ],
    ]
    it.each(rest.flatMap(([what, attempt]) => names.map((who) => [what, who, attempt] as const)))(
      'entries are not %s by %s over REST',
      async (_, who, attempt) => {
        expect((await attempt(who)).status).toBeGreaterThanOrEqual(400)
        await same()
      },
    )

    it.each([
      'mutation { deleteAudit(id: "x") { id } }',
      'mutation { updateAudit(id: "x", data: {}) { id } }',
      'mutation { createAudit(data: {}) { id } }',
      '{ Audits { docs { id } } }',
    ])('nor reached by GraphQL: %s', async (query) => {
      const { body } = await service.graphql('admin', query)
      expect(body.data ?? null).toBeNull()
      expect(body.errors.length).toBeGreaterThan(0)
    })

    it('nor touched by the Local API, with an administrator or past all access', async () => {
      const { payload } = service
      const user = {
        ...(await payload.findByID({ collection: 'users', id: people.admin, overrideAccess: true })),
        collection: 'users' as const,
      }
      const where = { id: { exists: true } }
      for (const how of [{ user, overrideAccess: false }, { user, overrideAccess: true }, { overrideAccess: true }]) {
        const data = { actorName: 'Nobody' }
        const attempts: Promise<unknown>[] = [
          payload.update({ collection: 'audit', id: entry, data, ...how }),
          payload.update({ collection: 'audit', where, data, ...how }),
          payload.delete({ collection: 'audit', id: entry, ...how }),
          payload.delete({ collection: 'audit', where, ...how }),
          payload.create({ collection: 'audit', data: forged as never, ...how }),
          payload.duplicate({ collection: 'audit', id: entry, ...how }),
        ]
        for (const { status } of await Promise.allSettled(attempts)) expect(status).toBe('rejected')
      }
      await same()
    })
  })

  describe('is read', () => {
    it.each([
      ['admin', 200],
      ['reviewer', 200],
      ['editor', 200],
      ['api', 403],
      ['stranger', 403],
    ] as const)('by %s: %i', async (who, status) => {
      expect((await service.ask(who, 'GET', '/api/audit')).status).toBe(status)
    })

    it('by administrators alone where it is about people and keys', async () => {
      const path = '/api/audit?where[collection][in]=users,webhooks'
      expect((await service.ask('admin', 'GET', path)).body.totalDocs).toBeGreaterThan(0)
      for (const who of ['reviewer', 'editor'] as const)
        expect((await service.ask(who, 'GET', path)).body.totalDocs).toBe(0)
    })

    it('in pages of bounded length', async () => {
      expect((await service.ask('admin', 'GET', '/api/audit?limit=1000000')).status).toBe(400)
    })
  })

  describe('is exported', () => {
    const csv = (who: Name, query = '') => service.ask(who, 'GET', `/api/audit.csv${query}`)

    it.each([
      ['admin', 200],
      ['reviewer', 200],
      ['editor', 403],
      ['api', 403],
      ['stranger', 401],
    ] as const)('by %s: %i', async (who, status) => {
      expect((await csv(who)).status).toBe(status)
    })

    it('as CSV, with ISO dates, as far as one may read it, and nothing that a spreadsheet would run', async () => {
      const { id } = (await post('editor', 'articles?draft=true', article('=HYPERLINK("https://example.org","legs")')))
        .doc
      const { body, headers } = await csv('reviewer', `?where[document][equals]=${id}`)
      expect(headers.get('content-type')).toContain('text/csv')
      expect(headers.get('cache-control')).toBe('no-store')
      const [head, line, end, ...rest] = (body as string).replace('\uFEFF', '').split('\r\n')
      expect(head).toBe('at,actorName,actorRole,action,collection,title,locale,detail,document')
      expect(line).toMatch(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z,The editor,editor,created,articles,"'=HYPERLINK\(""https/,
      )
      expect([end, rest]).toEqual(['', []])
      expect((await csv('reviewer')).body).not.toContain(',users,')
      expect((await csv('admin')).body).toContain(',users,')
    })

    it('whole, also where it is longer than one page', async () => {
      const { db } = service.payload
      const { docs } = await db.find<Record<string, unknown>>({ collection: 'audit', limit: 1, pagination: false })
      for (let at = 0; at < 1_050; at++) {
        const id = `ffff${String(at).padStart(6, '0')}`
        await db.create({ collection: 'audit', data: { ...docs[0], id, document: 'many' } })
      }
      const lines = (await csv('admin', '?where[document][equals]=many')).body.trim().split('\r\n')
      expect(lines.length).toBe(1 + 1_050)
    })

    it('not by a filter that cannot be read', async () => {
      expect((await csv('admin', '?where[nothing][equals]=1')).status).toBe(400)
    })
  })
})
