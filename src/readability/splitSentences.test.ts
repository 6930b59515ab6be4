import { describe, expect, it } from 'vitest'
import type { ReadingLanguage } from './language'
import { splitSentences } from './splitSentences'

const split = (text: string, language: ReadingLanguage = 'en') =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it('ends a sentence at full stops, question and exclamation marks', () => {
    expect(split('Sit down. Does it hurt? Call us!  We help.')).toEqual([
      'Sit down.',
      'Does it hurt?',
      'Call us!',
      'We help.',
    ])
  })

  it('takes headings, list items and table cells without a full stop for sentences of their own', () => {
    const text =
      'What to do at home\nTry this:\n- Raise your feet\n- Drink water\n1. Rest\n2) Walk\nMorning\tOne tablet'
    expect(split(text)).toEqual([
      'What to do at home',
      'Try this:',
      'Raise your feet',
      'Drink water',
      'Rest',
      'Walk',
      'Morning',
      'One tablet',
    ])
  })

  it('parts the sentences of one list item', () => {
    expect(split('- Stand up. Then walk.\n- Stop')).toEqual(['Stand up.', 'Then walk.', 'Stop'])
  })

  it.each([
    ['Ask Dr. Lee or Mrs. Gray about it.'],
    ['Take it with food, e.g. Bread or rice.'],
    ['Take 5 mg. two times a day.'],
    ['Rest, drink, etc. until it is better.'],
    ['Your dose is 2.5 ml or 1,000 mg a day.'],
    ['Come at 8 a.m. on Monday.'],
  ])('keeps “%s” together', (text) => {
    expect(split(text)).toEqual([text])
  })

  it.each([
    ['Llame al Dr. García o a la Sra. Ruiz.'],
    ['Coma fruta, p. ej. Manzanas.'],
    ['Tome 5 mg. dos veces al día.'],
    ['En EE. UU. hay muchos casos.'],
    ['¿Le duele? '],
  ])('keeps “%s” together in Spanish', (text) => {
    expect(split(text, 'es')).toEqual([text.trim()])
  })

  it('ends a sentence behind an abbreviation where another one begins', () => {
    expect(split('Take 5 mg. Then rest.')).toEqual(['Take 5 mg.', 'Then rest.'])
    expect(split('Milk has vitamin D. Drink some.')).toEqual(['Milk has vitamin D.', 'Drink some.'])
    expect(split('Is it safe? No. Ask first.')).toEqual(['Is it safe?', 'No.', 'Ask first.'])
    expect(split('Tome 5 mg. Luego descanse.', 'es')).toEqual(['Tome 5 mg.', 'Luego descanse.'])
  })

  it('leaves out what has no words', () => {
    expect(split('***\n- \n…\n\nHello')).toEqual(['Hello'])
    expect(split('')).toEqual([])
  })
})
