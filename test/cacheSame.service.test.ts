import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { purgeByLog } from '../src/cache/followLog'
import { openParts, Parts } from '../src/cache/parts'
import { createResponseCache } from '../src/cache/responseCache'
import { type Following, followLog } from '../src/publishing/followLog'
import { onAppend } from '../src/publishing/publishLog'
import { describeService, paragraphs, type Service, startService } from './startService'
import { picture, uploadForm } from './uploadForm'

type Kind = 'articles' | 'symptoms' | 'remedies'

/** What a reader is told. Names of what was read, tags and dates belong to the cache alone. */
interface Told {
  status: number
  headers: Record<string, unknown>
  text: string
}
const compared = ['content-type', 'content-language', 'location', 'link', 'access-control-allow-origin'] as const

const slugs = ['alpha', 'beta', 'gamma', 'alfa']
const words = ['Swelling', 'Itching', 'Oedema', 'Puffiness', 'Hinchazón']
const graphqlTexts = (id: string, symptom: string) => [
  '{ Articles(sort: "title") { totalDocs docs { id title slug symptoms { name } remedies { name } hero { alt } } } }',
  `{ Article(id: "${id}", locale: es, fallbackLocale: en) { title summary updatedAt symptoms { name } } }`,
  `{ Symptom(id: "${symptom}") { name articles { docs { title } } } Symptoms { docs { name relievedBy { name } } } }`,
]

