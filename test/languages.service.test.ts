import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeService, paragraphs, type Service, startService } from './startService'

/** What readers of another language get: its words where they are ready, else English, and always said which. */
describeService('Languages', () => {
  let service: Service
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    service = await startService()
    const add = async (collection: string, english: object, spanish?: object) => {
      const { body } = await service.ask('reviewer', 'POST', `/api/${collection}`, { ...english, _status: 'published' })
      if (spanish)
        await service.ask('reviewer', 'PATCH', `/api/${collection}/${body.doc.id}?locale=es`, {
          ...spanish,
          localeStatus: 'ready',
          _status: 'published',
        })
      return body.doc.id as string
    }
    ids.swelling = await add('symptoms', { name: 'Swelling' }, { name: 'Hinchazón' })
    ids.itching = await add('symptoms', { name: 'Itching' })
    ids.ache = await add('symptoms', { name: 'Ache' })
    ids.first = await add(
      'articles',
      { title: 'Legs', summary: 'Of legs.', body: paragraphs('Swelling. Swelling. Itching.') },
      { title: 'Las piernas', body: paragraphs('Hinchazón.') },
    )
    // Loads the relations of both at once, in another order in each.
    ids.second = await add('articles', {
      title: 'Arms',
      body: paragraphs('Ache. Ache. Ache. Itching. Itching. Swelling.'),
    })
  })
  afterAll(() => service?.close())

  const get = async (query: string) =>
    (await service.ask('stranger', 'GET', `/api/articles/${ids.first}?${query}`)).body

  it.each(['', '&select[title]=true&select[summary]=true'])(
    'gives what is ready, and says what is not (locale=es%s)',
    async (select) => {
      const article = await get(`locale=es${select}`)
      expect(article.title).toBe('Las piernas')
      expect(article.summary).toBe('Of legs.')
      expect(article.fellBack).toContain('summary')
      expect(article.fellBack).not.toContain('title')
    },
  )

  it('gives relations in the language too, and says which are not', async () => {
    const { symptoms } = await get('locale=es&depth=1')
    expect(symptoms.map(({ name, fellBack }: { name: string; fellBack: string[] }) => [name, fellBack])).toEqual([
      ['Hinchazón', []],
      ['Itching', expect.arrayContaining(['name'])],
    ])
  })

  it.each(['', 'locale=es', 'depth=0', 'locale=es&depth=2', 'select[title]=true'])(
    'never shows strangers how far a translation is (%s)',
    async (query) => {
      expect(JSON.stringify(await get(query))).not.toContain('localeStatus')
    },
  )

  it('shows relations in GraphQL in the order that they are linked in', async () => {
    const query = '{ Articles(sort: "title") { docs { title symptoms { name } } } }'
    const { body } = await service.ask('stranger', 'POST', '/api/graphql', { query })
    expect(body.data.Articles.docs).toEqual([
      { title: 'Arms', symptoms: [{ name: 'Ache' }, { name: 'Itching' }, { name: 'Swelling' }] },
      { title: 'Legs', symptoms: [{ name: 'Swelling' }, { name: 'Itching' }] },
    ])
  })

  it('leaves no id of a draft in a body, in one language or in all', async () => {
    const draft = (await service.ask('editor', 'POST', '/api/articles', { title: 'Hidden', body: paragraphs('x') }))
      .body.doc.id
    const link = {
      type: 'link',
      version: 3,
      format: '',
      indent: 0,
      direction: null,
      fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value: draft } },
      children: [{ type: 'text', text: 'there', version: 1, format: 0, detail: 0, mode: 'normal', style: '' }],
    }
    const body = paragraphs('See')
    ;(body.root.children[0] as { children: unknown[] }).children.push(link)
    const id = (
      await service.ask('reviewer', 'POST', '/api/articles', { title: 'Linking', body, _status: 'published' })
    ).body.doc.id
    for (const query of ['', 'locale=all', 'locale=es', 'locale=all&depth=0']) {
      const { status, body: shown } = await service.ask('stranger', 'GET', `/api/articles/${id}?${query}`)
      expect(status).toBe(200)
      expect(JSON.stringify(shown)).not.toContain(draft)
    }
  })
})
