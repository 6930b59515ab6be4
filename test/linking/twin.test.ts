import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMentions } from '../../src/linking/findMentions'
import { compileVocabulary, type Vocabulary } from '../../src/linking/vocabulary'

/**
 * A direct scan: at each word of the text every term is compared word by word; of those that overlap, the longest in words and
 * then the first. No tree, no numbers, no flags.
 */
function scan(text: string, vocabulary: Vocabulary): string[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const joined = (at: number) => /^[ -]+$/.test(text.slice(words[at - 1]?.end, words[at]?.start))
  const terms = [...vocabulary.symptoms, ...vocabulary.remedies].flatMap((entry) =>
    [entry.name, ...(entry.synonyms ?? [])].map((term) => ({
      slug: entry.slug,
      words: term.toLowerCase().split(/[ -]/),
    })),
  )
  const found: { slug: string; from: number; to: number }[] = []
  for (let from = 0; from < words.length; from++)
    for (const term of terms) {
      const to = from + term.words.length
      const fits = term.words.every((word, index) => {
        const mine = words[from + index]?.word
        return (mine === word || mine === `${word}s` || `${mine}s` === word) && (index === 0 || joined(from + index))
      })
      if (fits) found.push({ slug: term.slug, from, to })
    }
  found.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
  const kept: typeof found = []
  for (const each of found) if (!kept.some((other) => each.from < other.to && other.from < each.to)) kept.push(each)
  return kept
    .sort((a, b) => a.from - b.from)
    .map(({ slug, from, to }) => `${slug} ${words[from]?.start}-${words[to - 1]?.end}`)
}

// Words without another sense, without function words, and without two that are one together.
const word = fc.constantFrom('lorna', 'mibuk', 'tapor', 'zendel', 'quorim', 'vastin', 'heflo', 'dunkar')
const plural = fc.tuple(word, fc.boolean()).map(([each, many]) => (many ? `${each}s` : each))
const term = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const vocabulary = fc.uniqueArray(term, { minLength: 1, maxLength: 12 }).map(
  (names): Vocabulary => ({
    symptoms: names.filter((_, index) => index % 2 === 0).map((name) => ({ name, slug: name.replaceAll(' ', '-') })),
    remedies: names.filter((_, index) => index % 2 === 1).map((name) => ({ name, slug: name.replaceAll(' ', '-') })),
  }),
)
const separator = fc.constantFrom(' ', ' ', ' ', '-', ', ', '. ', '; ', ' (', ') ', ' and ', '/', ' 3 ')
const text = fc
  .array(fc.tuple(plural, separator), { maxLength: 40 })
  .map((parts) => parts.map(([each, gap]) => each + gap).join(''))

describe('the engine and its slow twin', () => {
  it('find the same mentions', () => {
    fc.assert(
      fc.property(text, vocabulary, (written, entries) => {
        const found = findMentions(written, compileVocabulary(entries, 'en'))
          .filter(({ rule }) => rule !== 'loose')
          .map(({ slug, start, end }) => `${slug} ${start}-${end}`)
        expect(found).toEqual(scan(written, entries))
      }),
      { numRuns: 1_000 },
    )
  })

  it('give offsets that cut out the words, whatever the text', () => {
    const compiled = compileVocabulary(
      { symptoms: [{ name: 'Pain', slug: 'pain' }], remedies: [{ name: 'Leg elevation', slug: 'leg-elevation' }] },
      'en',
    )
    const anything = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom('pain ', 'leg elevation', '\u200b', '\u0301', ' no ', '\ud800'),
        ),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(anything, (written) => {
        let last = 0
        for (const { start, end, text: surface } of findMentions(written, compiled)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(written.slice(start, end)).toBe(surface)
          last = start
        }
      }),
      { numRuns: 500 },
    )
  })
})
