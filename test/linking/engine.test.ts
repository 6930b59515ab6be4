import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findMentions, LINK_THRESHOLD } from '../../src/linking/findMentions'
import { compileVocabulary } from '../../src/linking/vocabulary'
import { type Locale, readPassages, readVocabulary } from './readPassages'
import { scorePassages } from './scorePassages'

/** Just under what the engine reaches: a change that falls below one of these made it worse. */
const floors = {
  en: { spans: 0.995, links: 0.995, negated: 0.98, traps: 2 },
  es: { spans: 0.99, links: 0.99, negated: 0.97, traps: 1 },
}

const predict = (locale: Locale, passages: readonly { id: string; text: string }[]) => {
  const compiled = compileVocabulary(readVocabulary(locale), locale)
  return passages.map(({ id, text }) => ({
    id,
    mentions: findMentions(text, compiled)
      .filter(({ confidence }) => confidence >= LINK_THRESHOLD)
      .map(({ kind, slug, start, end, negated }) => ({
        kind: kind as 'symptom' | 'remedy',
        slug,
        start,
        end,
        negated,
      })),
  }))
}

describe.each(['en', 'es'] as const)('the engine on labelled passages (%s)', (locale) => {
  it('agrees with the labels', () => {
    const passages = readPassages(locale)
    const { spans, links, negated, traps, errors } = scorePassages(passages, predict(locale, passages))
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
    const compiled = compileVocabulary(JSON.parse(readFileSync(`${given}/${vocabularyFile}`, 'utf8')), locale)
    const passages = readFileSync(`${given}/passages.${locale}.jsonl`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
    const predictions = passages.map(({ id, text }) => ({
      id,
      mentions: findMentions(text, compiled)
        .filter(({ confidence }) => confidence >= LINK_THRESHOLD)
        .map(({ kind, slug, start, end, negated }) => ({
          kind: kind as 'symptom' | 'remedy',
          slug,
          start,
          end,
          negated,
        })),
    }))
    const { spans, links, negated } = scorePassages(passages, predictions)
    expect(spans.f1).toBeGreaterThanOrEqual(0.975)
    expect(links.f1).toBeGreaterThanOrEqual(0.975)
    expect(negated.f1).toBeGreaterThanOrEqual(0.95)
  })
})
