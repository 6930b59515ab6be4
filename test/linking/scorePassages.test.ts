import { describe, expect, it } from 'vitest'
import { parsePassages, readPassages } from './readPassages'
import { type Prediction, scorePassages } from './scorePassages'

const vocabulary = {
  symptoms: [
    { name: 'Cold', slug: 'cold', synonyms: [] },
    { name: 'Fever', slug: 'fever', synonyms: [] },
  ],
  remedies: [{ name: 'Rest', slug: 'rest', synonyms: ['bed rest'] }],
}
const gold = parsePassages(
  [
    '=== a',
    'A [[cold|symptom:cold]] without [[fever|symptom:fever|neg]], in {{cold|symptom:cold|trap: cold weather}} weather.',
    '=== b',
    'Get [[bed rest|remedy:rest]]. The ((rested|remedy:rest)) body heals.',
  ].join('\n'),
  vocabulary,
)
const cold = { kind: 'symptom', slug: 'cold', start: 2, end: 6, negated: false } as const
const fever = { kind: 'symptom', slug: 'fever', start: 15, end: 20, negated: true } as const
const bedRest = { kind: 'remedy', slug: 'rest', start: 4, end: 12, negated: false } as const

const score = (a: Prediction['mentions'], b: Prediction['mentions']) =>
  scorePassages(gold, [
    { id: 'a', mentions: a },
    { id: 'b', mentions: b },
  ])

describe('scorePassages', () => {
  it('is perfect for the labels themselves', () => {
    for (const locale of ['en', 'es'] as const) {
      const passages = readPassages(locale)
      const result = scorePassages(passages, passages)
      expect([result.spans.f1, result.links.f1, result.negated.f1]).toEqual([1, 1, 1])
      expect(result.traps.fellInto).toBe(0)
      expect(result.errors).toEqual([])
    }
  })

  it('counts a trap as a wrong span, but not as a wrong link where the entry is mentioned elsewhere', () => {
    const result = score([cold, fever, { ...cold, start: 25, end: 29 }], [bedRest])
    expect(result.spans).toEqual({ right: 3, wrong: 1, missed: 0, f1: 6 / 7 })
    expect(result.links).toEqual({ right: 2, wrong: 0, missed: 0, f1: 1 })
    expect(result.traps).toEqual({ fellInto: 1, of: 1 })
  })

  it('counts negation on the spans that were found', () => {
    const missed = score([cold, { ...fever, negated: false }], [bedRest])
    expect(missed.negated).toEqual({ right: 0, wrong: 0, missed: 1, f1: 0 })
    expect(missed.links).toMatchObject({ right: 2, wrong: 1, missed: 0 })
    const wrong = score([{ ...cold, negated: true }, fever], [bedRest])
    expect(wrong.negated).toMatchObject({ right: 1, wrong: 1, missed: 0 })
    expect(wrong.links).toMatchObject({ right: 1, wrong: 0, missed: 1 })
    expect(score([cold], [bedRest]).negated).toMatchObject({ right: 0, wrong: 0, missed: 0 })
  })

  it('wants the exact span, ignores optional ones and drops duplicates', () => {
    const optional = { ...bedRest, start: 18, end: 24 }
    expect(score([cold, cold, fever], [bedRest, optional]).spans).toMatchObject({ right: 3, wrong: 0, missed: 0 })
    expect(score([cold, fever], [{ ...bedRest, start: 8 }]).spans).toMatchObject({ right: 2, wrong: 1, missed: 1 })
  })

  it('takes a passage without a prediction as one where nothing was found', () => {
    const result = scorePassages(gold, [])
    expect(result.spans).toEqual({ right: 0, wrong: 0, missed: 3, f1: 0 })
    expect(result.errors).toHaveLength(5)
  })

  it('refuses two predictions for a passage, and unknown passages', () => {
    const twice = { id: 'a', mentions: [] }
    expect(() => scorePassages(gold, [twice, twice])).toThrow(/two predictions/)
    expect(() => scorePassages(gold, [{ id: 'c', mentions: [] }])).toThrow(/unknown passage/)
  })
})
