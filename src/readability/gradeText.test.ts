import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countText, type TextCounts } from './countText'
import { gradeText } from './gradeText'
import { findHardestSentences, findLongestWords } from './hardPlaces'
import { readProse } from './readProse'
import { type Scores, scoreText } from './scoreText'

const count = (text: string, language: 'en' | 'es' = 'en') => countText(readProse(text, language))

describe('gradeText', () => {
  it('scores English by each formula, by hand', () => {
    // 2 sentences, 11 words, 14 syllables: med-i-cine, wa-ter
    const text = 'Take your medicine with a glass of water. Then rest well.'
    expect(count(text)).toEqual({ sentences: 2, words: 11, syllables: 14, polysyllables: 1, complexWords: 1 })
    expect(gradeText(text, 'en')).toEqual({
      language: 'en',
      sentences: 2,
      words: 11,
      syllables: 14,
      polysyllables: 1,
      complexWords: 1,
      wordsPerSentence: 5.5,
      syllablesPerWord: 1.27,
      fleschReadingEase: 93.6, // 206.835 - 1.015 × 5.5 - 84.6 × 14/11
      fleschKincaidGrade: 1.6, // 0.39 × 5.5 + 11.8 × 14/11 - 15.59
      smog: 7.2, // 3.1291 + 1.043 × √(1 × 30/2)
      gunningFog: 5.8, // 0.4 × (5.5 + 100/11)
      fernandezHuerta: null,
      inflesz: null,
    })
  })

  it('scores Spanish by its own formulas, by hand', () => {
    // 2 sentences, 9 words, 17 syllables
    const text = 'Tome su medicina con un vaso de agua. Descanse.'
    expect(gradeText(text, 'es')).toEqual({
      language: 'es',
      sentences: 2,
      words: 9,
      syllables: 17,
      polysyllables: 2,
      complexWords: 2,
      wordsPerSentence: 4.5,
      syllablesPerWord: 1.89,
      fleschReadingEase: null,
      fleschKincaidGrade: null,
      smog: null,
      gunningFog: null,
      fernandezHuerta: 88.9, // 206.84 - 60 × 17/9 - 1.02 × 4.5
      inflesz: 84.7, // 206.835 - 62.3 × 17/9 - 4.5
    })
  })

  it('has nothing to say of no words, and of a language without formulas', () => {
    expect(gradeText('', 'en')).toBeNull()
    expect(gradeText('…\n- \n', 'es')).toBeNull()
    expect(gradeText('Bonjour.', 'fr')).toBeNull()
    expect(gradeText('Hello.', 'en-GB')?.language).toBe('en')
  })

  it.each([
    ['figures and addresses as one syllable', 'See 1,000 www.example.org or me@example.org.', 5],
    ['words joined by a hyphen as one word', 'long-term', 2],
    ['contractions as one word', 'Don’t', 1],
    ['plurals and pasts as they are spoken', 'nurses helped the masses with aches', 8],
  ])('counts %s', (_, text, syllables) => {
    expect(count(text).syllables).toBe(syllables)
  })

  it('leaves names, joined words and endings out of the words that Gunning calls hard', () => {
    expect(count('Ask Mr. Patterson about follow-up-care, for he suggested it.').complexWords).toBe(0)
    expect(count('Take medication.').complexWords).toBe(1)
  })

  it('has places that fit, whatever the text', () => {
    const anything = fc
      .array(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem(), fc.constantFrom('\n', '- ', 'Dr. ', '\t', '🫀', '. ')))
      .map((parts) => parts.join(' '))
    fc.assert(
      fc.property(anything, fc.constantFrom('en' as const, 'es' as const), (text, language) => {
        const prose = readProse(text, language)
        let at = 0
        for (const { start, end, words } of prose) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(words.length).toBeGreaterThan(0)
          at = start
          for (const word of words) {
            expect(word.start).toBeGreaterThanOrEqual(at)
            expect(word.end).toBeGreaterThan(word.start)
            expect(word.syllables).toBeGreaterThan(0)
            at = word.end
          }
          expect(end).toBeGreaterThanOrEqual(at)
          at = end
        }
        expect(text.length).toBeGreaterThanOrEqual(at)
        for (const { text: spelled, start, end, places } of findLongestWords(text, prose, 10)) {
          expect(text.slice(start, end)).toBe(spelled)
          for (const place of places)
            expect(text.slice(place.start, place.end).toLowerCase()).toBe(spelled.toLowerCase())
        }
        for (const { start, end } of findHardestSentences(prose, language, 5))
          expect(prose.some((sentence) => sentence.start === start && sentence.end === end)).toBe(true)
      }),
    )
  })

  it('reads a hundred thousand words, or one of that length, without losing its breath', () => {
    for (const text of ['Dr. '.repeat(100_000), 'a'.repeat(400_000), '( '.repeat(200_000), 'a@'.repeat(200_000)])
      gradeText(text, 'en')
  }, 20_000)
})