describeService('Readers behind the response cache', () => {
  let service: Service
  let server: Server
  let port: number
  let following: Following
  let hits: () => number
  let picked = ''
  const parts = new Parts({ bytes: 50_000_000 })
  const ids: Record<Kind, string[]> = { articles: [], symptoms: [], remedies: [] }

  beforeAll(async () => {
    service = await startService()
    const { payload } = service
    const cache = createResponseCache({ bytes: 50_000_000 })
    hits = () => cache.metrics().hits
    following = await purgeByLog([openParts(payload, parts), cache], {
      onAppend: (listener) => onAppend(payload, listener),
      follow: (listener) => followLog(payload, listener),
    })
    const { createApp } = await import('../src/http/createApp')
    const { createGraphql } = await import('../src/graphql/createGraphql')
    const { serveV1 } = await import('../src/delivery/serveV1')
    const logger = pino({ level: 'silent' })
    const graphql = createGraphql({ payload, logger, introspection: false, production: false })
    server = createServer(
      cache.serve(createApp({ payload, logger, serverUrl: undefined, graphql, v1: serveV1(payload, {}) })),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port

    const file = await service.ask('reviewer', 'POST', '/api/media', uploadForm(await picture('png'), 'leg.png'))
    picked = file.body.doc.id
    const rest = await add('remedies', { name: 'Rest', kind: 'self-care' })
    await add('symptoms', { name: 'Swelling', relievedBy: [rest] })
    await add('symptoms', { name: 'Itching' })
    for (const slug of slugs.slice(0, 3)) await add('articles', articleAt(slug))
  })
  afterAll(async () => {
    await following?.stop()
    server?.closeAllConnections()
    await new Promise((resolve) => server?.close(resolve))
    await service?.close()
  })

  const articleAt = (slug: string) => ({
    title: `About ${slug}`,
    slug,
    hero: picked,
    body: paragraphs('Swelling. Swelling.', 'Itching and oedema. Rest.', slug),
  })

  async function add(kind: Kind, data: object): Promise<string> {
    const { status, body } = await service.ask('reviewer', 'POST', `/api/${kind}`, { _status: 'published', ...data })
    expect([status, status === 201 ? '' : body]).toEqual([201, ''])
    ids[kind].push(body.doc.id)
    return body.doc.id
  }

  /** The same question in the same words to either of both: answers name the host that was asked. */
  function tell(of: 'cached' | 'plain', path: string, body?: string): Promise<Told> {
    const to = of === 'cached' ? port : Number(new URL(service.url).port)
    return new Promise((resolve, reject) => {
      const headers = body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}
      const asked = request(
        {
          host: '127.0.0.1',
          port: to,
          path,
          method: body ? 'POST' : 'GET',
          agent: false,
          headers: { host: 'cms.example.org', ...headers },
        },
        async (response) => {
          let text = ''
          for await (const chunk of response.setEncoding('utf8')) text += chunk
          const said = compared.map((name) => [name, response.headers[name]])
          resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(said), text })
        },
      )
      asked.once('error', reject)
      asked.end(body)
    })
  }

  /** Path, and body where it is a POST. */
  function questions(): [string, string?][] {
    const [article, symptom] = [ids.articles.slice(-4), ids.symptoms.slice(-2)]
    const texts = graphqlTexts(article[0] ?? '', symptom[0] ?? '')
    return [
      '/api/articles?depth=1&limit=5',
      '/api/articles?limit=1&depth=0&select[title]=true',
      '/api/articles/count',
      '/api/symptoms?locale=es',
      '/api/redirects?depth=0',
      `/api/media/${picked}`,
      ...article.map((id) => `/api/articles/${id}?depth=1`),
      ...symptom.map((id) => `/api/symptoms/${id}?depth=1&locale=es`),
      ...slugs.flatMap((slug) => [
        `/api/articles?where[slug][equals]=${slug}&depth=1`,
        `/v1/articles/${slug}`,
        `/v1/articles/${slug}?locale=es&include=html,text`,
      ]),
      '/v1/articles',
      '/v1/articles?symptom=swelling&locale=es&limit=2',
      '/v1/articles/never-there',
      ...['swelling', 'itching', 'oedema', 'hinchazon'].map((slug) => `/v1/symptoms/${slug}?locale=es`),
      '/v1/symptoms/swelling',
      '/v1/symptoms',
      '/v1/remedies/rest',
    ]
      .map((path): [string, string?] => [path])
      .concat(
        texts.map((query): [string, string?] => ['/api/graphql', JSON.stringify({ query })]),
        texts.map((query): [string, string?] => [`/api/graphql?query=${encodeURIComponent(query)}`]),
      )
  }

  const ask = (of: 'cached' | 'plain') => Promise.all(questions().map(([path, body]) => tell(of, path, body)))

  async function expectSame(after: string): Promise<void> {
    const asked = questions()
    const cached = await ask('cached')
    openParts(service.payload, new Parts({ bytes: 0 }))
    const plain = await ask('plain')
    openParts(service.payload, parts)
    for (const [each, [path, body]] of asked.entries())
      expect({ after, path, body, ...cached[each] }).toEqual({ after, path, body, ...plain[each] })
  }

  const step = fc.record({
    what: fc.constantFrom(
      ...['edit', 'draft', 'publish', 'withdraw', 'delete', 'trash', 'restore', 'slug', 'ready', 'unready'],
      ...['rename', 'synonym', 'recall', 'remedy', 'alt', 'create'],
    ),
    kind: fc.constantFrom<Kind>('articles', 'articles', 'articles', 'symptoms', 'remedies'),
    which: fc.nat(3),
    word: fc.nat(3),
    reading: fc.boolean(),
    jobs: fc.boolean(),
  })
  type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

  async function doStep({ what, kind, which, word }: Step, round: string): Promise<number> {
    const change = async (of: string, id: string | undefined, data: object, query = '') =>
      (await service.ask('reviewer', 'PATCH', `/api/${of}/${id}${query}`, data)).status
    const of = (list: string[]) => list.slice(-4)[which % Math.min(4, list.length)]
    const id = of(ids[kind])
    const slug = slugs[word] as string
    const name = kind === 'articles' ? 'title' : 'name'
    const _status = 'published'
    switch (what) {
      case 'edit':
        return change(kind, id, kind === 'articles' ? { summary: round, _status } : { description: round, _status })
      case 'draft':
        return change(kind, id, { [name]: `Draft ${round}` }, '?draft=true')
      case 'publish':
        return change(kind, id, { _status })
      case 'withdraw':
        return change(kind, id, { _status: 'draft' })
      case 'trash':
        return change(kind, id, { deletedAt: new Date() })
      case 'restore':
        return change(kind, id, { deletedAt: null, _status }, '?trash=true')
      case 'slug':
        return change(kind, id, { slug: kind === 'articles' ? slug : words[word], _status })
      case 'ready': {
        const spanish = kind === 'articles' ? { title: `Sobre ${slug}`, slug: 'alfa' } : { name: words[4] }
        return change(kind, id, { ...spanish, localeStatus: 'ready', _status }, '?locale=es')
      }
      case 'unready':
        return change(kind, id, { localeStatus: 'draft', _status }, '?locale=es')
      case 'rename':
        return change('symptoms', of(ids.symptoms), { name: words[word], _status })
      case 'synonym':
        return change('symptoms', of(ids.symptoms), { synonyms: [words[word]], _status })
      case 'recall':
        return change('articles', of(ids.articles), { recall: { kind: 'corrected', reason: round }, _status })
      case 'remedy':
        return change('remedies', of(ids.remedies), { name: `Rest ${word}`, _status })
      case 'alt':
        return change('media', picked, { alt: round })
      case 'delete':
        return kind === 'articles' ? (await service.ask('admin', 'DELETE', `/api/articles/${id}?trash=true`)).status : 0
      default: {
        const { status, body } = await service.ask('reviewer', 'POST', '/api/articles', {
          ...articleAt(slug),
          _status,
        })
        if (status === 201) ids.articles.push(body.doc.id)
        return status
      }
    }
  }

  it('are told what readers without it are told, whatever happens in between', async () => {
    let round = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
        for (const each of steps) {
          // Everything is in memory, or on its way there while it changes.
          await following.caughtUp()
          await ask('cached')
          const readers = each.reading ? [ask('cached'), ask('cached')] : []
          let status = await doStep(each, `round ${++round}`)
          // What lies in the trash is taken out of it, so that most steps change what readers see.
          if (status === 404) status = await doStep({ ...each, what: 'restore' }, `round ${round}`)
          expect([each.what, status < 500]).toEqual([each.what, true])
          await Promise.all(readers)
          const after = `${each.what} of ${each.kind} ${each.which}, ${status}, step ${round}`
          await expectSame(after)
          if (each.jobs) {
            await service.runJobs()
            await expectSame(`the jobs after ${after}`)
          }
        }
      }),
      { numRuns: 5, endOnFailure: true, seed: Number(process.env.PROPERTY_SEED ?? 20_261_124) },
    )
    expect(hits()).toBeGreaterThan(100)
  }, 240_000)
})
