import { describe, expect, it } from 'vitest'
import { changedFields } from './changedFields'

const none = new Set<string>()

describe('Changed fields', () => {
  it('are those that were sent with another value', () => {
    const before = { title: 'A', summary: 'B', references: [{ citation: 'C' }] }
    expect(changedFields(before, { title: 'A', summary: 'D', references: [{ citation: 'E' }] }, none)).toEqual([
      'summary',
      'references',
    ])
  })

  it('are named within their group', () => {
    const before = { seekCare: { urgency: 'urgent', text: 'A' } }
    expect(changedFields(before, { seekCare: { text: 'B' } }, none)).toEqual(['seekCare.text'])
    expect(changedFields({}, { seekCare: { text: 'B', urgency: null } }, none)).toEqual(['seekCare.text'])
  })

  it.each([[undefined], [null], [''], [[]]])('are none between %j and any other nothing', (nothing) => {
    for (const other of [undefined, null, '', []]) expect(changedFields({ a: nothing }, { a: other }, none)).toEqual([])
  })

  it('are none where a document stands in the place of its id', () => {
    const author = { id: 'u1', name: 'Ana', updatedAt: '2027-01-01' }
    expect(changedFields({ author: 'u1', hero: null }, { author }, none)).toEqual([])
    expect(changedFields({ author: 'u2' }, { author }, none)).toEqual(['author'])
  })

  it('take a body as one', () => {
    expect(changedFields({ body: { root: { children: [] } } }, { body: { root: { children: [1] } } }, none)).toEqual([
      'body',
    ])
  })

  it('leave out what is ignored', () => {
    expect(changedFields({}, { mentions: [1], title: 'A' }, new Set(['mentions']))).toEqual(['title'])
  })
})
