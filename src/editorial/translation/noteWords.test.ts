import { describe, expect, it } from 'vitest'
import { type NotedTranslation, noteAll, noteConfirmed, noteWords } from './noteWords'
import { staleLocales, translationState } from './translationState'

const source = 'en'
const monday = '2026-03-02T08:00:00.000Z'
const tuesday = '2026-03-03T08:00:00.000Z'
const both = noteAll(
  { en: { title: 'Dizzy spells', summary: 'Sit down first.' }, es: { title: 'Mareos', summary: 'Siéntese primero.' } },
  source,
  monday,
)
const english = (before: NotedTranslation, wordsBefore: Record<string, string>, words: Record<string, string>) =>
  noteWords(before, { locale: 'en', source, words, wordsBefore, at: tuesday })
const wordsNow = { title: 'Dizzy spells', summary: 'Sit down first.' }
const changed = english(both, wordsNow, { ...wordsNow, summary: 'Lie down first.' })

describe('What is remembered of words', () => {
  it('takes a document from before for one in step', () => {
    expect(translationState(both, 'es')).toEqual({
      changedAt: monday,
      sourceChangedAt: monday,
      missing: [],
      stale: [],
    })
  })

  it('finds the field whose source changed, and keeps the words that it was written for', () => {
    expect(translationState(changed, 'es')).toMatchObject({ stale: ['summary'], sourceChangedAt: tuesday })
    expect(changed.es?.fields.summary?.was).toBe('Sit down first.')
    expect(changed.es?.fields.title?.was).toBeUndefined()
    expect(staleLocales(changed, source)).toEqual(['es'])
  })

  it('keeps the words of then over several changes, and forgets them where the source says them again', () => {
    const again = english(changed, { ...wordsNow, summary: 'Lie down first.' }, { ...wordsNow, summary: 'Rest first.' })
    expect(again.es?.fields.summary?.was).toBe('Sit down first.')
    const back = english(again, { ...wordsNow, summary: 'Rest first.' }, wordsNow)
    expect(back.es?.fields.summary?.was).toBeUndefined()
    expect(translationState(back, 'es').stale).toEqual([])
  })

  it('takes a field for in step once its translation was changed, and leaves the others', () => {
    const twice = english(
      changed,
      { ...wordsNow, summary: 'Lie down first.' },
      { title: 'Dizziness', summary: 'Rest.' },
    )
    const saved = noteWords(twice, {
      locale: 'es',
      source,
      words: { title: 'Mareo', summary: 'Siéntese primero.' },
      wordsBefore: { title: 'Mareos', summary: 'Siéntese primero.' },
      at: tuesday,
    })
    expect(translationState(saved, 'es').stale).toEqual(['summary'])
  })

  it('does not take a save that changes no word for a change', () => {
    const saved = english(both, wordsNow, wordsNow)
    expect(saved).toEqual(both)
  })

  it('names what has no words in the translation, and what the source said only later', () => {
    const more = english(both, wordsNow, { ...wordsNow, body: 'Then drink some water.' })
    expect(translationState(more, 'es').missing).toEqual(['body'])
    const first = noteAll(
      { en: { title: 'Dizzy spells' }, es: { title: 'Mareos', summary: 'Siéntese.' } },
      source,
      monday,
    )
    const later = english(first, { title: 'Dizzy spells' }, wordsNow)
    expect(translationState(later, 'es')).toMatchObject({ missing: [], stale: ['summary'] })
  })

  it('takes a translation whose source words are gone for older than its source', () => {
    const gone = english(both, wordsNow, { title: 'Dizzy spells' })
    expect(translationState(gone, 'es').stale).toEqual(['summary'])
    expect(gone.es?.fields.summary?.was).toBe('Sit down first.')
  })

  it('lets an editor say that words are still right, without changing when they changed', () => {
    const confirmed = noteConfirmed(changed, { locale: 'es', source, paths: ['summary'], by: 'someone', at: tuesday })
    expect(translationState(confirmed, 'es')).toMatchObject({ stale: [], changedAt: monday })
    expect(confirmed.es).toMatchObject({ confirmedAt: tuesday, confirmedBy: 'someone' })
    expect(confirmed.es?.fields.summary?.was).toBeUndefined()
    expect(translationState(changed, 'es').stale).toEqual(['summary'])
  })

  it('says of a document without a translation what is missing', () => {
    expect(translationState(noteAll({ en: wordsNow }, source, monday), 'es')).toEqual({
      changedAt: undefined,
      sourceChangedAt: monday,
      missing: ['title', 'summary'],
      stale: [],
    })
    expect(translationState(null, 'es')).toMatchObject({ missing: [], stale: [] })
  })
})
