import { describe, expect, it } from 'vitest'
import {
  type Label,
  type Locale,
  type Passage,
  parsePassages,
  readPassages,
  readVocabulary,
  type Vocabulary,
} from './readPassages'

const wanted: Record<Locale, { passages: number; traps: number; negated: number }> = {
  en: { passages: 150, traps: 60, negated: 60 },
  es: { passages: 60, traps: 20, negated: 20 },
}

const small: Vocabulary = {
  symptoms: [{ name: 'Cold', slug: 'cold', synonyms: [] }],
  remedies: [{ name: 'Rest', slug: 'rest', synonyms: [] }],
}

describe.each(['en', 'es'] as const)('labelled passages, %s', (locale) => {
  const passages = readPassages(locale)
  const vocabulary = readVocabulary(locale)

  it('are many, with traps and negations', () => {
    const count = (of: (passage: Passage) => number) => passages.reduce((sum, passage) => sum + of(passage), 0)
    expect(passages.length).toBeGreaterThanOrEqual(wanted[locale].passages)
    expect(count((passage) => passage.traps.length)).toBeGreaterThanOrEqual(wanted[locale].traps)
    expect(count((passage) => passage.mentions.filter((mention) => mention.negated).length)).toBeGreaterThanOrEqual(
      wanted[locale].negated,
    )
  })

  it('have labels that are slices of the text and do not overlap', () => {
    for (const passage of passages) {
      const labels = labelsOf(passage).sort((a, b) => a.start - b.start)
      for (const [index, label] of labels.entries()) {
        expect(passage.text.slice(label.start, label.end), passage.id).toBe(label.text)
        const next = labels[index + 1]
        if (next) expect(label.end, `${passage.id}: ${label.text}, ${next.text}`).toBeLessThanOrEqual(next.start)
      }
    }
  })

  it('leave no occurrence of a name or synonym unlabelled', () => {
    expect(passages.flatMap((passage) => unlabelled(passage, vocabulary))).toEqual([])
  })

  it('mention every entry of the vocabulary at least once', () => {
    const mentioned = new Set(passages.flatMap((passage) => passage.mentions.map((mention) => mention.slug)))
    const slugs = [...vocabulary.symptoms, ...vocabulary.remedies].map((entry) => entry.slug)
    expect(slugs.filter((slug) => !mentioned.has(slug))).toEqual([])
    expect(new Set(slugs).size).toBe(slugs.length)
  })
})

describe('the markup', () => {
  it('becomes text and offsets in UTF-16 code units', () => {
    const source = [
      '=== a',
      '🙂 No [[cold|symptom:cold|neg]] (see ((resting|remedy:rest))).',
      '- {{Cold|symptom:cold|trap: cold weather}} weather',
      '',
      '=== b',
      'Get [[rest|remedy:rest]].',
    ].join('\n')
    expect(parsePassages(source, small)).toEqual([
      {
        id: 'a',
        text: '🙂 No cold (see resting).\n- Cold weather',
        mentions: [{ kind: 'symptom', slug: 'cold', start: 6, end: 10, text: 'cold', negated: true }],
        optional: [{ kind: 'remedy', slug: 'rest', start: 16, end: 23, text: 'resting' }],
        traps: [{ kind: 'symptom', slug: 'cold', start: 28, end: 32, text: 'Cold', why: 'cold weather' }],
      },
      {
        id: 'b',
        text: 'Get rest.',
        mentions: [{ kind: 'remedy', slug: 'rest', start: 4, end: 8, text: 'rest', negated: false }],
        optional: [],
        traps: [],
      },
    ])
  })

  it.each([
    ['A [[cold|symptom:cold', /not closed/],
    ['A cold]] day', /stray markup/],
    ['A [[cold|symptom:fever]]', /unknown label/],
    ['A [[cold|remedy:cold]]', /unknown label/],
    ['A [[cold|symptom:cold|maybe]]', /neg or by nothing/],
    ['A {{cold|symptom:cold}} day', /says why/],
    ['A ((cold|symptom:cold|neg))', /no third part/],
    ['A [[cold |symptom:cold]]', /space at its edge/],
    ['A [[bad ((cold|symptom:cold))|symptom:cold]]', /do not nest/],
    ['', /empty/],
  ])('is refused when it is wrong: %s', (body, message) => {
    expect(() => parsePassages(`=== a\n${body}`, small)).toThrow(message)
  })

  it('refuses two passages of one name and text outside a passage', () => {
    expect(() => parsePassages('=== a\nOne\n=== a\nTwo', small)).toThrow(/two passages/)
    expect(() => parsePassages('Text\n=== a\nOne', small)).toThrow(/before the first/)
  })
})

function labelsOf(passage: Passage): Label[] {
  return [...passage.mentions, ...passage.optional, ...passage.traps]
}

/** Whole-word occurrences of each term, with a plain ending or none, that no label covers. */
function unlabelled(passage: Passage, { symptoms, remedies }: Vocabulary): string[] {
  const labels = labelsOf(passage)
  const missing: string[] = []
  for (const entry of [...symptoms, ...remedies]) {
    for (const term of [entry.name, ...entry.synonyms]) {
      const words = term.split(/[\s-]+/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&'))
      const plain = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s-]?')}(?:s|es|d|ed|ing)?(?![\\p{L}\\p{N}])`, 'giu')
      for (const match of passage.text.matchAll(plain)) {
        const end = match.index + match[0].length
        if (!labels.some((label) => label.start <= match.index && end <= label.end)) {
          missing.push(`${passage.id}: "${match[0]}" at ${match.index}`)
        }
      }
    }
  }
  return missing
}
