import { describe, expect, it } from 'vitest'
import type { StoredMention } from '../../editorial/linkArticle'
import { readText } from '../../richtext/toText'
import { mentionSpans, shownMentions } from './shownMentions'

const words = (value: string) => ({ type: 'text', text: value, format: 0 })
const read = readText({
  root: {
    type: 'root',
    children: [
      { type: 'paragraph', children: [words('Swelling, swelling and itching.')] },
      { type: 'heading', tag: 'h2', children: [words('On swelling')] },
      {
        type: 'paragraph',
        children: [
          words('A '),
          { type: 'link', fields: { url: 'https://example.org' }, children: [words('swelling')] },
          words(', a swelling and a swelling.'),
        ],
      },
    ],
  },
})

const places = (word: string): number[] => [...read.text.matchAll(new RegExp(word, 'gi'))].map(({ index }) => index)
const mention = (start: number, word: string, changed: Partial<StoredMention> = {}): StoredMention => ({
  kind: 'symptom',
  slug: word,
  name: word,
  start,
  end: start + word.length,
  text: read.text.slice(start, start + word.length),
  negated: false,
  confidence: 1,
  reasons: [],
  term: word,
  rule: 'exact',
  target: word,
  section: '',
  status: 'found',
  ...changed,
})
const swelling = places('swelling').map((start) => mention(start, 'swelling'))
const itching = places('itching').map((start) => mention(start, 'itching'))

describe('shownMentions', () => {
  const both = new Set(['swelling', 'itching'])

  it('says where each one stands', () => {
    const shown = shownMentions([...swelling, ...itching], read, both)
    expect(shown).toHaveLength(7)
    expect(shown[0]).toEqual({
      target: 'swelling',
      text: 'Swelling',
      section: '',
      anchor: 'intro',
      negated: false,
      start: 0,
      end: 8,
    })
    expect(shown[2]).toMatchObject({ section: 'On swelling', anchor: 'on-swelling' })
  })

  it.each<[string, Partial<StoredMention>]>([
    ['suggestion', { confidence: 0.4 }],
    ['dismissed mention', { status: 'dismissed' }],
    ['negated mention', { negated: true }],
    ['negated mention that somebody accepted', { negated: true, status: 'accepted' }],
    ['caution', { role: 'caution' }],
    ['mention of words that stand there no more', { text: 'burning' }],
    ['mention of what readers may not see', { target: 'draft' }],
    ['mention outside the text', { start: 5000, end: 5008 }],
  ])('leaves out a %s', (_what, changed) => {
    expect(shownMentions([mention(0, 'swelling', changed)], read, both)).toEqual([])
  })

  it('shows a suggestion that was accepted', () => {
    const accepted = mention(0, 'swelling', { confidence: 0.4, status: 'accepted' })
    expect(shownMentions([accepted], read, both)).toHaveLength(1)
  })
})

describe('mentionSpans', () => {
  const shown = shownMentions([...swelling, ...itching], read, new Set(['swelling', 'itching']))
  const starts = (mode: 'first' | 'all' | 'none') =>
    mentionSpans(shown, mode, read, (target) => ({ href: `https://x.test/${target}`, name: target })).map(
      ({ start }) => start,
    )
  const [first, second, , , beside, last] = places('swelling') as number[]

  it('links the first of each in each section, past headings and the writer’s own links', () => {
    expect(starts('first').sort((a, b) => a - b)).toEqual([first, ...places('itching'), beside])
  })

  it('links all, or none', () => {
    expect(starts('all').sort((a, b) => a - b)).toEqual([first, second, ...places('itching'), beside, last])
    expect(starts('none')).toEqual([])
  })
})
