import { describe, expect, it } from 'vitest'
import type { StoredMention } from '../linkArticle'
import { type ArticleToCheck, checkArticle, type Rules, type TextToCheck } from './checkArticle'

const rules: Rules = {
  blocking: new Set(['missing-seek-care']),
  target: { lowestGrade: 6, highestGrade: 8 },
  now: new Date('2026-05-20T10:00:00Z'),
}
const article: ArticleToCheck = {
  urgency: 'clinician',
  references: [{ citation: 'A page', url: 'https://example.org', doi: '10.1000/xyz', pmid: '12345' }],
  hasReviewer: true,
  reviewedOn: '2026-01-01',
  nextReviewDue: '2027-01-01',
  links: [],
}
const text: TextToCheck = {
  locale: 'en',
  summary: 'Of rest.',
  text: 'Rest when you are tired.',
  sections: [],
  keyPoints: [],
  seekCareText: '',
  mentions: [],
  symptoms: new Map(),
  remedies: new Map(),
  pictures: [],
  bodyLinks: [],
  webLinks: [],
  isStale: false,
}

/** The codes found in an article that would else be in order. */
const found = (own: Partial<TextToCheck> = {}, shared: Partial<ArticleToCheck> = {}) =>
  checkArticle({ ...article, ...shared }, [{ ...text, ...own }], rules)
const codes = (own: Partial<TextToCheck> = {}, shared: Partial<ArticleToCheck> = {}) =>
  found(own, shared).map(({ code }) => code)

/** A mention of the first place of these words in the text. */
const mention = (words: string, within: string, change: Partial<StoredMention> = {}): StoredMention => {
  const start = within.indexOf(words)
  return {
    kind: 'symptom',
    slug: 'a-slug',
    name: words,
    target: 'id',
    start,
    end: start + words.length,
    text: words,
    negated: false,
    confidence: 0.9,
    reasons: [],
    term: words,
    rule: 'exact',
    section: '',
    status: 'found',
    ...change,
  }
}

describe('checkArticle', () => {
  it('has nothing to say of an article in order', () => {
    expect(found()).toEqual([])
  })

  it('tells what blocks first, and which language it is about', () => {
    const findings = checkArticle(
      { ...article, urgency: '', hasReviewer: false },
      [text, { ...text, locale: 'es', summary: ' ', seekCareText: 'Llame.' }],
      rules,
    )
    expect(findings.map(({ code, blocking, locale }) => [code, blocking, locale])).toEqual([
      ['missing-seek-care', true, 'en'],
      ['missing-reviewer', false, undefined],
      ['missing-summary', false, 'es'],
    ])
  })

  it('lets the setting say what blocks', () => {
    const [finding] = checkArticle(article, [{ ...text, summary: '' }], {
      ...rules,
      blocking: new Set(['missing-summary']),
    })
    expect(finding).toMatchObject({ code: 'missing-summary', blocking: true, field: 'summary' })
  })
})

describe('When to seek care', () => {
  it.each([
    ['in its own field', { seekCareText: 'Call us.' }, { urgency: '' }],
    ['as an urgency', {}, { urgency: 'self-care' }],
    ['as a section', { sections: [{ heading: 'When to see a doctor', start: 0, end: 9 }] }, { urgency: '' }],
    [
      'en español',
      { locale: 'es', sections: [{ heading: 'Cuándo llamar al médico', start: 0, end: 9 }] },
      { urgency: '' },
    ],
  ])('may stand %s', (_where, own, shared) => {
    expect(codes(own, shared)).toEqual([])
  })

  it('is missed where it stands nowhere', () => {
    const sections = [{ heading: 'What helps', start: 0, end: 9 }]
    expect(codes({ sections }, { urgency: '' })).toEqual(['missing-seek-care'])
    expect(codes({ locale: 'es', seekCareText: '  ' }, { urgency: '' })).toEqual(['missing-seek-care'])
  })
})

describe('Alternative text', () => {
  it.each(['', '  ', 'IMG_1234', 'img-1234.jpg'])('is missed where it is “%s”', (alt) => {
    const pictures = [{ field: 'body' as const, filename: 'IMG_1234.jpg', alt }]
    expect(found({ pictures })).toMatchObject([
      { code: 'missing-alternative-text', field: 'body', about: 'IMG_1234.jpg', locale: 'en' },
    ])
  })

  it.each(['A leg that rests on a pillow', 'Veins'])('may be “%s”', (alt) => {
    expect(codes({ pictures: [{ field: 'hero', filename: 'veins.png', alt }] })).toEqual([])
  })
})

