import { describe, expect, it } from 'vitest'
import { noteWriting, readWriting, type Writing, writersSince } from './writing'

const localization = { localeCodes: ['en', 'es'] }

/** Saves one after another, a second apart, as the hook sees them. */
function saved(
  ...saves: { by?: string; locale?: string; data: object; create?: boolean; restores?: boolean }[]
): Writing {
  const texts: Record<string, object> = {}
  let doc: Record<string, unknown> | undefined
  for (const { by, data, locale = 'en', create, restores } of saves) {
    const operation = doc && !create ? 'update' : 'create'
    const originalDoc = doc ? { ...doc, ...texts[locale] } : undefined
    const req = {
      locale,
      user: by ? { id: by } : null,
      payload: { config: { localization } },
      context: { isRestoringVersion: restores },
    }
    const result = noteWriting({ data, originalDoc, operation, req, collection: {}, context: {} } as never) as object
    texts[locale] = { ...texts[locale], ...data }
    doc = { id: 'a', ...doc, ...result }
  }
  return readWriting(doc?.writing)
}
const writers = (writing: Writing, locale = 'en') => [...writersSince(writing, locale)].sort()

describe('Who wrote an article', () => {
  it('is whoever began it and whoever changed it last', () => {
    const saves = ['ana', 'ben', 'cleo'].map((by, at) => ({ by, data: { title: `Version ${at}` } }))
    expect(writers(saved(...saves))).toEqual(['ana', 'cleo'])
  })

  it('is nobody of whom no user is known', () => {
    expect(writers(saved({ data: { title: 'Imported' } }))).toEqual([])
  })

  it('is not who put everything back as it was', () => {
    const slip = [{ data: { title: 'Ax' } }, { data: { title: 'A' } }].map((save) => ({ ...save, by: 'ben' }))
    expect(writers(saved({ by: 'ana', data: { title: 'A' } }, ...slip))).toEqual(['ana'])
  })

  it('is not who saved without a change, or what is no clinical content', () => {
    const idle = { by: 'ben', data: { title: 'A', internalNotes: 'B', mentions: [1] } }
    expect(writers(saved({ by: 'ana', data: { title: 'A' } }, idle))).toEqual(['ana'])
  })

  it('is a matter of each language, and of what they share', () => {
    const writing = saved({ by: 'ana', data: { title: 'A' } }, { by: 'ben', locale: 'es', data: { title: 'B' } })
    expect([writers(writing, 'en'), writers(writing, 'es')]).toEqual([['ana'], ['ben']])
    const shared = saved(
      { by: 'ana', data: { title: 'A' } },
      { by: 'ben', locale: 'es', data: { references: [{ citation: 'C' }] } },
    )
    expect([writers(shared, 'en'), writers(shared, 'es')]).toEqual([['ana', 'ben'], ['ben']])
  })

  it('is in every language who copied it or put an old version back', () => {
    const first = { by: 'ana', data: { title: 'A' } }
    expect(writers(saved(first, { by: 'ben', data: { title: 'A' }, create: true }), 'es')).toEqual(['ben'])
    expect(writers(saved(first, { by: 'ben', data: { title: 'Old' }, restores: true }), 'es')).toEqual(['ben'])
  })

  it('is in every language who sends all of them side by side, with words that differ', () => {
    const all = { title: { en: 'A', es: 'B' } }
    const created = saved({ by: 'ben', locale: 'all', data: all })
    expect([writers(created, 'en'), writers(created, 'es')]).toEqual([['ben'], ['ben']])
    const first = { by: 'ana', data: { title: 'A' } }
    const added = saved(first, { by: 'ben', locale: 'all', data: { summary: { en: 'More', es: 'Más' } } })
    expect([writers(added, 'en'), writers(added, 'es')]).toEqual([['ana', 'ben'], ['ben']])
    const idle = saved(first, { by: 'ben', locale: 'all', data: { license: 'CC BY 4.0' } })
    expect([writers(idle, 'en'), writers(idle, 'es')]).toEqual([['ana'], []])
  })

  it('counts from the last approval on', async () => {
    const writing = saved({ by: 'ana', data: { title: 'A' } }, { by: 'ben', data: { title: 'B' } })
    expect([...writersSince(writing, 'en', '2999-01-01')]).toEqual([])
    expect([...writersSince(writing, 'en', '2000-01-01')].sort()).toEqual(['ana', 'ben'])
  })

  it('stays a short list', () => {
    const saves = Array.from({ length: 200 }, (_, at) => ({ by: `u${at}`, data: { title: `T${at}` } }))
    const writing = saved(...saves)
    expect(writing.en).toHaveLength(50)
    expect(writers(writing)).toEqual(['u0', 'u199'])
  })
})
