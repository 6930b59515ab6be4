import { describe, expect, it } from 'vitest'
import { repointArticle, repointIds, repointTexts } from './repoint'

const replacement = {
  kind: 'symptom' as const,
  from: 'goes',
  into: 'stays',
  named: new Map([['en', { slug: 'cramps', name: 'Cramps' }]]),
}
const mention = (target: string, kind = 'symptom') => ({
  kind,
  target,
  slug: 'x',
  name: 'X',
  text: 'goes',
  status: 'accepted',
})
const decisions = (added: string[], dismissed: string[]) => ({
  added: { symptom: added, remedy: [], clinic: [] },
  dismissed: { symptom: dismissed, remedy: [], clinic: [] },
})
const linking = (relationTo: string, value: string) => ({
  root: {
    children: [{ type: 'link', fields: { doc: { relationTo, value } }, children: [{ type: 'text', text: 'goes' }] }],
  },
})

describe('repointArticle', () => {
  it('leaves an article alone that does not name the entry, whatever its words are', () => {
    const row = {
      id: 'a',
      symptoms: ['other'],
      mentions: { en: [mention('other'), mention('goes', 'remedy')] },
      body: { en: linking('remedies', 'goes') },
      linkDecisions: decisions(['other'], []),
    }
    expect(repointArticle(row, replacement)).toBeUndefined()
  })

  it('names the other entry in mentions, links and texts, and keeps what an editor said of a place', () => {
    const row = {
      id: 'a',
      symptoms: ['other', 'goes', 'stays'],
      mentions: { en: [mention('goes')], es: [mention('goes')] },
      body: { en: linking('symptoms', 'goes'), es: null },
    }
    expect(repointArticle(row, replacement)).toEqual({
      symptoms: ['other', 'stays'],
      mentions: {
        en: [{ ...mention('stays'), slug: 'cramps', name: 'Cramps' }],
        es: [mention('stays')],
      },
      body: { en: linking('symptoms', 'stays'), es: null },
    })
    // what it was given is as it was
    expect(row.body.en).toEqual(linking('symptoms', 'goes'))
  })

  it.each([
    ['added stays added', [], decisions(['goes'], []), decisions(['stays'], [])],
    ['dismissed stays so', [], decisions([], ['goes']), decisions([], ['stays'])],
    ['dismissed beside a link of the other is forgotten', ['stays'], decisions([], ['goes']), decisions([], [])],
    ['added wins over dismissed', [], decisions(['goes'], ['stays']), decisions(['stays'], [])],
  ])('what was %s', (_, symptoms, before, after) => {
    expect(repointArticle({ id: 'a', symptoms, linkDecisions: before }, replacement)?.linkDecisions).toEqual(after)
  })
})

describe('repointIds and repointTexts', () => {
  it('change what names the entry and nothing else', () => {
    expect(repointIds({ id: 'c', symptoms: ['goes', 'stays'] }, 'symptoms', replacement)).toEqual({
      symptoms: ['stays'],
    })
    expect(repointIds({ id: 'c', symptoms: ['stays'] }, 'symptoms', replacement)).toBeUndefined()
    const row = { id: 'r', instructions: { en: linking('symptoms', 'goes') } }
    expect(repointTexts(row, 'instructions', replacement)).toEqual({
      instructions: { en: linking('symptoms', 'stays') },
    })
    expect(repointTexts({ id: 'r' }, 'instructions', replacement)).toBeUndefined()
  })
})
