import { describe, expect, it } from 'vitest'
import { toCsvLine } from './toCsvLine'

describe('A line of CSV', () => {
  it('quotes what would end a cell', () => {
    expect(toCsvLine(['a', 'b,c', 'd "e"', 'f\ng', '', undefined, null, 3])).toBe('a,"b,c","d ""e""","f\ng",,,,3\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '|calc', '=HYPERLINK("https://example.org","a")'])(
    'lets a spreadsheet run nothing: %j',
    (cell) => {
      expect(toCsvLine([cell]).replace(/^"/, '')).toMatch(/^'/)
    },
  )

  it('leaves plain text and dates alone', () => {
    expect(toCsvLine(['Legs at night', '2027-01-02T03:04:05.000Z'])).toBe('Legs at night,2027-01-02T03:04:05.000Z\r\n')
  })
})
