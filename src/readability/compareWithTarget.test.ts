import { expect, it } from 'vitest'
import { compareWithTarget } from './compareWithTarget'

const target = { lowestGrade: 6, highestGrade: 8 }

it.each([
  ['fleschKincaidGrade', 5.9, 'easier'],
  ['fleschKincaidGrade', 6, 'within'],
  ['fleschKincaidGrade', 8.9, 'within'],
  ['fleschKincaidGrade', 9, 'harder'],
  ['smog', 12, 'harder'],
  ['gunningFog', 7, 'within'],
  ['fleschReadingEase', 59.9, 'harder'],
  ['fleschReadingEase', 60, 'within'],
  ['fleschReadingEase', 89.9, 'within'],
  ['fleschReadingEase', 90, 'easier'],
  ['fernandezHuerta', 59, 'harder'],
  ['fernandezHuerta', 79, 'within'],
  ['fernandezHuerta', 80, 'easier'],
  ['inflesz', 54, 'harder'],
  ['inflesz', 79, 'within'],
  ['inflesz', 80, 'easier'],
] as const)('%s of %d is %s for grades 6 to 8', (name, score, fit) => {
  expect(compareWithTarget(name, score, target)).toBe(fit)
})

it('asks nothing of a text for readers who manage everything, and the most of one for the youngest', () => {
  expect(compareWithTarget('fleschReadingEase', -50, { lowestGrade: 17, highestGrade: 18 })).toBe('within')
  expect(compareWithTarget('inflesz', 79, { lowestGrade: 1, highestGrade: 1 })).toBe('harder')
  expect(compareWithTarget('inflesz', 120, { lowestGrade: 1, highestGrade: 1 })).toBe('within')
})
