import { expect, it } from 'vitest'
import { salienceOf } from './salience'

const at = (start: number, role?: 'red-flag') => ({ start, confidence: 1, ...(role ? { role } : {}) })

it('counts mentions, the earlier the more', () => {
  expect(salienceOf([at(0), at(50)], 100, false)).toBeGreaterThan(salienceOf([at(0)], 100, false))
  expect(salienceOf([at(0)], 100, false)).toBeGreaterThan(salienceOf([at(90)], 100, false))
  expect(salienceOf([], 0, false)).toBe(0)
})

it('puts the title before a few mentions, and red flags behind', () => {
  expect(salienceOf([at(80)], 100, true)).toBeGreaterThan(salienceOf([at(0), at(10)], 100, false))
  expect(salienceOf([at(50)], 100, false)).toBeGreaterThan(salienceOf([at(40, 'red-flag')], 100, false))
})
