import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Chart } from '../src/editorial/dashboard/charts'
import type { Figure } from '../src/editorial/dashboard/figures'
import { describeService, paragraphs, type Service, startService } from './startService'

/** What the first page counts, and that each number is what its list says. */
describeService('The dashboard', () => {
  let service: Service
  let figures: typeof import('../src/editorial/dashboard/figures').readFigures
  let charts: typeof import('../src/editorial/dashboard/charts').readCharts
  let ownList: typeof import('../src/editorial/dashboard/ownLists').readOwnList
  let createLocalReq: typeof import('payload').createLocalReq
  let people: Service['people']
  const now = new Date()
  const day = 86_400_000
  const inDays = (days: number) => new Date(now.getTime() + days * day).toISOString()
  const monthNow = now.toISOString().slice(0, 7)

  beforeAll(async () => {
    service = await startService()
    ;({ createLocalReq } = await import('payload'))
    ;({ readFigures: figures } = await import('../src/editorial/dashboard/figures'))
    ;({ readCharts: charts } = await import('../src/editorial/dashboard/charts'))
    ;({ readOwnList: ownList } = await import('../src/editorial/dashboard/ownLists'))
    people = service.people

    for (const name of ['Dizziness', 'Nosebleed']) await publish('symptoms', { name })
    for (const name of ['Rest', 'Cold water']) await publish('remedies', { name })
    await publish('articles', {
      title: 'Overdue',
      body: paragraphs('Dizziness passes with rest.'),
      nextReviewDue: inDays(-3),
      reviewer: people.reviewer,
    })
    const soon = await publish('articles', {
      title: 'Due soon',
      body: paragraphs('Dizziness again.'),
      nextReviewDue: inDays(10),
      author: people.editor,
    })
    await publish('articles', { title: 'Due in a year', body: paragraphs('Nothing here.'), nextReviewDue: inDays(365) })
    // published, and with a newer draft of the editor's
    await service.ask('editor', 'PATCH', `/api/articles/${soon}?draft=true`, { summary: 'Being rewritten.' })
    await service.ask('editor', 'POST', '/api/articles?draft=true', { title: 'A draft', body: paragraphs('Words.') })
    await service.ask('reviewer', 'POST', '/api/articles?draft=true', { title: 'Another', body: paragraphs('More.') })
    const stale = await publish('articles', { title: 'Translated', body: paragraphs('Dizziness.') })
    await service.ask('reviewer', 'PATCH', `/api/articles/${stale}?locale=es`, {
      title: 'Traducido',
      body: paragraphs('Mareo.'),
      localeStatus: 'ready',
      _status: 'published',
    })
    await service.ask('reviewer', 'PATCH', `/api/articles/${stale}`, { title: 'Changed since', _status: 'published' })
    const trashed = await publish('articles', {
      title: 'In the trash',
      body: paragraphs('.'),
      nextReviewDue: inDays(-9),
    })
    await service.ask('admin', 'PATCH', `/api/articles/${trashed}`, { deletedAt: now.toISOString() })
  }, 120_000)
  afterAll(() => service?.close())

  const publish = async (collection: string, data: object): Promise<string> => {
    const { status, body } = await service.ask('admin', 'POST', `/api/${collection}`, { ...data, _status: 'published' })
    expect(status, JSON.stringify(body).slice(0, 300)).toBe(201)
    return body.doc.id
  }
  const reqOf = async (who: keyof Service['people']): Promise<PayloadRequest> => {
    const user = await service.payload.findByID({
      collection: 'users',
      id: people[who],
      depth: 0,
      overrideAccess: true,
    })
    return createLocalReq({ user: { ...user, collection: 'users' } as never }, service.payload)
  }
  const read = async (who: keyof Service['people']): Promise<Record<string, Figure>> =>
    Object.fromEntries(
      (await figures(await reqOf(who), now)).flatMap((group) => group.figures.map((figure) => [figure.name, figure])),
    )
  /** How many the list behind an address has, as Payload's list asks for them. */
  const listed = async (who: keyof Service['people'], href: string): Promise<number> => {
    const url = new URL(href, 'http://admin')
    const own = /^\/admin\/desk\/([\w-]+)$/.exec(url.pathname)
    if (own?.[1])
      return (await ownList(own[1], { month: url.searchParams.get('month') ?? '' }, await reqOf(who)))?.total ?? -1
    const collection = /^\/admin\/collections\/([\w-]+)$/.exec(url.pathname)?.[1]
    const { status, body } = await service.ask(
      who,
      'GET',
      `/api/${collection}?draft=true&depth=0&limit=10&${url.searchParams}`,
    )
    expect(status, `${href}: ${JSON.stringify(body).slice(0, 300)}`).toBe(200)
    return body.totalDocs
  }

  it('counts what there is to do', async () => {
    const found = await read('editor')
    const counts = Object.fromEntries(Object.values(found).map(({ name, count, mine }) => [name, [count, mine?.count]]))
    expect(counts).toMatchObject({
      overdue: [1, 0],
      'due-soon': [1, 1],
      'my-drafts': [2, undefined], // with the draft of a published article
      'stale-translations': [1, 0],
      'stale-symptoms': [0, undefined],
      'symptoms-without-article': [1, undefined],
      'remedies-without-article': [1, undefined],
      'articles-without-symptom': [3, undefined],
      'broken-references': [0, undefined],
    })
  })

  it('shows each what is his', async () => {
    const reviewer = await read('reviewer')
    expect(reviewer.overdue?.mine?.count).toBe(1)
    expect(reviewer['my-drafts']?.count).toBe(1)
    const machinery = ['jobs', 'webhooks']
    expect(Object.keys(await read('editor'))).not.toEqual(expect.arrayContaining(machinery))
    expect(Object.keys(reviewer)).not.toEqual(expect.arrayContaining(machinery))
    expect(Object.keys(await read('admin'))).toEqual(expect.arrayContaining(machinery))
    expect(Object.keys(await read('editor'))).not.toContain('waiting-for-me')
  })

  it.each(['editor', 'reviewer', 'admin'] as const)('says what the lists behind its numbers say (%s)', async (who) => {
    for (const { name, count, href, mine } of Object.values(await read(who))) {
      expect(await listed(who, href), `${name}: ${href}`).toBe(count)
      if (mine) expect(await listed(who, mine.href), `${name}, mine: ${mine.href}`).toBe(mine.count)
    }
  })

  it('names what no article mentions', async () => {
    const list = await ownList('symptoms-without-article', {}, await reqOf('editor'))
    expect(list?.docs.map(({ title }) => title)).toEqual(['Nosebleed'])
    const remedies = await ownList('remedies-without-article', {}, await reqOf('editor'))
    expect(remedies?.docs.map(({ title }) => title)).toEqual(['Cold water'])
    expect(await ownList('nowhere', {}, await reqOf('editor'))).toBeUndefined()
  })

  it('has what waits for a reviewer, and not what he submitted himself', async () => {
    const { body } = await service.ask('editor', 'POST', '/api/articles?draft=true', {
      title: 'Please review',
      summary: 'Short.',
      body: paragraphs('Drink when you are thirsty.'),
    })
    const id = body.doc.id
    const { body: review } = await service.ask('editor', 'GET', `/api/articles/${id}/review?locale=en`)
    const submitted = await service.ask('editor', 'POST', `/api/articles/${id}/review`, {
      action: 'submit',
      locale: 'en',
      digest: review.digest,
    })
    expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
    expect((await read('editor')).submitted?.count).toBe(1)
    const waiting = (await read('reviewer'))['waiting-for-me']
    expect(waiting?.count).toBe(1)
    expect(await listed('reviewer', waiting?.href ?? '')).toBe(1)
    expect((await ownList('waiting-for-me', {}, await reqOf('reviewer')))?.docs).toEqual([
      { collection: 'articles', id, title: 'Please review', at: expect.any(String) },
    ])
    await service.ask('editor', 'PATCH', `/api/articles/${id}?draft=true`, { reviewer: people.admin })
    expect((await read('reviewer'))['waiting-for-me']?.count).toBe(0)
    expect((await read('admin'))['waiting-for-me']?.count).toBe(1)
    expect(await ownList('waiting-for-me', {}, await reqOf('editor'))).toMatchObject({ total: 0 })
  })

  it('has jobs that failed or stalled, and deliveries that fail', async () => {
    const { payload } = service
    const long = inDays(-1)
    await payload.db.create({
      collection: 'payload-jobs',
      data: { taskSlug: 'relink', input: {}, hasError: true, queue: 'default', totalTried: 3 },
    })
    await payload.db.create({
      collection: 'payload-jobs',
      data: { taskSlug: 'relink', input: {}, hasError: false, processing: false, queue: 'default', waitUntil: long },
    })
    await payload.db.create({
      collection: 'payload-jobs',
      data: {
        taskSlug: 'relink',
        input: {},
        hasError: false,
        processing: false,
        queue: 'default',
        waitUntil: inDays(1),
      },
    })
    const webhook = await payload.create({
      collection: 'webhooks',
      data: { name: 'Site', url: 'https://example.org/hook', enabled: false } as never,
      overrideAccess: true,
    })
    const states = { failed: 12, waiting: 2, delivered: 1 }
    for (const [state, attempts] of Object.entries(states))
      await payload.create({
        collection: 'webhook-deliveries',
        data: { webhook: webhook.id, key: state, position: 1, event: 'x', body: '{}', state, attempts } as never,
        overrideAccess: true,
      })
    const found = await read('admin')
    expect([found.jobs?.count, found.webhooks?.count]).toEqual([2, 2])
    expect(await listed('admin', found.jobs?.href ?? '')).toBe(2)
    expect(await listed('admin', found.webhooks?.href ?? '')).toBe(2)
    for (const who of ['editor', 'reviewer'] as const)
      expect((await service.ask(who, 'GET', '/api/payload-jobs')).status, who).toBe(403)
    await payload.delete({ collection: 'payload-jobs', where: {}, overrideAccess: true })
  })

  const barsOf = (all: Chart[], name: string) => all.find((chart) => chart.name === name)?.bars ?? []

  it('draws twelve months of what was published, each leading to its list', async () => {
    const bars = barsOf(await charts(await reqOf('editor'), now), 'published')
    expect(bars.map(({ month }) => month)).toHaveLength(12)
    expect(bars.at(-1)).toMatchObject({ month: monthNow })
    expect(bars.at(-1)?.count).toBeGreaterThanOrEqual(6)
    for (const { count, href } of bars) expect(await listed('editor', href), href).toBe(count)
    const page = await ownList('published', { month: monthNow }, await reqOf('editor'))
    expect(page?.docs.map(({ title }) => title)).toEqual(expect.arrayContaining(['Overdue', 'Due soon']))
    expect(await ownList('published', { month: '2026-13' }, await reqOf('editor'))).toBeUndefined()
  })

  it('draws what was reviewed, and whether in time', async () => {
    const id = await publish('articles', {
      title: 'Reviewed twice',
      body: paragraphs('Words.'),
      reviewedOn: inDays(-40),
      nextReviewDue: inDays(-10),
    })
    const before = barsOf(await charts(await reqOf('editor'), now), 'reviewed').at(-1)
    await service.ask('admin', 'PATCH', `/api/articles/${id}`, { summary: 'No review.', _status: 'published' })
    await service.ask('admin', 'PATCH', `/api/articles/${id}`, {
      reviewedOn: now.toISOString(),
      nextReviewDue: inDays(300),
      _status: 'published',
    })
    const { body } = await service.ask(
      'editor',
      'GET',
      `/api/completed-reviews?where[article][equals]=${id}&depth=0&sort=reviewedOn`,
    )
    expect(body.docs.map(({ onTime }: { onTime: boolean }) => onTime)).toEqual([true, false])
    const bars = barsOf(await charts(await reqOf('editor'), now), 'reviewed')
    expect([bars.at(-1)?.count, bars.at(-1)?.part]).toEqual([(before?.count ?? 0) + 1, before?.part])
    for (const { count, href } of bars) expect(await listed('editor', href), href).toBe(count)
  })

  it.each(['stranger', 'api'] as const)('has no list for others than staff (%s)', async (who) => {
    for (const collection of ['completed-reviews', 'reference-checks', 'payload-jobs', 'reviews'])
      expect((await service.ask(who, 'GET', `/api/${collection}`)).status, collection).toBe(403)
    const { body } = await service.ask(who, 'GET', '/api/articles?limit=50&depth=0')
    expect(JSON.stringify(body)).not.toContain('editedBy')
  })

  it('asks the database the same few questions, however many articles there are', async () => {
    const { countQueries } = await import('./countQueries')
    const req = await reqOf('admin')
    const once = async () => {
      await figures(req, now)
      await charts(req, now)
    }
    const few = await countQueries(service.payload, once)
    for (let number = 0; number < 5; number++)
      await publish('articles', { title: `One more ${number}`, body: paragraphs('Words.') })
    const more = await countQueries(service.payload, once)
    expect(more.total).toBe(few.total)
    expect(more.total).toBeLessThan(60)
  })
})
