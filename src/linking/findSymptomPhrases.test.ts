import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSymptomPhrases } from './findSymptomPhrases'

const phrasesIn = (text: string, locale: string) => findSymptomPhrases(text, locale).map((phrase) => phrase.text)

describe('phrases that look like symptoms', () => {
  it.each([
    ['You may notice numbness in your fingers and a dry mouth.', ['numbness in your fingers', 'dry mouth']],
    ['Jaw pain, swollen ankles, or trouble swallowing.', ['Jaw pain', 'swollen ankles', 'trouble swallowing']],
    ['A burning pain when urinating is one sign.', ['burning pain when urinating']],
    ['There may be a loss of appetite and some tiredness.', ['loss of appetite', 'tiredness']],
    ['Tell us about pressure in the chest.', ['pressure in the chest']],
    ['Your child has an earache.', ['earache']],
    ['Pain in the left knee, which swells.', ['Pain in the left knee']],
  ])('are found in English: %s', (text, phrases) => {
    expect(phrasesIn(text, 'en')).toEqual(phrases)
  })

  it.each([
    ['Puede sentir hormigueo en los dedos y la boca seca.', ['hormigueo en los dedos', 'boca seca']],
    ['Dificultad para tragar o pérdida del apetito.', ['Dificultad para tragar', 'pérdida del apetito']],
    ['Ardor al orinar y ojos llorosos.', ['Ardor al orinar', 'ojos llorosos']],
    ['Un dolor punzante en la espalda.', ['dolor punzante en la espalda']],
  ])('are found in Spanish: %s', (text, phrases) => {
    expect(phrasesIn(text, 'es')).toEqual(phrases)
  })

  it.each([
    'The waiting room is on the second floor.',
    'Keep a lump of sugar at hand; the cold, dry air outside.',
    'Your blood pressure is taken at each visit.',
    'Put your hands under warm water.',
  ])('are not made of other words: %s', (text) => {
    expect(phrasesIn(text, 'en')).toEqual([])
  })

  it('do not cross the end of a sentence, a line or a comma', () => {
    expect(phrasesIn('It is dry. Mouth care helps.\nStiff\nneck', 'en')).toEqual([])
    expect(phrasesIn('numbness, in your fingers', 'en')).toEqual(['numbness'])
  })

  it('leave out what the vocabulary names already, also in part', () => {
    const text = 'Numbness in the hands. Numbness in the feet.'
    expect(findSymptomPhrases(text, 'en', [{ start: 16, end: 21 }]).map(({ start }) => start)).toEqual([23])
    expect(
      findSymptomPhrases(text, 'en', [
        { start: 23, end: 31 },
        { start: 0, end: 8 },
      ]),
    ).toEqual([])
  })

  it('stand where they say, in any text', () => {
    const text = fc
      .array(fc.constantFrom('pain ', 'dry ', 'mouth', ' in ', 'the ', 'é', '👋', '. ', '\n', '-', 'loss of '))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'es'), (given, locale) => {
        let end = 0
        for (const phrase of findSymptomPhrases(given, locale)) {
          expect(phrase.start).toBeGreaterThanOrEqual(end)
          expect(given.slice(phrase.start, phrase.end)).toBe(phrase.text)
          expect(phrase.text).not.toMatch(/\n|\. |^\s|\s$/)
          end = phrase.end
        }
      }),
    )
  })

  it('take time in the length of the text and no more', () => {
    const start = performance.now()
    findSymptomPhrases('dry in the of pain '.repeat(50_000), 'en')
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
