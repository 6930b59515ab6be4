import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { toText } from '../src/richtext/toText'
import { runScript } from './runScript'
import { describeService, type Service, startService } from './startService'
import { type SamplePost, wordpressExport } from './wordpressExport'

const doctor = '\n\n<h2>When to see a doctor</h2>\n\nIf it does not pass.'
const posts: SamplePost[] = [
  {
    id: 12,
    title: 'Night leg cramps &amp; you',
    content: `Leg cramps come at night.\n\n[gallery ids="90"]${doctor}`,
    excerpt: 'What helps at night.',
    slug: 'leg-cramps-at-night',
    meta: [
      ['_wp_old_slug', 'cramps'],
      ['_wp_old_slug', 'taken'],
    ],
    categories: [
      ['language', 'en'],
      ['post_translations', 'pll_1'],
    ],
  },
  {
    id: 11,
    title: 'Calambres de noche',
    content: 'Los calambres vienen de noche.\n\n<h2>Cuándo acudir al médico</h2>\n\nSi no pasan.',
    slug: 'calambres-de-noche',
    categories: [
      ['language', 'es'],
      ['post_translations', 'pll_1'],
    ],
  },
  { id: 13, title: 'Lacks advice', content: '<!-- wp:paragraph --><p>Rest a little.</p><!-- /wp:paragraph -->' },
  { id: 14, title: 'Not finished', content: `Walk.${doctor}`, status: 'draft' },
  { id: 15, title: 'For members', content: `Walk.${doctor}`, password: 'secret' },
  { id: 16, title: 'Taken', content: `Stand.${doctor}`, slug: 'taken', type: 'page' },
  { id: 17, title: 'Nothing but a form', content: '[contact-form-7 id="1"]' },
  {
    id: 90,
    title: 'a',
    content: '',
    type: 'attachment',
    status: 'inherit',
    attachment: 'https://blog.example.org/leg.jpg',
  },
]

