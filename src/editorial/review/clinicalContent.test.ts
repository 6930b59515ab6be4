import { describe, expect, it } from 'vitest'
import { articleIn, clinicalTexts, contentDigest, mergedArticle } from './clinicalContent'

const body = (...children: object[]) => ({ root: { type: 'root', children: [{ type: 'paragraph', children }] } })
const text = (words: string, more: object = {}) => ({ type: 'text', text: words, format: 0, ...more })
const article = {
  title: 'Legs',
  summary: 'Rest.',
  body: body(text('Rest your legs.')),
  keyPoints: ['Rest.'],
  seekCare: { urgency: 'clinician', text: 'Call us.' },
  references: [{ id: 'r1', citation: 'A study.', url: '' }],
  hero: 'm1',
  seo: { title: '' },
}
const digest = contentDigest(article)
const link = (url: string) => ({
  type: 'link',
  fields: { linkType: 'custom', url },
  children: [text('Rest')],
})

describe('The digest of clinical content', () => {
  it.each([
    ['computed fields', { mentions: [{ text: 'legs' }], symptoms: ['s1'], images: ['m1'], versionKey: 'x' }],
    ['notes and dates', { internalNotes: 'Hm.', reviewedOn: '2027-01-01', nextReviewDue: null, slug: 'legs' }],
    ['a recall', { recall: { kind: 'recalled', reason: 'Wrong.' } }],
    [
      'how the editor keeps the same text',
      { body: body(text('Rest ', { version: 1 }), text('your legs.', { style: '' })) },
    ],
    ['ids of rows and populated documents', { references: [{ citation: 'A study.', doi: null }], hero: { id: 'm1' } }],
    ['what is empty in another way', { seo: { title: null, description: '' } }],
  ])('is the same with other %s', (_, change) => {
    expect(contentDigest({ ...article, ...change })).toBe(digest)
  })

  it.each([
    ['title', { title: 'Leg' }],
    ['emphasis', { body: body(text('Rest your legs.', { format: 1 })) }],
    ['order of fields', { title: 'Rest.', summary: 'Legs' }],
    ['picture', { hero: 'm2' }],
    ['urgency', { seekCare: { ...article.seekCare, urgency: 'urgent' } }],
    ['reference', { references: [{ citation: 'A study.', url: 'https://example.org' }] }],
  ])('is another with another %s', (_, change) => {
    expect(contentDigest({ ...article, ...change })).not.toBe(digest)
  })

  it('knows where a link leads', () => {
    const to = (url: string) => contentDigest({ ...article, body: body(link(url)) })
    expect(to('https://example.org/a')).not.toBe(to('https://example.org/b'))
    const picture = (value: string) => contentDigest({ body: body({ type: 'upload', relationTo: 'media', value }) })
    expect(picture('m1')).not.toBe(picture('m2'))
  })
})

describe('An article', () => {
  it('takes what is sent over what was there, within groups too', () => {
    const merged = mergedArticle(article, { title: 'Arms', seekCare: { text: 'Call.' }, summary: undefined })
    expect(merged).toMatchObject({ title: 'Arms', summary: 'Rest.', seekCare: { urgency: 'clinician', text: 'Call.' } })
  })

  it('is picked out of all languages', () => {
    const all = {
      ...article,
      title: { en: 'Legs', es: 'Piernas' },
      summary: { en: 'Rest.' },
      seekCare: { urgency: 'clinician', text: { es: 'Llame.' } },
      body: { es: article.body },
    }
    expect(articleIn(all, 'es')).toMatchObject({
      title: 'Piernas',
      summary: undefined,
      seekCare: { urgency: 'clinician', text: 'Llame.' },
    })
    expect(clinicalTexts(articleIn(all, 'es'))).toMatchObject({
      title: 'Piernas',
      summary: '',
      body: 'Rest your legs.',
    })
  })
})
