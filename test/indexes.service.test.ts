import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mongoOf } from '../src/database/mongoDatabase'
import { describeService, type Name, paragraphs, type Service, startService } from './startService'
import { watchMongo } from './watchMongo'
import { watchSqlite } from './watchSqlite'

const introduction = `# Indexes

What MongoDB has besides \`_id\`; SQLite has the same by its own names, and one more on the parent of each table of parts. They are made at
start, of fields that ask for one (\`collections/\`), of what Payload itself looks for, and by \`src/database/ownIndexes.ts\`. A test asks what the
product asks, and fails where an answer is found by reading all that there is.`

/** What grows with the content of an organisation, or with its use; the rest stays at some rows. */
const small = [/^payload[-_](migrations|jobs)/, /^organisation/, /^webhooks/, /^publish_cursors$/, /^users/, /^jargon/]

/** The product's own questions, each asked once: none of them may read all that there is to find a part of it. */
describeService('Indexes', () => {
  let service: Service
  const articles: string[] = []
  let symptom = ''
  /** A question that was refused has asked the database nothing. */
  const refused: [path: string, body: unknown][] = []

  beforeAll(async () => {
    service = await startService()
    const publish = async (collection: string, data: object): Promise<string> => {
      const { status, body } = await service.ask('admin', 'POST', `/api/${collection}`, {
        ...data,
        _status: 'published',
      })
      expect(status, JSON.stringify(body).slice(0, 300)).toBe(201)
      return body.doc.id
    }
    symptom = await publish('symptoms', {
      name: 'Dizziness',
      synonyms: ['giddiness'],
      codes: [{ system: 'icd-10-cm', code: 'R42', display: 'Dizziness' }],
    })
    await publish('symptoms', { name: 'Nosebleed' })
    await publish('remedies', { name: 'Rest' })
    await publish('clinics', { name: 'Clinic', latitude: 52, longitude: 13, timeZone: 'Europe/Berlin' })
    for (let number = 0; number < 14; number++)
      articles.push(
        await publish('articles', {
          title: `Article ${number}`,
          body: paragraphs(number < 2 ? 'Dizziness often passes with rest.' : 'Plain words.', `Number ${number}.`),
          references: [{ citation: 'A page', url: `https://example.org/${number}` }],
          nextReviewDue: new Date(Date.now() + number * 86_400_000).toISOString(),
        }),
      )
    await service.ask('admin', 'POST', '/api/webhooks', { name: 'Site', url: 'https://example.org/', enabled: true })
    await service.ask('admin', 'PATCH', `/api/articles/${articles[0]}`, { slug: 'moved-away', _status: 'published' })
    await service.runJobs()
  }, 120_000)
  afterAll(() => service?.close())

  const askAll = async (who: Name, paths: string[]) => {
    for (const path of paths) {
      const { status, body } = await service.ask(who, 'GET', path)
      if (status >= 400) refused.push([path, body])
    }
  }
  const write = async (who: Name, method: string, path: string, body?: object) => {
    const answer = await service.ask(who, method, path, body)
    if (answer.status >= 400) refused.push([path, answer.body])
    return answer.body
  }
  const reqOf = async (email: string): Promise<PayloadRequest> => {
    const { createLocalReq } = await import('payload')
    const { docs } = await service.payload.find({
      collection: 'users',
      where: { email: { equals: email } },
      overrideAccess: true,
    })
    return createLocalReq({ user: { ...docs[0], collection: 'users' } as never }, service.payload)
  }

  it('serve every question that the product asks', async () => {
    const isSqlite = service.payload.db.name === 'sqlite'
    const unindexed = isSqlite ? watchSqlite(service.payload) : watchMongo(service.payload)
    await readAsStrangers()
    await readAsStaff()
    await saveAndPublish()
    await watchOver()
    await workInBackground()

    const found = (await unindexed()).filter((each) => {
      const name = 'table' in each ? each.table : each.collection
      return !small.some((pattern) => pattern.test(name.replace(/^_/, '')))
    })
    expect(refused).toEqual([])
    expect(found).toEqual([])
  }, 240_000)

  it.runIf(process.env.TEST_DATABASE === 'mongodb')('are those that docs/indexes.md lists (-u writes it)', async () => {
    const { connection } = mongoOf(service.payload as never) as MongooseAdapter
    const rows: string[] = []
    for (const { name } of (await connection.db?.listCollections().toArray()) ?? []) {
      const indexes = await connection.collection(name).indexes()
      const shown = indexes
        .filter(({ key }) => Object.keys(key).join() !== '_id')
        .map(({ key, unique }) => `\`${Object.keys(key).join(', ')}\`${unique ? ' (unique)' : ''}`)
      if (shown.length > 0) rows.push(`- \`${name}\`: ${shown.sort().join(' · ')}`)
    }
    const list = `${introduction}\n\n${rows.sort().join('\n')}\n`
    await expect(list).toMatchFileSnapshot('../docs/indexes.md')
  })

  async function readAsStrangers() {
    await askAll('stranger', [
      '/api/articles?limit=5',
      '/api/articles?limit=5&page=2&sort=title&depth=2',
      '/api/articles?where[slug][equals]=article-1&locale=es',
      `/api/articles?where[symptoms][in]=${symptom}&sort=-updatedAt`,
      `/api/articles/${articles[1]}?depth=2`,
      '/api/articles/count',
      '/api/symptoms?where[slug][equals]=dizziness&joins[articles][limit]=3',
      '/api/remedies?sort=name',
      '/api/clinics?limit=3',
      '/v1/articles?limit=3',
      '/v1/articles?symptom=dizziness',
      '/v1/articles/article-1?include=html',
      '/v1/articles/article-2?locale=es',
      '/v1/symptoms',
      '/v1/symptoms/dizziness',
      '/v1/remedies/rest',
      '/v1/clinics',
      '/v1/clinics?near=52,13',
      '/v1/lookup?system=icd-10-cm&code=R42',
      '/v1/search?q=dizziness',
      '/v1/manifest',
      '/v1/sync?locale=en&limit=3',
      '/v1/bundle?locale=en',
    ])
    const moved = await service.ask('stranger', 'GET', '/v1/articles/article-0')
    expect(moved.status).toBe(301)
    for (const query of [
      '{ Articles(limit: 3, sort: "-updatedAt") { totalDocs docs { title symptoms { name } author { id } } } }',
      '{ Symptoms(limit: 3) { docs { name articles(limit: 2) { docs { title } } relievedBy { name } } } }',
    ]) {
      const { body } = await service.graphql('stranger', query)
      expect(body.data ?? body.errors).toBeDefined()
    }
  }

  async function readAsStaff() {
    await askAll('editor', [
      '/api/articles?draft=true&depth=0&limit=10&sort=-updatedAt',
      '/api/articles?draft=true&where[title][like]=Article&depth=0',
      `/api/articles/versions?where[parent][equals]=${articles[1]}&sort=-updatedAt&limit=5`,
      '/api/articles?trash=true&where[deletedAt][exists]=true',
      `/api/audit?where[document][equals]=${articles[1]}&sort=-at&limit=10`,
      `/api/articles/${articles[1]}/review?locale=en`,
      `/api/review-comments?where[article][equals]=${articles[1]}&limit=20`,
      `/api/review-checklists?where[article][equals]=${articles[1]}`,
      `/api/draft-shares?where[article][equals]=${articles[1]}`,
      `/api/vocabulary/symptoms/${symptom}/mentions`,
      '/api/users/me',
    ])
    const { readFigures } = await import('../src/editorial/dashboard/figures')
    const { readCharts } = await import('../src/editorial/dashboard/charts')
    const { ownLists, readOwnList } = await import('../src/editorial/dashboard/ownLists')
    for (const email of ['editor@example.org', 'admin@example.org']) {
      const req = await reqOf(email)
      await readFigures(req, new Date())
      await readCharts(req, new Date())
      for (const list of ownLists) await readOwnList(list, { month: new Date().toISOString().slice(0, 7) }, req)
    }
  }

  async function saveAndPublish() {
    const { doc } = await write('editor', 'POST', '/api/articles?draft=true', {
      title: 'A draft',
      body: paragraphs('Giddiness and rest.'),
    })
    await write('editor', 'PATCH', `/api/articles/${doc.id}?draft=true`, { summary: 'More.' })
    await write('editor', 'POST', '/api/preflight', { id: doc.id, locale: 'en', data: {} })
    await write('reviewer', 'PATCH', `/api/articles/${doc.id}`, { _status: 'published' })
    await write('reviewer', 'PATCH', `/api/articles/${doc.id}?locale=es`, {
      title: 'Un borrador',
      body: paragraphs('Mareo.'),
      _status: 'published',
    })
    await write('reviewer', 'PATCH', `/api/symptoms/${symptom}`, {
      synonyms: ['giddiness', 'vertigo'],
      _status: 'published',
    })
    await write('reviewer', 'PATCH', `/api/articles/${doc.id}`, { slug: 'elsewhere', _status: 'published' })
    await write('reviewer', 'PATCH', `/api/articles/${doc.id}`, { _status: 'draft' })
    await write('admin', 'DELETE', `/api/articles/${doc.id}`)
    await service.runJobs()
    await service.ask('stranger', 'POST', '/api/users/login', { email: 'editor@example.org', password: 'wrong' })
    await write('stranger', 'POST', '/api/users/login', {
      email: 'editor@example.org',
      password: 'a-long-enough-password',
    })
    await write('stranger', 'POST', '/api/users/forgot-password', { email: 'editor@example.org' })
  }

  async function watchOver() {
    await askAll('admin', [
      '/api/audit?sort=-at&limit=10',
      '/api/audit.csv',
      '/api/webhook-deliveries?limit=10&sort=-createdAt',
      '/api/payload-jobs?limit=10',
      '/api/users?limit=10',
    ])
    const { createMetrics } = await import('../src/metrics/createMetrics')
    const cache = () => ({ hits: 0, misses: 0, stale: 0, refused: 0, entries: 0, bytes: 0 }) as never
    const { payload } = service
    await createMetrics({ payload: payload as never, cache, parts: () => ({ entries: 0, bytes: 0 }) as never }).read()
  }

  async function workInBackground() {
    const { payload } = service
    const { completeIntents } = await import('../src/publishing/logChanges')
    const { compactLog, lastPosition, readLog } = await import('../src/publishing/publishLog')
    const { runWebhooks } = await import('../src/publishing/webhooks/deliver')
    const { keepLog } = await import('../src/publishing/keepLog')
    const { runJobs } = await import('../src/editorial/runJobs')
    const { remindOfReviews } = await import('../src/editorial/review/reminders')
    const { checkReferences } = await import('../src/editorial/references/checkReferences')
    const { rateStoreOf } = await import('../src/database/rateStore')
    await readLog(payload, 3)
    await lastPosition(payload)
    await completeIntents(payload)
    await compactLog(payload, 30)
    await rateStoreOf(payload).add(new Map([['key', { count: 1, until: new Date(Date.now() + 60_000) }]]))
    await rateStoreOf(payload).read('key')
    await rateStoreOf(payload).forget('key')
    await remindOfReviews(await reqOf('admin@example.org'))
    await checkReferences(payload, { allowPrivate: false, serverUrl: undefined, now: new Date(0) })
    const stopKeeping = keepLog(payload)
    const stopJobs = runJobs(payload, 10)
    const webhooks = await runWebhooks(payload, {
      serverUrl: undefined,
      keysOf: () => [],
      allowPrivate: false,
      everyMs: 50,
    })
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await webhooks.stop()
    await stopJobs()
    stopKeeping()
  }
})
