import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileJargon, findJargon, type JargonEntry } from './findJargon'

const english = compileJargon(
  [
    { term: 'hypertension', plainer: 'high blood pressure' },
    { term: 'pulmonary hypertension', plainer: 'high pressure in the lungs' },
    { term: 'fracture', plainer: 'broken bone' },
    { term: 'edema', plainer: 'swelling' },
  ],
  'en',
)
const spanish = compileJargon(
  [
    { term: 'hipertensión', plainer: 'presión alta' },
    { term: 'crónico', plainer: 'de larga duración' },
  ],
  'es',
)
const words = (text: string, jargon = english) => findJargon(text, jargon).map((found) => found.text)

describe('findJargon', () => {
  it('says where a word stands and what to say instead', () => {
    expect(findJargon('🫀 Fractures heal.', english)).toEqual([
      { term: 'fracture', plainer: 'broken bone', start: 3, end: 12, text: 'Fractures', inflected: true },
    ])
  })

  it('finds the longest term, in British spelling too, and Spanish in both genders and without accents', () => {
    expect(words('Pulmonary hypertension and oedema.')).toEqual(['Pulmonary hypertension', 'oedema'])
    expect(words('Una enfermedad crónica, HIPERTENSION.', spanish)).toEqual(['crónica', 'HIPERTENSION'])
  })

  it.each([
    'Hypertension (high blood pressure) is common.',
    'High blood pressure (hypertension) is common.',
    'High blood pressure (also called hypertension) is common.',
    'Hypertension [that is, high blood pressure] is common.',
    '“Hypertension” (high blood pressure) is common.',
    'Fractures (broken bones) heal.',
  ])('lets a word stand where it is explained: %s', (text) => {
    expect(words(text)).toEqual([])
  })

  it.each([
    'Hypertension (a disease) is common.',
    'High blood pressure is common. Some (with hypertension) smoke.',
    'Hypertension is common (high blood pressure).',
    'High blood pressure (BP). Hypertension is common.',
    'Hypertension\n(high blood pressure)',
  ])('does not take other brackets for an explanation: %s', (text) => {
    expect(words(text)).toHaveLength(1)
  })

  it('explains the place alone, not the word for good', () => {
    expect(findJargon('Edema (swelling) hurts. Edema passes.', english).map(({ start }) => start)).toEqual([24])
  })
})

describe('The starter list', () => {
  const starter = JSON.parse(readFileSync('starter/jargon.json', 'utf8')) as Record<'en' | 'es', Record<string, string>>

  it.each([
    ['en', 120],
    ['es', 60],
  ] as const)(
    'in %s has at least %i words, each found in a text, and none plainer by another of them',
    (locale, least) => {
      const entries: JargonEntry[] = Object.entries(starter[locale]).map(([term, plainer]) => ({ term, plainer }))
      expect(entries.length).toBeGreaterThanOrEqual(least)
      const jargon = compileJargon(entries, locale)
      for (const { term, plainer } of entries) {
        expect(findJargon(`x ${term} x`, jargon).map((found) => found.term)).toEqual([term])
        expect(findJargon(plainer, jargon), `“${plainer}” for “${term}”`).toEqual([])
      }
    },
  )
})
