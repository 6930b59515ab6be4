import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { articleSources } from '../src/editorial/articleSources'
import { importArticle } from '../src/editorial/importArticle'
import { toText } from '../src/richtext/toText'
import { docx } from './docx'
import { describeService, type Name, paragraphs, type Service, startService } from './startService'
import { uploadForm } from './uploadForm'
import { wordpressExport } from './wordpressExport'

describeService('Import in the browser', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
    for (const name of ['Leg cramps', 'Swelling'])
      await service.ask('reviewer', 'POST', '/api/symptoms', { name, _status: 'published' })
    await service.ask('reviewer', 'POST', '/api/symptoms?draft=true', { name: 'Dizziness' })
  })
  afterAll(() => service?.close())

  const send = (
    step: 'preview' | 'create',
    name: string,
    content: string | Uint8Array,
    chosen = {},
    who: Name = 'editor',
  ) =>
    service.ask(
      who,
      'POST',
      `/api/import/${step}`,
      uploadForm(typeof content === 'string' ? strToU8(content) : content, name, { type: '', data: chosen }),
    )
  const count = async () => (await service.ask('editor', 'GET', '/api/articles/count?draft=true')).body.totalDocs
  const read = async (id: string, locale = 'en') =>
    (await service.ask('editor', 'GET', `/api/articles/${id}?draft=true&depth=0&locale=${locale}&fallback-locale=none`))
      .body

  it.each(['preview', 'create'] as const)('%s is for staff alone', async (step) => {
    for (const [who, status] of [
      ['stranger', 401],
      ['api', 403],
    ] as const) {
      const answer = await send(step, 'a.txt', 'Words.', {}, who)
      expect(answer.status, who).toBe(status)
    }
    for (const who of ['editor', 'reviewer', 'admin'] as const)
      expect((await send(step, `staff-${who}.txt`, `Words of the ${who}.`, {}, who)).status, who).toBe(200)
  })

  it('does not take a file that a page of another site sends with this site’s cookie', async () => {
    const answer = await service.ask('stranger', 'POST', '/api/import/create', uploadForm(strToU8('Words.'), 'a.txt'), {
      cookie: 'payload-token=x',
      origin: 'https://elsewhere.example',
    })
    expect([answer.status, answer.body.code]).toEqual([403, 'cross-origin'])
  })

  it('shows what a Word file would become, and keeps nothing of it', async () => {
    const before = await count()
    const answer = await send(
      'preview',
      'walking.docx',
      docx('Walking', 'Walking eases leg cramps. Leg cramps and swelling pass.'),
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.body).toEqual({
      title: 'Walking',
      summary: null,
      locale: 'en',
      words: 9,
      headings: [],
      links: [
        { kind: 'symptom', name: 'Leg cramps', linked: 2, suggested: 0 },
        { kind: 'symptom', name: 'Swelling', linked: 1, suggested: 0 },
      ],
      warnings: [],
      known: null,
    })
    expect(await count()).toBe(before)
  })

  it('tells headings, and warns of what is dropped or broken', async () => {
    const { body } = await send(
      'preview',
      'page.html',
      `<h1>Resting</h1><p>See Error! Reference source not found. and doi: 10/x.</p><h2>At home</h2>
       <table><tr><td>One</td><td>Two</td></tr></table><img src="x.png"><h3>In bed</h3><p>Sleep. <a href="javascript:x()">Here</a></p>`,
    )
    expect(body.headings).toEqual([
      { level: 2, heading: 'At home' },
      { level: 3, heading: 'In bed' },
    ])
    expect(body.warnings).toEqual([
      'a table was turned into a list',
      'images were left out',
      'an unsafe link was left out',
      '1 cross-reference was lost in Word: search the text for “Error!”',
      'a DOI with a broken form: 10/x',
    ])
  })

  it.each([
    ['photo.docx', Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1'), 'picture'],
    ['scan.txt', Buffer.from('%PDF-1.7 words'), 'PDF'],
    ['notes.rtf', Buffer.from('words'), 'only .txt, .md, .html and .docx'],
    ['empty.md', Buffer.from(' \n'), 'no words'],
    ['lies.docx', Buffer.from('just words'), 'plain text'],
    ['archive.docx', Buffer.from(zipSync({ 'readme.txt': strToU8('hello') })), 'no Word document'],
    ['bomb.docx', Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) })), 'unpacks to more'],
  ])('judges %s by its bytes and says why it is refused', async (name, bytes, reason) => {
    const before = await count()
    for (const step of ['preview', 'create'] as const) {
      const { status, body } = await send(step, name, bytes)
      expect([status, body.errors[0].message]).toEqual([422, expect.stringContaining(reason)])
    }
    expect(await count()).toBe(before)
  })

  it('bounds what is sent', async () => {
    const large = await send('preview', 'large.txt', new Uint8Array(6 * 1024 * 1024).fill(97))
    expect([large.status, large.body.errors[0].message]).toEqual([422, expect.stringContaining('larger than 5 MB')])
    const huge = await send('preview', 'huge.docx', new Uint8Array(23 * 1024 * 1024))
    expect(huge.status).toBe(413)
    const none = await service.ask('editor', 'POST', '/api/import/preview', {})
    expect([none.status, none.body.errors[0].message]).toEqual([400, expect.stringContaining('Send one file')])
  })

  it('makes a draft with the title that was chosen, linked, by whoever sent it, and shows readers nothing', async () => {
    const { status, body } = await send('create', 'night.md', '# Night\n\nLeg cramps wake.', {
      title: '  Legs at\nnight ',
    })
    expect([status, body]).toEqual([200, { outcome: 'created', id: expect.any(String) }])
    expect(await read(body.id)).toMatchObject({
      title: 'Legs at night',
      _status: 'draft',
      symptoms: [expect.any(String)],
      origin: { source: 'night.md' },
    })
    expect((await service.ask('stranger', 'GET', `/api/articles/${body.id}`)).status).toBe(404)
  })

  it('knows a file again by its name and by its bytes', async () => {
    const { body: made } = await send('create', 'again.txt', 'The first words.', { title: 'Again' })
    const known = { id: made.id, title: 'Again' }
    expect((await send('preview', 'again.txt', 'The first words.')).body.known).toEqual({ ...known, state: 'same' })
    expect((await send('preview', 'renamed.txt', 'The first words.')).body.known).toEqual({ ...known, state: 'same' })
    expect((await send('preview', 'again.txt', 'Other words.')).body.known).toEqual({ ...known, state: 'changed' })
    expect((await send('preview', 'again.es.txt', 'Palabras.')).body).toMatchObject({
      locale: 'es',
      known: { ...known, state: 'other-language' },
    })
    expect((await send('create', 'again.txt', 'The first words.')).body).toEqual({ outcome: 'unchanged', id: made.id })
  })

  it('brings the draft of a known file up to date, adds its translation, or makes an article of its own', async () => {
    const { body: made } = await send('create', 'leaflet.txt', 'English words.', { title: 'Leaflet' })
    const updated = await send('create', 'leaflet.txt', 'Newer English words.', { title: 'Leaflet' })
    expect(updated.body).toEqual({ outcome: 'updated', id: made.id })
    const spanish = await send('create', 'leaflet.es.txt', 'Palabras en español.', { title: 'Folleto' })
    expect(spanish.body).toEqual({ outcome: 'updated', id: made.id })
    expect(await read(made.id)).toMatchObject({ title: 'Leaflet' })
    expect(toText((await read(made.id, 'es')).body).text).toBe('Palabras en español.')

    const other = await send('create', 'leaflet.txt', 'Quite another leaflet.', { title: 'Another', how: 'new' })
    expect(other.body).toEqual({ outcome: 'created', id: expect.any(String) })
    expect(other.body.id).not.toBe(made.id)
    expect((await read(other.body.id)).origin.source).toBe('leaflet.txt (2)')
    expect(toText((await read(made.id)).body).text).toBe('Newer English words.')
  })

  it('takes the language that was chosen before the one that the file names', async () => {
    const file = '---\ntitle: Reposo\nlang: es\nlocale: es\n---\nDescanse.'
    expect((await send('preview', 'rest.md', file)).body.locale).toBe('es')
    expect((await send('preview', 'rest.md', file, { locale: 'en' })).body.locale).toBe('en')
    const french = await send('preview', 'repos.md', '---\ntitle: Repos\nlocale: fr\n---\nDormez.')
    expect(french.body).toMatchObject({ locale: 'en', warnings: [expect.stringContaining('its language is fr')] })
  })

  it('takes a post of a WordPress export, by which it is known again as the command knows it, and no more than one', async () => {
    const post = { id: 12, title: 'Sore legs', content: '<p>Leg cramps wake.</p>[poll id=3]', slug: 'sore-legs' }
    const file = wordpressExport([post])
    const { status, body } = await send('preview', 'export-12.xml', file)
    expect([status, body]).toMatchObject([
      200,
      { title: 'Sore legs', links: [{ name: 'Leg cramps', linked: 1 }], known: null, locale: 'en' },
    ])
    expect(body.warnings).toContain('the shortcode [poll] was left out')
    const made = await send('create', 'export-12.xml', file)
    expect(made.body.outcome).toBe('created')
    expect(await read(made.body.id)).toMatchObject({
      slug: 'sore-legs',
      _status: 'draft',
      origin: { source: 'wordpress:blog.example.org/12' },
    })
    // The same post in a larger file, by command.
    const folder = await mkdtemp(join(tmpdir(), 'saphena-wxr-'))
    await writeFile(join(folder, 'all.xml'), wordpressExport([post, { id: 13, title: 'Other', content: 'Words.' }]))
    const outcomes: string[] = []
    for await (const candidate of articleSources([join(folder, 'all.xml')]))
      if ('read' in candidate) {
        const options = { locale: 'en', publish: false, dryRun: true } as const
        outcomes.push((await importArticle(service.payload, await candidate.read(), options)).outcome)
      }
    await rm(folder, { recursive: true })
    expect(outcomes).toEqual(['unchanged', 'created'])

    for (const [wrong, reason] of [
      [wordpressExport([post, { ...post, id: 13 }]), 'it holds 2 posts, and one file is one article'],
      [wordpressExport([]), 'there is no post and no page in it'],
      [wordpressExport([{ ...post, content: 'x'.repeat(5 * 1024 * 1024) }]), 'it is larger than 5 MB'],
      [wordpressExport([post], { head: '<!DOCTYPE rss>' }), 'it has a document type'],
      ['<html></html>', 'it is no WordPress export'],
    ] as const) {
      const refused = await send('preview', 'wrong.xml', wrong)
      expect([refused.status, refused.body.errors[0].message]).toEqual([422, expect.stringContaining(reason)])
    }
  })

  it.each(['the desk', 'a command'])(
    'by %s takes its turn again where somebody saved in the same moment',
    async (by) => {
      const { db } = service.payload
      const meetAnother = (method: 'create' | 'createVersion') =>
        vi.spyOn(db, method).mockRejectedValueOnce(Object.assign(new Error('WriteConflict'), { code: 112 }))
      const source = `meeting-${by.replace(' ', '-')}.txt`
      const bring = async (text: string) => {
        if (by === 'the desk') return (await send('create', source, text, { title: 'Meeting' })).body
        const article = { title: 'Meeting', body: paragraphs(text) as never, warnings: [] }
        const options = { locale: 'en', publish: false, dryRun: false } as const
        return importArticle(service.payload, { article, source, bytes: strToU8(text) }, options)
      }
      const before = await count()
      const creating = meetAnother('create')
      const made = await bring('The first words.')
      expect([made.outcome, creating.mock.calls.length > 1]).toEqual(['created', true])
      const updating = meetAnother('createVersion')
      expect(await bring('Other words.')).toEqual({ outcome: 'updated', id: made.id })
      expect(updating.mock.calls.length).toBeGreaterThan(1)
      vi.restoreAllMocks()
      expect([await count(), toText((await read(made.id)).body).text]).toEqual([before + 1, 'Other words.'])
    },
  )

  it('leaves what readers see alone until the draft is published', async () => {
    const { body: made } = await send('create', 'published.txt', 'What readers see.', { title: 'Published' })
    await service.ask('reviewer', 'PATCH', `/api/articles/${made.id}`, { _status: 'published' })
    const updated = await send('create', 'published.txt', 'What they do not see yet.', { title: 'Published' })
    expect(updated.body).toEqual({ outcome: 'updated', id: made.id })
    const seen = await service.ask('stranger', 'GET', `/api/articles/${made.id}`)
    expect(toText(seen.body.body).text).toBe('What readers see.')
  })

  it('says which rule a draft would break', async () => {
    const { status, body } = await send('create', 'long.txt', 'Words.', { title: 'x'.repeat(201) })
    expect([status, body.errors[0].message]).toEqual([422, 'A title has at most 200 characters.'])
  })
})
