import { expect, it } from 'vitest'
import { findHardestSentences, findLongestWords } from './hardPlaces'
import { readProse } from './readProse'

const easy = 'We will walk to the shop and back today.'
const hard =
  'Pharmaceutical interventions necessitate multidisciplinary collaboration and individualized administration.'
const harder = `${hard.slice(0, -1)} notwithstanding organizational impediments.`
const text = `${easy} ${hard}\nAdministration\n- ${harder}`
const prose = readProse(text, 'en')
const words = (place: { start: number; end: number }) => text.slice(place.start, place.end)

it('lists the hardest sentences first, and no heading', () => {
  expect(findHardestSentences(prose, 'en', 5).map(words)).toEqual([harder, hard, easy])
  expect(findHardestSentences(prose, 'en', 1).map(words)).toEqual([harder])
  expect(findHardestSentences(prose, 'en', 5, 60).map(words)).toEqual([harder, hard])
  expect(findHardestSentences(prose, 'en', 1)[0]).toMatchObject({ words: 11, polysyllables: 10 })
})

it('measures Spanish sentences by their own formula', () => {
  const spanish =
    'Hoy vamos a pie a la tienda y luego a casa. La administración farmacológica individualizada requiere colaboración multidisciplinaria continua.'
  const found = findHardestSentences(readProse(spanish, 'es'), 'es', 5)
  expect(found.map(({ start }) => start)).toEqual([44, 0])
})

it('lists each long word once, with every place, the longest first', () => {
  const found = findLongestWords(text, prose, 3)
  expect(found.map((word) => word.text)).toEqual(['multidisciplinary', 'individualized', 'organizational'])
  expect(found[0]?.places.map(words)).toEqual(['multidisciplinary', 'multidisciplinary'])
  const administration = findLongestWords(text, prose, 20).find((word) => word.text === 'administration')
  expect(administration?.places.map(words)).toEqual(['administration', 'Administration', 'administration'])
})
