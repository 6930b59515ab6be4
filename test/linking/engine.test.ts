import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { predict } from './predict'
import { readPassages, readVocabulary } from './readPassages'
import { scorePassages } from './scorePassages'

/** Just under what the engine reaches: a change that falls below one of these made it worse. */
const floors = {
  en: { spans: 0.995, links: 0.995, negated: 0.98, traps: 2 },
  es: { spans: 0.99, links: 0.99, negated: 0.97, traps: 1 },
}

describe.each(['en', 'es'] as const)('the engine on labelled passages (%s)', (locale) => {
  it('agrees with the labels', () => {
    const passages = readPassages(locale)
    const { spans, links, negated, traps, errors } = scorePassages(
      passages,
      predict(locale, readVocabulary(locale), passages),
    )
    const floor = floors[locale]
    expect(spans.f1, errors.join('\n')).toBeGreaterThanOrEqual(floor.spans)
    expect(links.f1, errors.join('\n')).toBeGreaterThanOrEqual(floor.links)
    expect(negated.f1, errors.join('\n')).toBeGreaterThanOrEqual(floor.negated)
    expect(traps.fellInto, errors.join('\n')).toBeLessThanOrEqual(floor.traps)
  })
})

const given = process.env.LINKING_PASSAGES ?? '../shared/linking'
const isThere = existsSync(`${given}/passages.en.jsonl`)

describe(`the engine on other people's passages${isThere ? '' : ` (skipped: ${given} is not there)`}`, () => {
  it.skipIf(!isThere).each(['en', 'es'] as const)('agrees with the labels (%s)', (locale) => {
    const vocabularyFile = locale === 'en' ? 'vocabulary.json' : 'vocabulary.es.json'
    const vocabulary = JSON.parse(readFileSync(`${given}/${vocabularyFile}`, 'utf8'))
    const passages = readFileSync(`${given}/passages.${locale}.jsonl`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
    const predictions = predict(locale, vocabulary, passages)
    const { spans, links, negated } = scorePassages(passages, predictions)
    expect(spans.f1).toBeGreaterThanOrEqual(0.975)
    expect(links.f1).toBeGreaterThanOrEqual(0.975)
    expect(negated.f1).toBeGreaterThanOrEqual(0.95)
  })
})
