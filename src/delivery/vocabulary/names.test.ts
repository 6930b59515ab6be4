import { describe, expect, it } from 'vitest'
import { BadParameter } from '../parameters'
import { byName, folded, fromCursor, pageOf, toCursor } from './names'

describe('names', () => {
  it('are in the order of the language, equal ones by id', () => {
    const names = ['zumbido', 'Ácido', 'nudo', 'ñu', 'oído', 'acné', 'acné'].map((name, id) => ({ id: `${id}`, name }))
    expect(names.sort(byName('es')).map(({ name, id }) => name + id)).toEqual([
      'Ácido1',
      'acné5',
      'acné6',
      'nudo2',
      'ñu3',
      'oído4',
      'zumbido0',
    ])
  })

  it('are compared without case, accents and extra spaces', () => {
    expect(folded('  Hinchazón   DE pies ')).toBe('hinchazon de pies')
  })
})

describe('pages', () => {
  const sorted = [1, 2, 3, 4, 5]
  it('join without a gap, and the last one says so', () => {
    expect(pageOf(sorted, 2, undefined, (n) => n)).toEqual({ page: [1, 2], next: 2 })
    expect(
      pageOf(
        sorted,
        2,
        (n) => n > 2,
        (n) => n,
      ),
    ).toEqual({ page: [3, 4], next: 4 })
    expect(
      pageOf(
        sorted,
        2,
        (n) => n > 4,
        (n) => n,
      ),
    ).toEqual({ page: [5], next: undefined })
    expect(
      pageOf(
        sorted,
        2,
        (n) => n > 9,
        (n) => n,
      ),
    ).toEqual({ page: [], next: undefined })
    expect(pageOf(sorted, 5, undefined, (n) => n)).toEqual({ page: sorted, next: undefined })
  })

  it('go on where one began that is gone', () => {
    expect(
      pageOf(
        [1, 2, 4],
        2,
        (n) => n > 3,
        (n) => n,
      ).page,
    ).toEqual([4])
  })

  it('refuse a cursor that was not made here', () => {
    expect(fromCursor(toCursor('Ácido', 'x1'), 'string')).toEqual(['Ácido', 'x1'])
    expect(fromCursor(toCursor(1.5, 'x1'), 'number')).toEqual([1.5, 'x1'])
    for (const wrong of [
      '',
      'x',
      toCursor(1, 'a'),
      toCursor('a'),
      Buffer.from('{}').toString('base64url'),
      'A'.repeat(2000),
    ])
      expect(() => fromCursor(wrong, 'string')).toThrow(BadParameter)
  })
})
