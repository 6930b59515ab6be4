import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, describeService, paragraphs, type Service, startService } from './startService'

describeService('Addresses, and what they are checked for', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.close())

  const words = { body: paragraphs('Plain words.') }
  const add = async (data: object, query = '') =>
    (await service.ask('reviewer', 'POST', `/api/articles${query}`, { ...words, ...data })).body.doc
  const change = async (id: string, data: object, query = ''): Promise<Answer> =>
    service.ask('reviewer', 'PATCH', `/api/articles/${id}${query}`, data)
  const slugOf = async (id: string, query = '') =>
    (await service.ask('reviewer', 'GET', `/api/articles/${id}${query}`)).body.slug
  const publish = { _status: 'published' }

  describe('a slug', () => {
    it.each([
      ['Leg Cramps at Night', 'leg-cramps-at-night'],
      ['  What’s “restless legs”?  ', 'whats-restless-legs'],
      ['Crème brûlée & más', 'creme-brulee-mas'],
      ['Боль в ногах', 'боль-в-ногах'],
      ['a/b\\c?d#e%20f', 'a-b-c-d-e-20f'],
      [`${'long '.repeat(30)}`, 'long-'.repeat(16).slice(0, -1)],
    ])('of %j is %s', async (title, slug) => {
      expect((await add({ title })).slug).toBe(slug)
    })

    it('that is taken gets a number, in its own language', async () => {
      const slugs = []
      for (let copy = 1; copy <= 3; copy++) slugs.push((await add({ title: 'Varicose veins' })).slug)
      expect(slugs).toEqual(['varicose-veins', 'varicose-veins-2', 'varicose-veins-3'])
      const { id } = await add({ title: 'Something else' })
      expect((await change(id, { ...words, title: 'Varicose veins' }, '?locale=es')).body.doc.slug).toBe(
        'varicose-veins',
      )
    })

    it('that two people ask for at once goes to one of them', async () => {
      const made = await Promise.all(
        Array.from({ length: 4 }, () => service.ask('editor', 'POST', '/api/articles', { ...words, title: 'At once' })),
      )
      const slugs = made.flatMap(({ status, body }) => (status === 201 ? [body.doc.slug] : []))
      expect(new Set(slugs).size).toBe(slugs.length)
      expect(slugs).toContain('at-once')
      for (const { status } of made) expect([201, 400]).toContain(status)
    })

    it('follows the title until it is published, and not after that', async () => {
      const { id } = await add({ title: 'First title' }, '?draft=true')
      await change(id, { title: 'Second title' }, '?draft=true')
      expect(await slugOf(id, '?draft=true')).toBe('second-title')
      await change(id, publish)
      await change(id, { title: 'Third title', ...publish })
      await change(id, { title: 'Fourth title' }, '?draft=true')
      expect([await slugOf(id), await slugOf(id, '?draft=true')]).toEqual(['second-title', 'second-title'])
    })

    it('set by hand is made one, and stays', async () => {
      const { id, slug } = await add({ title: 'By hand', slug: 'My Own Address!' })
      expect(slug).toBe('my-own-address')
      await change(id, { title: 'Another title' })
      expect(await slugOf(id)).toBe('my-own-address')
    })
  })

  describe('a redirect', () => {
    /** Where strangers are led from an old address. */
    async function ledFrom(from: string): Promise<string[]> {
      const { body } = await service.ask('stranger', 'GET', `/api/redirects?where[from][equals]=${from}&depth=0`)
      return body.docs.map((redirect: { document: { value: string } }) => redirect.document.value)
    }

    it('is left by each change of a published address, and leads to the document', async () => {
      const { id } = await add({ title: 'Chain', slug: 'chain-one', ...publish })
      for (const slug of ['chain-two', 'chain-three']) await change(id, { slug, ...publish })
      expect([await ledFrom('chain-one'), await ledFrom('chain-two'), await ledFrom('chain-three')]).toEqual([
        [id],
        [id],
        [],
      ])
    })

    it('goes when the address comes back to its document', async () => {
      const { id } = await add({ title: 'There and back', slug: 'there', ...publish })
      for (const slug of ['elsewhere', 'there']) await change(id, { slug, ...publish })
      expect([await ledFrom('there'), await ledFrom('elsewhere')]).toEqual([[], [id]])
    })

    it('goes when another document takes the address', async () => {
      const { id } = await add({ title: 'Gave it away', slug: 'wanted', ...publish })
      await change(id, { slug: 'new-place', ...publish })
      await add({ title: 'Took it', slug: 'wanted', ...publish })
      expect(await ledFrom('wanted')).toEqual([])
    })

    it('is not left by a draft, nor by an address that was never published', async () => {
      const { id } = await add({ title: 'Only a draft', slug: 'draft-one' }, '?draft=true')
      await change(id, { slug: 'draft-two' }, '?draft=true')
      await change(id, publish)
      await change(id, { slug: 'draft-three' }, '?draft=true')
      expect([await ledFrom('draft-one'), await ledFrom('draft-two')]).toEqual([[], []])
      await change(id, { slug: 'draft-three', ...publish })
      expect(await ledFrom('draft-two')).toEqual([id])
    })

    it('is hidden from strangers while its document is, and goes with it', async () => {
      const { id } = await add({ title: 'Comes and goes', slug: 'shown-once', ...publish })
      await change(id, { slug: 'shown-now', ...publish })
      await change(id, { _status: 'draft' })
      expect(await ledFrom('shown-once')).toEqual([])
      await change(id, publish)
      expect(await ledFrom('shown-once')).toEqual([id])
      await change(id, { deletedAt: new Date().toISOString() })
      expect(await ledFrom('shown-once')).toEqual([])
      await service.ask('admin', 'DELETE', `/api/articles/${id}?trash=true`)
      const left = await service.ask('admin', 'GET', '/api/redirects?where[from][equals]=shown-once')
      expect(left.body.totalDocs).toBe(0)
    })

    it('is kept for each language', async () => {
      const { id } = await add({ title: 'In two languages', slug: 'two-en', ...publish })
      await change(id, { ...words, title: 'En dos', slug: 'dos-es', localeStatus: 'ready', ...publish }, '?locale=es')
      await change(id, { slug: 'dos-nuevo', ...publish }, '?locale=es')
      const { body } = await service.ask('stranger', 'GET', '/api/redirects?where[from][equals]=dos-es')
      expect(body.docs).toEqual([expect.objectContaining({ locale: 'es', collection: 'articles' })])
      expect([await ledFrom('two-en'), await slugOf(id)]).toEqual([[], 'two-en'])
    })
  })

  describe('a code or a reference', () => {
    const reference = (data: object) =>
      ['articles', { title: 'With sources', ...words, references: [{ citation: 'A source', ...data }] }] as const
    const code = (system: string, value: string) =>
      ['symptoms', { name: `With ${value}`, codes: [{ system, code: value }] }] as const

    it.each([
      ['a DOI', reference({ doi: '10.1056/NEJMoa2034577' })],
      ['a PubMed id', reference({ pmid: '33301246' })],
      ['an address', reference({ url: 'https://www.nhlbi.nih.gov/health/varicose-veins' })],
      ['SNOMED CT', code('snomed', '449917004')],
      ['SNOMED CT of an extension', code('snomed', '999000041000000102')],
      ['ICD-10-CM', code('icd-10-cm', 'R25.2')],
      ['ICD-10-CM with seven characters', code('icd-10-cm', 'S82.101A')],
      ['MeSH', code('mesh', 'D009120')],
    ])('%s is taken', async (_, [collection, data]) => {
      const { status, body } = await service.ask('editor', 'POST', `/api/${collection}`, data)
      expect([status, body.errors]).toEqual([201, undefined])
    })

    it.each([
      ['a DOI with its resolver', 'references.0.doi', reference({ doi: 'https://doi.org/10.1056/NEJMoa2034577' })],
      ['half a DOI', 'references.0.doi', reference({ doi: '10.1056' })],
      ['a PubMed id with letters', 'references.0.pmid', reference({ pmid: 'PMC7745181' })],
      ['a PubMed id of nine digits', 'references.0.pmid', reference({ pmid: '123456789' })],
      ['a script for an address', 'references.0.url', reference({ url: 'javascript:alert(1)' })],
      ['a mistyped SNOMED CT code', 'codes.0.code', code('snomed', '449917005')],
      ['a SNOMED CT description', 'codes.0.code', code('snomed', '680946014')],
      ['ICD-10-CM without its point', 'codes.0.code', code('icd-10-cm', 'R252')],
      ['ICD-10-CM in small letters', 'codes.0.code', code('icd-10-cm', 'r25.2')],
      ['a short MeSH identifier', 'codes.0.code', code('mesh', 'D0091')],
    ])('%s is refused, and the field is named', async (_, path, [collection, data]) => {
      const { status, body } = await service.ask('editor', 'POST', `/api/${collection}`, data)
      expect(status).toBe(400)
      expect(body.errors[0].data.errors).toEqual([
        expect.objectContaining({ path, message: expect.stringMatching(/^\w.* .*\.$/) }),
      ])
    })
  })
})
