import { expect, it } from 'vitest'
import { countSpanishSyllables } from './countSpanishSyllables'

it.each([
  ['sol', 1],
  ['y', 1],
  ['rey', 1],
  ['muy', 1],
  ['guion', 1],
  ['que', 1],
  ['día', 2],
  ['país', 2],
  ['ahí', 2],
  ['búho', 2],
  ['leer', 2],
  ['agua', 2],
  ['quiere', 2],
  ['cuida', 2],
  ['yeso', 2],
  ['rehuir', 2],
  ['guitarra', 3],
  ['pingüino', 3],
  ['cuídese', 3],
  ['oído', 3],
  ['prohibir', 2],
  ['estudiáis', 3],
  ['creíais', 3],
  ['Uruguay', 3],
  ['presión', 2],
  ['marihuana', 4],
  ['aéreo', 4],
  ['antihistamínico', 7],
  ['hemorragia', 4],
  ['zoológico', 5],
  ['hipertensión', 4],
  ['estadounidense', 6],
  ['CORAZÓN', 3],
  ['brrr', 1],
])('%s has %i', (word, syllables) => {
  expect(countSpanishSyllables(word)).toBe(syllables)
})

it('counts letters with their accents written apart', () => {
  expect(countSpanishSyllables('oído'.normalize('NFD'))).toBe(3)
})
