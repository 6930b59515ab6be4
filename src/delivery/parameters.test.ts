import { expect, it } from 'vitest'
import { BadParameter, dateParameter, oneOf, readParameters, slugParameter, someOf, wholeNumber } from './parameters'

const readers = {
  locale: oneOf('en', 'es'),
  include: someOf('html', 'text'),
  limit: wholeNumber(1, 100),
  symptom: slugParameter,
  since: dateParameter,
}

it('reads what is offered', () => {
  const url = '/v1/x?locale=es&include=html,text&limit=7&symptom=dolor-de-piernas&since=2026-03-31'
  expect(readParameters(url, readers)).toEqual({
    locale: 'es',
    include: new Set(['html', 'text']),
    limit: 7,
    symptom: 'dolor-de-piernas',
    since: '2026-03-31T00:00:00.000Z',
  })
  expect(readParameters('/v1/x', readers)).toEqual({})
  expect(readParameters('/v1/x?since=2026-03-31T12:00:00%2B02:00', readers)).toEqual({
    since: '2026-03-31T10:00:00.000Z',
  })
})

it.each([
  ['lokale=en', 'lokale'],
  ['__proto__=1', '__proto__'],
  ['constructor=1', 'constructor'],
  ['locale=fr', 'locale'],
  ['locale=', 'locale'],
  ['locale=en&locale=es', 'locale'],
  ['locale[]=en', 'locale[]'],
  ['include=html,pdf', 'include'],
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=1e1', 'limit'],
  ['limit=-1', 'limit'],
  ['symptom=a%00b', 'symptom'],
  ['symptom=$ne', 'symptom'],
  [`symptom=${'a'.repeat(300)}`, 'symptom'],
  ['since=yesterday', 'since'],
  ['since=2026-02-30', 'since'],
  ['since=2026-13-01', 'since'],
  ['since=2026-03-31T12:00:00', 'since'],
])('refuses %s and names it', (query, name) => {
  try {
    readParameters(`/v1/x?${query}`, readers)
  } catch (error) {
    expect(error).toBeInstanceOf(BadParameter)
    expect((error as BadParameter).parameter).toBe(name)
    return
  }
  expect.fail('was accepted')
})