describeService('a WordPress export', () => {
  let service: Service
  let folder: string
  beforeAll(async () => {
    service = await startService({ blocking: ['missing-seek-care'] })
    await service.ask('reviewer', 'POST', '/api/symptoms', { name: 'Leg cramps', _status: 'published' })
    folder = await mkdtemp(join(tmpdir(), 'saphena-wordpress-'))
  })
  afterAll(async () => {
    await service?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const put = async (name: string, content: string | Uint8Array) => {
    await writeFile(join(folder, name), content)
    return join(folder, name)
  }
  const run = (...args: string[]) =>
    runScript('import', args, {
      DATABASE_URL: process.env.DATABASE_URL ?? '',
      DATA_DIR: process.env.DATA_DIR ?? '',
      PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? '',
    })
  const all = async () =>
    (await service.ask('editor', 'GET', '/api/articles?draft=true&depth=0&limit=100&sort=title')).body.docs
  const shown = async () => {
    const { docs } = (await service.ask('stranger', 'GET', '/api/articles?limit=100&sort=title')).body
    return docs.map(({ title }: { title: string }) => title)
  }
  const moved = async (slug: string) => {
    const response = await fetch(`${service.url}/v1/articles/${slug}`, { redirect: 'manual' })
    return [response.status, response.headers.get('location')?.replace(service.url, '') ?? null]
  }

  it('publishes what was public there and is ready here, and keeps the rest as drafts', {
    timeout: 120_000,
  }, async () => {
    const file = await put('site.xml', wordpressExport(posts))
    const { code, stdout, stderr } = await run(file, '--publish')
    const kept = 'it is not public where it comes from: kept as a draft'
    expect(stdout.split('\n')).toEqual([
      `created ${file}#12; a picture was left out: https://blog.example.org/leg.jpg; the shortcode [gallery] was left out`,
      `created ${file}#14; ${kept}`,
      `created ${file}#15; ${kept}`,
      `created ${file}#16`,
      `updated ${file}#11`,
      `passed over ${file}: 1 of the type attachment`,
      '4 created, 1 updated, 0 unchanged, 2 failed',
      '',
    ])
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/#13: kept as a draft and not published: .*seek care/i),
      expect.stringMatching(/#17: there are no words in it$/),
      '',
    ])
    expect(code).toBe(1)
    expect(await shown()).toEqual(['Night leg cramps & you', 'Taken'])

    const docs = await all()
    expect(docs.map(({ title, slug, _status }: Record<string, string>) => [title, slug, _status])).toEqual([
      ['For members', 'for-members', 'draft'],
      ['Lacks advice', 'lacks-advice', 'draft'],
      ['Night leg cramps & you', 'leg-cramps-at-night', 'published'],
      ['Not finished', 'not-finished', 'draft'],
      ['Taken', 'taken', 'published'],
    ])
    const cramps = docs[2]
    expect(toText(cramps.body).text).toBe('Leg cramps come at night.\nWhen to see a doctor\nIf it does not pass.')
    expect(cramps).toMatchObject({
      summary: 'What helps at night.',
      attribution: 'https://blog.example.org/2019/05/leg-cramps-at-night/',
      symptoms: [expect.any(String)],
    })
    const spanish = (await service.ask('stranger', 'GET', `/api/articles/${cramps.id}?locale=es`)).body
    expect(spanish).toMatchObject({ title: 'Calambres de noche', slug: 'calambres-de-noche' })
  })

  it('leads former addresses to the article, unless something else stands there', async () => {
    expect(await moved('cramps')).toEqual([301, '/v1/articles/leg-cramps-at-night'])
    expect(await moved('taken')).toEqual([200, null])
    expect(await moved('never-there')).toEqual([404, null])
  })

  it('changes nothing the second time, and only what was changed there the third', { timeout: 120_000 }, async () => {
    const before = await all()
    const again = await run(await put('another-name.xml', wordpressExport(posts)))
    expect(again.stdout).toContain('0 created, 0 updated, 6 unchanged, 1 failed')
    expect(await all()).toEqual(before)

    const changed = posts.map((post) => (post.id === 12 ? { ...post, content: `They may hurt.${doctor}` } : post))
    const third = await run(await put('site.xml', wordpressExport(changed)), '--publish')
    expect(third.stdout).toContain('0 created, 1 updated, 4 unchanged, 2 failed')
    expect((await service.ask('stranger', 'GET', '/v1/articles/leg-cramps-at-night')).body.sections[0].text).toContain(
      'They may hurt.',
    )
  })

  it('that is hostile or damaged is named, writes nothing, and keeps no other file out', {
    timeout: 120_000,
  }, async () => {
    const before = await all()
    const one = wordpressExport([{ id: 1, title: 'Más', content: `Words.${doctor}` }])
    const laughs = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]>\n<rss`
    const files = [
      await put('laughs.xml', one.replace('<rss', laughs).replace('<title>Example Clinic', '<title>&c;')),
      await put('latin.xml', Buffer.from(one, 'latin1')),
      await put('cut.xml', wordpressExport(posts).slice(0, -200)),
      join(folder, 'large.xml'),
    ]
    const large = await open(join(folder, 'large.xml'), 'w')
    await large.truncate(50 * 1024 * 1024)
    await large.close()
    const good = await put('good.es.xml', wordpressExport([{ id: 99, title: 'Zinc', content: 'Palabras.' }]))
    const { code, stdout, stderr } = await run(...files, good)
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/laughs\.xml: it has a document type/),
      expect.stringMatching(/latin\.xml: it says that its encoding is UTF-8, and is not/),
      expect.stringMatching(/cut\.xml: it is no valid XML/),
      expect.stringMatching(/large\.xml: it is larger than 32 MB/),
      '',
    ])
    expect(stdout).toBe(`created ${good}#99\n1 created, 0 updated, 0 unchanged, 4 failed\n`)
    expect(code).toBe(1)
    const zinc = async (locale: string) =>
      (
        await service.ask(
          'editor',
          'GET',
          `/api/articles?draft=true&locale=${locale}&fallback-locale=none&where[title][equals]=Zinc`,
        )
      ).body.totalDocs
    // the language that the file's name says, where the export itself says none of the post
    expect([await zinc('es'), await zinc('en')]).toEqual([1, 0])
    const known = new Set(before.map(({ id }: { id: string }) => id))
    expect((await all()).filter(({ id }: { id: string }) => known.has(id))).toEqual(before)
  })
})
