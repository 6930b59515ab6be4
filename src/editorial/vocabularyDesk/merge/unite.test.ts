import { describe, expect, it } from 'vitest'
import { unite } from './unite'

const nothing = { terms: {}, notPhrases: {}, codes: [], relievedBy: [] }
const row = {
  id: 'stays',
  name: { en: 'Cramps', es: null },
  synonyms: { en: ['charley horse'] },
  notPhrases: { en: ['stomach cramps', 'spasm'] },
  codes: [{ id: '1', system: 'mesh', code: 'D009120' }],
  relievedBy: ['rest'],
}
const newId = () => 'new'

describe('unite', () => {
  it('adds the words that are new, in each language, and codes and remedies once', () => {
    const given = {
      terms: { en: ['cramp', 'Charley horses', 'spasm'], es: ['calambre'] },
      notPhrases: { en: ['muscle spasm in the sky', 'spasms'] },
      codes: [
        { id: '1', system: 'mesh', code: 'D009120' },
        { id: '2', system: 'icd-10-cm', code: 'R25.2' },
      ],
      relievedBy: ['rest', 'stretching'],
    }
    expect(unite(row, given, newId)).toEqual({
      synonyms: { en: ['charley horse', 'spasm'], es: ['calambre'] },
      // a phrase that became a word of its own is no longer something else
      notPhrases: { en: ['stomach cramps', 'muscle spasm in the sky'] },
      codes: [row.codes[0], { id: 'new', system: 'icd-10-cm', code: 'R25.2' }],
      relievedBy: ['rest', 'stretching'],
    })
  })

  it('changes nothing the second time', () => {
    const given = { ...nothing, terms: { en: ['spasm'] }, codes: [{ system: 'mesh', code: 'D013035' }] }
    const once = { ...row, ...unite(row, given, newId) }
    expect(unite(once, given, newId)).toBeUndefined()
    expect(unite(row, nothing, newId)).toBeUndefined()
  })
})
