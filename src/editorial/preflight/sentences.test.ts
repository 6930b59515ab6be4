import { expect, it } from 'vitest'
import { sentencesAround, sentencesIn } from './sentences'

it('takes the neighbours of a sentence in its own line alone', () => {
  const text = 'One. Two. Three. Four.\nFive. Six.'
  const around = (words: string) => sentencesAround(text, sentencesIn(text, 'en'), text.indexOf(words))
  expect(around('Two')).toEqual(['One.', 'Two.', 'Three.'])
  expect(around('Four')).toEqual(['Three.', 'Four.'])
  expect(around('Five')).toEqual(['Five.', 'Six.'])
})