describe('References', () => {
  const reference = { citation: 'A page', url: '', doi: '', pmid: '' }
  it.each([
    [{ url: 'www.example.org' }, 'references.1.url'],
    [{ url: 'javascript:alert(1)' }, 'references.1.url'],
    [{ doi: 'https://doi.org/10.1000/xyz' }, 'references.1.doi'],
    [{ pmid: '0123' }, 'references.1.pmid'],
    [{ pmid: 'PMC12345' }, 'references.1.pmid'],
  ])('are found broken: %o', (broken, field) => {
    const references = [reference, { ...reference, ...broken }]
    expect(found({}, { references })).toMatchObject([{ code: 'broken-reference', field, about: '2' }])
  })
})

describe('A claim', () => {
  const claim = 'A study found that rest helps. Rest well.'
  it('needs a reference, and says where it stands', () => {
    expect(found({ text: claim }, { references: [] })).toMatchObject([
      { code: 'claim-without-reference', field: 'references', place: { start: 2, end: 13 } },
    ])
    expect(codes({ locale: 'es', text: 'El 40 % de las personas descansa.' }, { references: [] })).toEqual([
      'claim-without-reference',
    ])
  })

  it('has one where the article names a source, or its sentence links a page', () => {
    expect(codes({ text: claim })).toEqual([])
    expect(codes({ text: claim, webLinks: [{ start: 2, end: 7 }] }, { references: [] })).toEqual([])
    expect(codes({ text: claim, webLinks: [{ start: 31, end: 35 }] }, { references: [] })).toHaveLength(1)
  })
})

describe('Who reviewed it, and when', () => {
  it.each([
    [{ hasReviewer: false }, 'missing-reviewer'],
    [{ reviewedOn: '' }, 'missing-review-date'],
    [{ nextReviewDue: '2026-05-19T23:00:00.000Z' }, 'review-lapsed'],
  ])('is asked for: %o', (shared, code) => {
    expect(codes({}, shared)).toEqual([code])
  })

  it('is in order on the day that the review is due, and where none is due', () => {
    expect(codes({}, { nextReviewDue: '2026-05-20T00:00:00.000Z' })).toEqual([])
    expect(codes({}, { nextReviewDue: '' })).toEqual([])
  })
})

describe('Suggestions', () => {
  const words = 'You may feel heavy, and heavy again.'
  const waiting = mention('heavy', words, { confidence: 0.3 })
  it('wait for an editor, each told once', () => {
    const again = { ...waiting, start: 24, end: 29 }
    expect(found({ text: words, mentions: [waiting, again] })).toMatchObject([
      { code: 'unresolved-suggestion', place: { start: 13, end: 18 }, about: 'a-slug' },
    ])
  })

  it.each([{ status: 'accepted' }, { status: 'dismissed' }, { negated: true }, { confidence: 0.5 }] as const)(
    'are settled: %o',
    (change) => {
      expect(codes({ text: words, mentions: [{ ...waiting, ...change }] })).toEqual([])
    },
  )
})

describe('An emergency symptom', () => {
  const words = 'You may have chest pain.'
  const own = {
    text: words,
    mentions: [mention('chest pain', words)],
    symptoms: new Map([['id', { slug: 'chest-pain', name: 'Chest pain', urgency: 'emergency', hasRedFlags: false }]]),
  }
  const spanish = {
    locale: 'es',
    text: 'Puede tener dolor de pecho.',
    mentions: [mention('dolor de pecho', 'Puede tener dolor de pecho.')],
    symptoms: own.symptoms,
  }

  it('asks for emergency advice', () => {
    expect(found(own)).toMatchObject([
      { code: 'emergency-without-advice', field: 'seekCare.text', place: { start: 13, end: 23 }, about: 'chest-pain' },
    ])
    expect(codes(spanish)).toEqual(['emergency-without-advice'])
  })

  it('asks once for all of them, by name, at the first', () => {
    const text = 'You may have chest pain, a stiff neck or, again, chest pain.'
    const symptoms = new Map([
      ...own.symptoms,
      ['neck', { slug: 'stiff-neck', name: 'Stiff neck', urgency: 'clinician', hasRedFlags: true }],
    ])
    const mentions = [mention('chest pain', text), mention('stiff neck', text, { target: 'neck' })]
    const all = found({ text, mentions, symptoms })
    expect(all).toMatchObject([{ place: { start: 13, end: 23 }, about: 'chest-pain, stiff-neck' }])
    expect(all[0]?.message).toMatch(/^“chest pain” or “stiff neck” can be an emergency: /)
  })

  it('does so where it lists red flags of its own, and not where it is neither', () => {
    const symptom = { slug: 'swelling', name: 'Swelling', urgency: 'clinician' }
    const flagged = new Map([['id', { ...symptom, hasRedFlags: true }]])
    expect(codes({ ...own, symptoms: flagged })).toEqual(['emergency-without-advice'])
    expect(codes({ ...own, symptoms: new Map([['id', { ...symptom, hasRedFlags: false }]]) })).toEqual([])
  })

  it.each(['emergency', 'urgent'])('is answered by the urgency %s', (urgency) => {
    expect(codes(own, { urgency })).toEqual([])
  })

  it.each([
    ['in the advice', { ...own, seekCareText: 'Call 911.' }],
    ['in the text', { ...own, text: `${words} Call your local emergency number.` }],
    ['in a key point', { ...own, keyPoints: ['Go to the emergency room.'] }],
    ['en español', { ...spanish, seekCareText: 'Llame al número de emergencias.' }],
  ])('is answered %s', (_where, text) => {
    expect(codes(text)).toEqual([])
  })

  it.each([{ negated: true }, { status: 'dismissed' }, { confidence: 0.2 }] as const)(
    'is not mentioned where its mention is %o',
    (change) => {
      expect(codes({ ...own, mentions: [mention('chest pain', words, change)] })).not.toContain(
        'emergency-without-advice',
      )
    },
  )
})

