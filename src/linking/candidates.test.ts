import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPassages, readVocabulary } from '../../test/linking/readPassages'
import { candidatesFor, stemsOf } from './candidates'
import { findMentions } from './findMentions'
import { compileVocabulary } from './vocabulary'

const isCandidate = (term: string, text: string, locale: string) => {
  const stems = new Set(stemsOf(text, locale))
  return candidatesFor(term, locale).some((alternative) => alternative.every((stem) => stems.has(stem)))
}

describe('candidates for linking again', () => {
  it.each(['en', 'es'] as const)('hold every text that a term is found in (%s)', (locale) => {
    const compiled = compileVocabulary(readVocabulary(locale), locale)
    for (const { id, text } of readPassages(locale))
      for (const { term, text: surface } of findMentions(text, compiled))
        expect(isCandidate(term, text, locale), `${term}, found as ${surface} in ${id}`).toBe(true)
  })

  it('hold words written as one or two, and words that say the same', () => {
    expect(isCandidate('nosebleed', 'A nose bleed.', 'en')).toBe(true)
    expect(isCandidate('light-headedness', 'Lightheadedness.', 'en')).toBe(true)
    expect(isCandidate('leg elevation', 'Lift both legs.', 'en')).toBe(true)
    expect(isCandidate('leg cramps', 'A leg. A calf.', 'en')).toBe(false)
  })

  it('are none for what has no words', () => {
    fc.assert(fc.property(fc.string(), (term) => candidatesFor(term, 'en').every((each) => each.length > 0)))
    expect(candidatesFor(' - ', 'en')).toEqual([])
  })
})
