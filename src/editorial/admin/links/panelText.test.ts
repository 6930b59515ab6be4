import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredMention } from '../../linkArticle'
import { groupMentions } from './groupMentions'
import { moveSpans } from './moveSpans'
import { passageAround } from './passageAround'
import { phraseAround } from './phraseAround'
import { placesOfPhrase } from './placesOfPhrase'
import { whyFound } from './whyFound'

const mention = (more: Partial<StoredMention>): StoredMention => ({
  kind: 'symptom',
  slug: 'swelling',
  name: 'Swelling',
  target: 'swelling-id',
  start: 0,
  end: 8,
  text: 'swelling',
  section: '',
  negated: false,
  confidence: 1,
  reasons: ['the words of the vocabulary'],
  term: 'Swelling',
  rule: 'exact',
  status: 'found',
  ...more,
})

describe('mentions in the panel', () => {
  it('are grouped by kind and entry, the most frequent first, with what waits and what was dismissed apart', () => {
    const grouped = groupMentions([
      mention({ target: 'rash', name: 'Rash' }),
      mention({ start: 20 }),
      mention({ start: 40, negated: true }),
      mention({ start: 60, status: 'dismissed' }),
      mention({ kind: 'remedy', target: 'rest', name: 'Rest', confidence: 0.3 }),
      mention({ kind: 'remedy', target: 'ice', name: 'Ice', confidence: 0.3, status: 'accepted' }),
      mention({ kind: 'remedy', target: 'heat', name: 'Heat', confidence: 0.4, role: 'caution' }),
    ])
    expect(grouped.found.symptom.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ['Swelling', 2],
      ['Rash', 1],
    ])
    expect(grouped.found.remedy.map(({ name }) => name)).toEqual(['Ice', 'Heat'])
    expect(grouped.suggested.map(({ name }) => name)).toEqual(['Rest'])
    expect(grouped.dismissed.map(({ name }) => name)).toEqual(['Swelling'])
  })

  it('say why in plain words: which term, how it matched, negated or not, how sure', () => {
    expect(
      whyFound(
        mention({
          term: 'edema',
          rule: 'inflected',
          negated: true,
          confidence: 0.4,
          reasons: ['another form of the words', 'an everyday word: nothing around it says that this is meant'],
          role: 'red-flag',
          context: 'family',
          status: 'dismissed',
        }),
      ),
    ).toEqual([
      'It matched “edema”, another word for Swelling.',
      'Inflected: another form of the same words.',
      'An everyday word: nothing around it says that this is meant.',
      'Negated: the text says that it is not there, or not to be done.',
      'It stands under a heading that says when to get help.',
      'Said of somebody else in the family.',
      '40 % sure. From 50 % on it links by itself.',
      'An editor dismissed it.',
    ])
    expect(whyFound(mention({}))).toEqual([
      'It matched the name “Swelling”.',
      'Exact: the very words of the vocabulary.',
      'Not negated.',
      '100 % sure. From 50 % on it links by itself.',
    ])
  })
})

describe('a passage', () => {
  it('is a piece of the line, cut between words', () => {
    const text = `First line.\nOne two three four five six seven eight nine ten swelling eleven twelve thirteen fourteen fifteen sixteen\nLast.`
    const start = text.indexOf('swelling')
    expect(passageAround(text, { start, end: start + 8 })).toEqual({
      before: '… four five six seven eight nine ten ',
      words: 'swelling',
      after: ' eleven twelve thirteen fourteen …',
    })
    expect(passageAround('Only swelling.', { start: 5, end: 13 })).toEqual({
      before: 'Only ',
      words: 'swelling',
      after: '.',
    })
  })

  it('always holds the words, whatever stands around them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, words, after) => {
        const place = { start: before.length, end: before.length + words.length }
        const passage = passageAround(before + words + after, place)
        expect(passage.words).toBe(words)
        expect(before.endsWith(passage.before.replace(/^… /, ''))).toBe(true)
        expect(after.startsWith(passage.after.replace(/ …$/, ''))).toBe(true)
      }),
    )
  })
})

describe('places in an edited text', () => {
  it('move with what was typed before them, and are left out where it touches them', () => {
    const before = 'pain and swelling and rash'
    const spans = ['pain', 'swelling', 'rash'].map((word) => ({
      word,
      start: before.indexOf(word),
      end: before.indexOf(word) + word.length,
    }))
    const after = 'pain and swellings and rash'
    expect(moveSpans(spans, before, after).map(({ word, start, end }) => [word, after.slice(start, end)])).toEqual([
      ['pain', 'pain'],
      ['swelling', 'swelling'],
      ['rash', 'rash'],
    ])
    expect(moveSpans(spans, before, 'pain and swing and rash').map(({ word }) => word)).toEqual(['pain', 'rash'])
  })

  it('hold the same words after any one edit', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ') })
    fc.assert(
      fc.property(text, text, text, text, fc.nat(), fc.nat(5), (head, removed, added, tail, at, length) => {
        const before = head + removed + tail
        const after = head + added + tail
        const start = Math.min(at % (before.length + 1), before.length)
        const end = Math.min(start + length, before.length)
        for (const moved of moveSpans([{ start, end }], before, after))
          expect(after.slice(moved.start, moved.end)).toBe(before.slice(start, end))
      }),
    )
  })
})

describe('a phrase that means something else', () => {
  it.each([
    ['In cold weather.', 'cold', 'cold weather'],
    ['The weather is cold.', 'cold', 'is cold'],
    ['Cold', 'Cold', 'Cold'],
    ['cold\nweather', 'cold', 'cold'],
    ['a cold-water tap', 'cold', 'cold-water'],
    ['Un mapa de temblor, otro.', 'temblor', 'de temblor'],
  ])('is offered with the word beside it: %j', (text, words, phrase) => {
    const start = text.indexOf(words)
    expect(phraseAround(text, { start, end: start + words.length })).toBe(phrase)
  })

  it('is in all places of the entry that stand within it, and in no others', () => {
    const text = 'Cold weather. A cold. The COLD\u00a0weather, cold weathermen, warm and cold weather'
    const cold = [...text.matchAll(/cold/gi)].map(({ index }) => mention({ start: index, end: index + 4 }))
    const other = mention({ target: 'chill', start: 0, end: 4 })
    const places = placesOfPhrase(
      [...cold, other],
      { kind: 'symptom', target: 'swelling-id' },
      text,
      'cold weather',
      'en',
    )
    expect(places.map(({ start }) => start)).toEqual([0, 26, 66])
  })
})
