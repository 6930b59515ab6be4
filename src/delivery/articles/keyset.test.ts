import { describe, expect, it } from 'vitest'
import { behind, fromCursor, orderBy, toCursor } from './keyset'

describe('A cursor', () => {
  it.each([
    ['title', { value: 'Las piernas “hinchadas”', id: '0192-a' }],
    ['-reviewed', { value: null, id: '0192-a' }],
    ['modified', { value: '2026-03-31T00:00:00.000Z', id: '0192-a' }],
  ] as const)('of %s comes back as it was', (sort, position) => {
    expect(fromCursor(toCursor(sort, position), sort)).toEqual(position)
  })

  it.each([
    'nonsense',
    '',
    'bnVsbA',
    Buffer.from('["title","a"]').toString('base64url'),
    Buffer.from('["title",{"$gt":""},"a"]').toString('base64url'),
    Buffer.from('["title","a",{"$gt":""}]').toString('base64url'),
    toCursor('-title', { value: 'a', id: 'a' }),
    'A'.repeat(5000),
  ])('%s is refused', (cursor) => {
    expect(() => fromCursor(cursor, 'title')).toThrow('cursor')
  })

  it('of dates holds a date', () => {
    expect(() => fromCursor(toCursor('modified', { value: 'a', id: 'a' }), 'modified')).toThrow('cursor')
  })
})

it('goes on among the rows without a value, which come first or last', () => {
  const missing = { reviewedOn: { exists: false } }
  const value = '2026-01-01T00:00:00.000Z'
  expect(behind('reviewed', { value: null, id: 'b' })).toEqual({
    or: [{ and: [missing, { id: { greater_than: 'b' } }] }, { reviewedOn: { exists: true } }],
  })
  expect(behind('-reviewed', { value: null, id: 'b' })).toEqual({ and: [missing, { id: { less_than: 'b' } }] })
  expect(behind('-reviewed', { value, id: 'b' }).or).toContainEqual(missing)
  expect(orderBy('-nextReview')).toEqual(['-nextReviewDue', '-id'])
})
