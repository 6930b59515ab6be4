import { expect, it } from 'vitest'
import { addMonths, dayOf } from './reviewDays'

it.each([
  ['2027-01-15', 12, '2028-01-15'],
  ['2027-01-31', 1, '2027-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
])('%s and %i months is %s', (day, months, then) => {
  expect(addMonths(dayOf(day), months)).toBe(dayOf(then))
})
