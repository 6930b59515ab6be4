import { schedulePublishHandler } from '@payloadcms/ui/utilities/schedulePublishHandler'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { schedulePublication } from './schedulePublication'
import {
  type Answer,
  describeService,
  type Name,
  paragraphs,
  password,
  type Service,
  startService,
} from './startService'
import { picture, uploadForm } from './uploadForm'

const names = ['admin', 'reviewer', 'editor', 'api', 'stranger'] as const

describeService('What each role may do', () => {
  let service: Service
  let people: Service['people']

  beforeAll(async () => {
    service = await startService()
    people = service.people
  })
  afterAll(() => service?.close())

  let next = 1
  const published = { _status: 'published' }
  const trashed = { deletedAt: '2027-01-01T00:00:00.000Z' }
  const get = (who: Name, path: string) => service.ask(who, 'GET', `/api/${path}`)
  const post = (who: Name, path: string, data?: object) => service.ask(who, 'POST', `/api/${path}`, data)
  const patch = (who: Name, path: string, data: object) => service.ask(who, 'PATCH', `/api/${path}`, data)
  const remove = (who: Name, path: string) => service.ask(who, 'DELETE', `/api/${path}`)

  /** Rows of a table: the statuses that `names` are answered, in their order, and what they try. */
  function tryAll(rows: Record<string, (who: Name) => Promise<Answer>>) {
    for (const [row, attempt] of Object.entries(rows)) {
      const [, statuses = '', action] = /^((?:\d+ )+) *(.*)$/.exec(row) ?? []
      const expected = statuses.trim().split(' ').map(Number)
      it.each(names.map((who, at) => [who, expected[at]] as const))(`${action} as %s: %i`, async (who, status) => {
        expect((await attempt(who)).status).toBe(status)
      })
    }
  }

  describe.each([
    ['articles', () => ({ title: 'Cramps at night', body: paragraphs('Words.') }), { title: 'Changed' }],
    // a name of its own each time: another entry's would be refused
    ['symptoms', () => ({ name: `Tingling ${next++}` }), { description: 'Changed' }],
  ])('%s', (at, fresh, edit) => {
    /** A new one each time, so that no attempt sees what another one left. */
    const make = async (data?: object) => `${at}/${(await post('reviewer', at, { ...fresh(), ...data })).body.doc.id}`
    const draft = () => make()
    const live = () => make(published)
    const oldVersion = async () => {
      const [, id] = (await live()).split('/')
      return `${at}/versions/${(await get('admin', `${at}/versions?where[parent][equals]=${id}`)).body.docs[0].id}`
    }
    tryAll({
      '201 201 201 403 403 create a draft': (who) => post(who, `${at}?draft=true`, fresh()),
      '201 201 201 403 403 create it complete': (who) => post(who, at, fresh()),
      '201 201 403 403 403 create it published': (who) => post(who, at, { ...fresh(), ...published }),
      '200 200 200 403 403 edit a draft': async (who) => patch(who, `${await draft()}?draft=true`, edit),
      '200 200 403 403 403 publish': async (who) => patch(who, await draft(), published),
      '200 200 403 403 403 publish as a draft': async (who) => patch(who, `${await draft()}?draft=true`, published),
      '200 200 403 403 403 publish by a filter': async (who) =>
        patch(who, (await draft()).replace('/', '?where[id][equals]='), published),
      '200 200 403 403 403 change what readers see': async (who) => patch(who, await live(), edit),
      '200 200 200 403 403 prepare a change': async (who) => patch(who, `${await live()}?draft=true`, edit),
      '200 200 403 403 403 withdraw': async (who) => patch(who, await live(), { _status: 'draft' }),
      '200 200 200 403 403 put a draft in the trash': async (who) => patch(who, await draft(), trashed),
      '200 200 403 403 403 trash what readers see': async (who) => patch(who, await live(), trashed),
      '200 403 403 403 403 delete for good': async (who) => remove(who, await draft()),
      '200 200 200 404 404 read a draft': async (who) => get(who, await draft()),
      '200 200 200 200 200 read what is published': async (who) => get(who, await live()),
      '200 200 200 403 403 read the history': (who) => get(who, `${at}/versions`),
      '200 200 403 403 403 put an old version back': async (who) => post(who, await oldVersion()),
    })
  })

  it.each([
    ['admin', 'published'],
    ['reviewer', 'published'],
    ['editor', 'draft'],
  ] as const)('a publication that %s schedules leaves it %s', async (who, status) => {
    const article = { title: 'Scheduled', body: paragraphs('Words.') }
    const { id } = (await post('editor', 'articles', article)).body.doc
    await schedulePublication(service, who, id)
    await service.runJobs()
    expect((await get('admin', `articles/${id}`)).body._status).toBe(status)
  })

  it.each([
    ['admin', 'reviewer', false],
    ['reviewer', 'admin', false],
    ['editor', 'reviewer', true],
    ['editor', 'editor', false],
    ['reviewer', 'editor', false],
  ] as const)('%s takes back what %s scheduled, and it is still there: %s', async (who, whose, kept) => {
    const { id } = (await post('editor', 'articles', { title: 'Scheduled', body: paragraphs('Words.') })).body.doc
    const { payload } = service
    const job = await schedulePublication(service, whose, id, { at: new Date('2099-01-01') })
    const user = await payload.findByID({ collection: 'users', id: people[who], overrideAccess: true })
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
    // As the drawer beside an article asks; what is refused there Payload notes in the log.
    const noted = vi.spyOn(payload.logger, 'error').mockImplementation(() => {})
    await schedulePublishHandler({ deleteID: job.id, req } as never)
    expect(noted.mock.calls.length > 0).toBe(kept)
    noted.mockRestore()
    const where = { id: { equals: job.id } }
    const { totalDocs } = await payload.count({ collection: 'payload-jobs', where, overrideAccess: true })
    expect(totalDocs).toBe(kept ? 1 : 0)
  })

  it.each(names)('lets %s neither run nor queue jobs over the network', async (who) => {
    expect([401, 403]).toContain((await get(who, 'payload-jobs/run')).status)
    const job = { taskSlug: 'schedulePublish', input: { type: 'publish', doc: { relationTo: 'articles', value: 'x' } } }
    expect((await post(who, 'payload-jobs', job)).status).toBe(403)
  })

  describe('media', () => {
    const add = async (who: Name) => post(who, 'media', uploadForm(await picture('png'), 'a.png'))
    const hidden = async () => `media/${(await add('reviewer')).body.doc.id}`
    const shown = async () => {
      const path = await hidden()
      const article = { title: 'With a picture', body: paragraphs('Look.'), hero: path.split('/')[1], ...published }
      await post('reviewer', 'articles', article)
      return path
    }
    const alt = { alt: 'Other words' }
    tryAll({
      '201 201 201 403 403 add a picture': add,
      '200 200 200 404 404 read one that nothing shows': async (who) => get(who, await hidden()),
      '200 200 200 200 200 read one that readers see': async (who) => get(who, await shown()),
      '200 200 200 403 403 change one that nothing shows': async (who) => patch(who, await hidden(), alt),
      '200 200 403 403 403 change one that readers see': async (who) => patch(who, await shown(), alt),
      '200 200 200 403 403 delete one that nothing shows': async (who) => remove(who, await hidden()),
      '200 403 403 403 403 delete one that readers see': async (who) => remove(who, await shown()),
    })
  })

  describe('users', () => {
    let made = 0
    const person = () => ({ email: `new${++made}@example.org`, password, name: 'New', role: 'editor' })
    const another = async () => `users/${(await post('admin', 'users', person())).body.doc.id}`
    tryAll({
      '201 403 403 403 403 add somebody': (who) => post(who, 'users', person()),
      '200 200 200 404 403 read colleagues': (who) => get(who, `users/${people.admin}`),
      '200 403 403 403 403 rename somebody': async (who) => patch(who, await another(), { name: 'Other' }),
      '200 403 403 403 403 change a password': async (who) => patch(who, await another(), { password: 'taken-over' }),
      '200 403 403 403 403 delete somebody': async (who) => remove(who, await another()),
      '200 403 403 403 403 unlock somebody': (who) => post(who, 'users/unlock', { email: 'api@example.org' }),
      '403 403 403 403 403 register first': (who) => post(who, 'users/first-register', { ...person(), role: 'admin' }),
    })

    it.each(['reviewer', 'editor', 'api'] as const)('%s renames himself and stays what he is', async (who) => {
      const mine = `users/${people[who]}`
      const email = `${who}@example.com`
      await patch(who, mine, { name: 'Me', role: 'admin', email, enableAPIKey: true, apiKey: 'my-own-key' })
      const { body } = await get('admin', mine)
      expect(body).toMatchObject({ name: 'Me', role: who, email: `${who}@example.org`, hasAPIKey: false })
    })

    it('shows the key of an app to nobody, and that there is one to administrators', async () => {
      const app = await another()
      await patch('admin', app, { role: 'api', enableAPIKey: true, apiKey: 'key-of-an-app' })
      for (const who of names) {
        const text = JSON.stringify((await get(who, app)).body)
        expect(text).not.toMatch(/key-of-an-app|apiKeyIndex/)
        expect([who, text.includes('"hasAPIKey":true')]).toEqual([who, who === 'admin'])
        expect([who, text.includes('@example.org')]).toEqual([who, who === 'admin'])
      }
    })

    it('lets an app with a key read what readers read, and write nothing', async () => {
      await patch('admin', await another(), { role: 'api', enableAPIKey: true, apiKey: 'key-of-a-reader' })
      const withKey = { authorization: 'users API-Key key-of-a-reader' }
      const words = { title: 'For an app', body: paragraphs('Words.') }
      const ids = []
      for (const state of [{}, published])
        ids.push((await post('reviewer', 'articles', { ...words, ...state })).body.doc.id)
      const read = (id: string) => service.ask('stranger', 'GET', `/api/articles/${id}?draft=true`, undefined, withKey)
      expect([(await read(ids[0])).status, (await read(ids[1])).status]).toEqual([404, 200])
      expect((await service.ask('stranger', 'POST', '/api/articles', words, withKey)).status).toBe(403)
    })
  })
})
