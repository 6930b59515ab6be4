import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compileTerms, findTerms } from './findTerms'

const terms = ['hypertension', 'pulmonary hypertension', 'fracture', 'administer', 'cold', 'MI']
const compiled = compileTerms(terms, 'en')
const found = (text: string) =>
  findTerms(text, compiled).map(({ index, start, end, inflected }) => [terms[index], text.slice(start, end), inflected])

it('finds the longest of terms that overlap', () => {
  expect(found('Pulmonary hypertension is no other hypertension.')).toEqual([
    ['pulmonary hypertension', 'Pulmonary hypertension', false],
    ['hypertension', 'hypertension', false],
  ])
})

it('finds other forms of the words, whatever is said of them, and not parts of words', () => {
  expect(found('No fractures; we administered it in cold weather. Refracture? An MI, not mi.')).toEqual([
    ['fracture', 'fractures', true],
    ['administer', 'administered', true],
    ['cold', 'cold', false],
    ['MI', 'MI', false],
  ])
})

it('does not go on from one block to the next', () => {
  expect(found('Pulmonary\nhypertension')).toEqual([['hypertension', 'hypertension', false]])
})

it('gives places that fit, in order and apart, whatever the text', () => {
  const parts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...terms, '🫀', '\u00ad', '\n', ' ('))
  fc.assert(
    fc.property(fc.array(parts), (some) => {
      const text = some.join(' ')
      let at = 0
      for (const { start, end } of findTerms(text, compiled)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(text.length).toBeGreaterThanOrEqual(at)
    }),
  )
})
