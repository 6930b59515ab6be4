import { expect, it } from 'vitest'
import { findAgain } from './findAgain'

const before = 'Some have hypertension. Many with hypertension feel well.'
const second = { start: 34, end: 46 }

it.each([
  ['where nothing changed', before, 34],
  ['where something was typed before it', `Yes! ${before}`, 39],
  ['where something was taken away before it', before.replace('Some have ', ''), 24],
  ['where something was typed behind it', `${before} Be well.`, 34],
])('finds the words %s', (_, now, start) => {
  expect(findAgain(now, before, second)).toBe(start)
})

it.each([
  ['were replaced', 'Some have hypertension. Many with high blood pressure feel well.'],
  ['are others now', 'Some have hypertension. Nobody feels ill.'],
  ['stand between others', 'Some have hypertension. Many who got hypertension are old.'],
])('does not take others for them once they %s', (_, now) => {
  expect(findAgain(now, before, second)).toBeUndefined()
})

it('finds words at the very start', () => {
  expect(findAgain('Edema hurts.', 'Edema hurts.', { start: 0, end: 5 })).toBe(0)
})