interface Reference {
  text: string
  sentences: number
  words: number
  syllables: number
  polysyllables: number
  fleschReadingEase: number
  fleschKincaidGrade: number
  smog: number
  gunningFog: number
}

const folder = '../shared/readability/texts.jsonl'
const references: Reference[] = existsSync(folder)
  ? readFileSync(folder, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : []

describe.skipIf(references.length === 0)(`The reference values of ${folder}`, () => {
  it('are those of the formulas on the same counts', () => {
    for (const { sentences, words, syllables, polysyllables, ...expected } of references) {
      const scores = scoreText({ sentences, words, syllables, polysyllables, complexWords: 0 }, 'en')
      expect(scores.fleschReadingEase).toBeCloseTo(expected.fleschReadingEase, 6)
      expect(scores.fleschKincaidGrade).toBeCloseTo(expected.fleschKincaidGrade, 6)
      expect(scores.smog).toBeCloseTo(expected.smog, 2)
      // what is hard for this score differs: see below
      const complexWords = Math.round(((expected.gunningFog / 0.4 - words / sentences) * words) / 100)
      expect(scoreText({ sentences, words, syllables, polysyllables, complexWords }, 'en').gunningFog).toBeCloseTo(
        expected.gunningFog,
        6,
      )
    }
  })

  // The reference splits sentences in its own way, and takes no line for one: its sentences, our words and syllables. For its fog
  // it leaves out easy words by a list, and not names and endings.
  it.each([
    { name: 'syllables in a word', median: 0.02, most: 0.06, off: ({ perWord }) => perWord.ours / perWord.theirs - 1 },
    { name: 'words', median: 0.001, most: 0.03, off: ({ ours, theirs }) => ours.words / theirs.words - 1 },
    { name: 'Flesch reading ease', median: 2, most: 9, off: by('fleschReadingEase') },
    { name: 'Flesch–Kincaid grade', median: 0.3, most: 1.3, off: by('fleschKincaidGrade') },
    { name: 'SMOG', median: 0.3, most: 0.8, off: by('smog') },
    { name: 'Gunning fog', median: 1.5, most: 3.5, off: by('gunningFog') },
  ] satisfies Tolerance[])('are near our own $name: off by $median in the median, by $most at most', (tolerance) => {
    const errors = references.map(compare).map((each) => Math.abs(tolerance.off(each)))
    errors.sort((a, b) => a - b)
    expect(errors[errors.length >> 1]).toBeLessThan(tolerance.median)
    expect(errors.at(-1)).toBeLessThan(tolerance.most)
  })
})

interface Compared {
  ours: TextCounts
  theirs: Reference
  perWord: { ours: number; theirs: number }
  scores: Scores
}

interface Tolerance {
  name: string
  median: number
  most: number
  off: (compared: Compared) => number
}

function compare(theirs: Reference): Compared {
  const ours = { ...count(theirs.text), sentences: theirs.sentences }
  const perWord = { ours: ours.syllables / ours.words, theirs: theirs.syllables / theirs.words }
  return { ours, theirs, perWord, scores: scoreText(ours, 'en') }
}

function by(score: 'fleschReadingEase' | 'fleschKincaidGrade' | 'smog' | 'gunningFog') {
  return ({ scores, theirs }: Compared): number => (scores[score] ?? Number.NaN) - theirs[score]
}
