import { expect, it } from 'vitest'
import { keepCapital } from './keepCapital'

it.each([
  ['high blood pressure', 'hypertension', 'high blood pressure'],
  ['high blood pressure', 'Hypertension', 'High blood pressure'],
  ['énfasis', 'Útil', 'Énfasis'],
  ['', 'Edema', ''],
])('writes “%s” for “%s” as “%s”', (words, replaced, expected) => {
  expect(keepCapital(words, replaced)).toBe(expected)
})