describe('A remedy with cautions', () => {
  const cautions = 'Ask first if you have heart failure. Lower your legs if they go numb.'
  const raising = (words: string, change: Partial<StoredMention> = {}, locale = 'en') => ({
    locale,
    text: words,
    mentions: [
      mention(locale === 'en' ? 'raising your legs' : 'elevar las piernas', words, { kind: 'remedy', ...change }),
    ],
    remedies: new Map([['id', { slug: 'leg-elevation', name: 'Leg elevation', cautions }]]),
  })

  it.each([
    raising('Try raising your legs. It feels good.'),
    raising('Try raising your legs.\nDo not smoke.'),
    raising('Pruebe elevar las piernas. Se siente bien.', {}, 'es'),
  ])('must show them', (text) => {
    expect(found(text)).toMatchObject([{ code: 'caution-not-shown', about: 'leg-elevation', field: 'body' }])
  })

  it.each([
    ['beside it', raising('Try raising your legs. Stop if it hurts.')],
    ['in its sentence', raising('Ask your doctor before raising your legs.')],
    ['in a sentence of the cautions', raising('Try raising your legs.\nRest.\nAsk first if you have heart failure.')],
    ['under a heading of what not to do', raising('Try raising your legs.', { role: 'caution', status: 'accepted' })],
    ['en español', raising('Pruebe elevar las piernas. Consulte antes a su médico.', {}, 'es')],
  ])('shows them %s', (_where, text) => {
    expect(codes(text)).toEqual([])
  })

  it('has nothing to show where it has none', () => {
    const text = raising('Try raising your legs.')
    expect(codes({ ...text, remedies: new Map([['id', { slug: 'a', name: 'a', cautions: ' ' }]]) })).toEqual([])
  })
})

describe('Reading', () => {
  const hard =
    'Notwithstanding considerable individual variability, comprehensive rehabilitation necessitates uninterrupted physiological recuperation. '.repeat(
      4,
    )
  const hardSpanish =
    'Independientemente de la considerable variabilidad individual, la rehabilitación multidisciplinaria necesita recuperación fisiológica ininterrumpida. '.repeat(
      4,
    )
  it('is measured against the target, each score by its name', () => {
    const [english] = found({ text: hard })
    expect(english).toMatchObject({ code: 'reading-above-target', field: 'body' })
    expect(english?.message).toMatch(/Flesch–Kincaid grade \(.*SMOG \(/)
    expect(found({ locale: 'es', text: hardSpanish })[0]?.message).toMatch(/Fernández Huerta \(.*INFLESZ \(/)
  })

  it('is not for a few words, nor for plain ones', () => {
    expect(codes({ text: hard.slice(0, 120) })).toEqual([])
    expect(codes({ text: 'Lie down for a while. Put a pillow under your feet. Drink some water. '.repeat(4) })).toEqual(
      [],
    )
  })
})

describe('Links', () => {
  const link = { kind: 'symptom', slug: 'itching', name: 'Itching', field: 'symptoms' }
  it('must lead to what readers may see', () => {
    expect(found({}, { links: [{ ...link, isPublished: false }] })).toMatchObject([
      { code: 'link-to-unpublished', field: 'symptoms', about: 'itching' },
    ])
    const place = { start: 0, end: 4 }
    expect(found({ bodyLinks: [{ ...link, field: 'body', isPublished: false, place }] })).toMatchObject([
      { code: 'link-to-unpublished', field: 'body', place, locale: 'en' },
    ])
    expect(codes({ bodyLinks: [{ ...link, isPublished: true }] }, { links: [{ ...link, isPublished: true }] })).toEqual(
      [],
    )
  })
})

it('A translation is told where it is older than its source', () => {
  expect(found({ locale: 'es', isStale: true })).toMatchObject([{ code: 'stale-translation', locale: 'es' }])
})
