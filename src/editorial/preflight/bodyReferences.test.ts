import { expect, it } from 'vitest'
import { toText } from '../../richtext/toText'
import { bodyReferences } from './bodyReferences'

const text = (words: string) => ({ type: 'text', text: words })
const link = (fields: object, ...children: object[]) => ({ type: 'link', fields, children })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
const toDocument = { linkType: 'internal', doc: { relationTo: 'symptoms', value: 'a' } }

it('finds links with their places, web pages and pictures', () => {
  const body = {
    root: {
      children: [
        paragraph(text('See '), link(toDocument, text('leg '), text(''), text('cramps')), text('.')),
        { type: 'upload', relationTo: 'media', value: { id: 'p' } },
        paragraph(link({ linkType: 'custom', url: 'https://example.org' }, text('a page'))),
        paragraph(link({ linkType: 'internal', doc: { relationTo: 'clinics', value: 'b' } })),
        { type: 'upload', relationTo: 'media', value: 'q' },
      ],
    },
  }
  const { text: words, pieces } = toText(body)
  const found = bodyReferences(body, pieces)
  expect(found).toEqual({
    documents: [
      { collection: 'symptoms', id: 'a', place: { start: 4, end: 14 } },
      { collection: 'clinics', id: 'b' },
    ],
    webPages: [{ start: 16, end: 22 }],
    pictures: ['p', 'q'],
  })
  expect(words.slice(4, 14)).toBe('leg cramps')
  expect(words.slice(16, 22)).toBe('a page')
})

it.each([null, 'words', { root: 7 }, { root: { children: [null, { type: 'link' }, { type: 'upload' }] } }])(
  'finds nothing in %o',
  (body) => {
    expect(bodyReferences(body, toText(body).pieces)).toEqual({ documents: [], webPages: [], pictures: [] })
  },
)
