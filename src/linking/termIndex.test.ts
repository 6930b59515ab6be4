import { describe, expect, it } from 'vitest'
import { indexTerms } from './termIndex'

describe('indexTerms', () => {
  const entry = (name: string, ...synonyms: string[]) => ({
    slug: name.toLowerCase().replaceAll(' ', '-'),
    name,
    synonyms,
  })
  const english = indexTerms(
    {
      symptoms: [entry('Leg cramps', 'charley horse'), entry('Nosebleed'), entry('Burning'), entry('Sore', 'Anaemia')],
      remedies: [entry('Stretching', 'calf stretch'), entry('ice', 'cold pack'), entry('PT', 'Physical therapy')],
    },
    'en',
  )
  const ownersOf = (term: string, index = english) => index.ownersOf(term).map(({ kind, name }) => `${kind}: ${name}`)

  it.each([
    ['the name itself', 'Leg cramps', ['symptom: Leg cramps']],
    ['other letters', 'LEG CRAMPS', ['symptom: Leg cramps']],
    ['other spacing', '  leg \u00a0cramps ', ['symptom: Leg cramps']],
    ['a hyphen', 'leg-cramps', ['symptom: Leg cramps']],
    ['one of them', 'leg cramp', ['symptom: Leg cramps']],
    ['another Unicode form', 'charley ho\u200brse', ['symptom: Leg cramps']],
    ['fullwidth letters', 'ｃｈａｒｌｅｙ horse', ['symptom: Leg cramps']],
    ['in two words', 'nose bleed', ['symptom: Nosebleed']],
    ['in American', 'anemia', ['symptom: Sore']],
    ['a form of the verb', 'stretched', ['remedy: Stretching']],
    ['a synonym of the other kind', 'cold packs', ['remedy: ice']],
  ])('finds the owner by %s', (_, term, owners) => {
    expect(ownersOf(term)).toEqual(owners)
  })

  it.each([
    ['a longer term', 'night leg cramps'],
    ['a part of one', 'leg'],
    ['words in another order', 'cramps leg'],
    ['an acronym that is spelled as a word', 'ICE'],
    ['a word that is spelled as an acronym', 'pt'],
    ['a word that looks like another form', 'sores'],
    ['a form that texts keep apart', 'burn'],
    ['nothing but signs', ' - '],
  ])('leaves alone %s', (_, term) => {
    expect(ownersOf(term)).toEqual([])
  })

  it('compares as the language does', () => {
    const spanish = indexTerms({ symptoms: [entry('Várices'), entry('Picazón')], remedies: [entry('Caminar')] }, 'es')
    expect(ownersOf('varices', spanish)).toEqual(['symptom: Várices'])
    expect(ownersOf('picazones', spanish)).toEqual(['symptom: Picazón'])
    expect(ownersOf('camino', spanish)).toEqual([])
  })

  it('names each owner once, and every one of them', () => {
    const twice = indexTerms({ symptoms: [entry('Ache', 'aches', 'ACHE')], remedies: [entry('Aches')] }, 'en')
    expect(ownersOf('ache', twice)).toEqual(['symptom: Ache', 'remedy: Aches'])
  })
})
