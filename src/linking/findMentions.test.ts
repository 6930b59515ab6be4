import { describe, expect, it } from 'vitest'
import { findMentions, LINK_THRESHOLD } from './findMentions'
import { compileVocabulary, type Vocabulary, type VocabularyEntry } from './vocabulary'

const entry = (name: string, ...synonyms: string[]): VocabularyEntry => ({
  name,
  slug: name.toLowerCase().replaceAll(' ', '-'),
  synonyms,
})

const vocabulary: Vocabulary = {
  symptoms: [
    entry('Swelling', 'swollen', 'oedema'),
    entry('Pain'),
    entry('Calf pain', 'pain in the calf'),
    entry('Sore', 'soreness'),
    entry('Cold'),
    { ...entry('Burning'), notPhrases: ['burning question'] },
    entry('Nosebleed'),
    entry('Lightheadedness'),
    entry('Chronic venous insufficiency'),
    entry('Fever'),
    entry('Redness'),
  ],
  remedies: [
    entry('Walking', 'walk'),
    entry('Leg elevation', 'raise your legs'),
    entry('Ice'),
    entry('NSAID'),
    entry('Aspirin'),
    entry('Rest'),
  ],
  clinics: [{ name: 'Harbour Clinic', slug: 'harbour-clinic', synonyms: ['Chicago'] }],
}
const compiled = compileVocabulary(vocabulary, 'en')

const find = (text: string) => findMentions(text, compiled)
const sure = (text: string) => find(text).filter(({ confidence }) => confidence >= LINK_THRESHOLD)
const words = (text: string) => sure(text).map(({ text, negated }) => (negated ? `-${text}` : text))

describe('findMentions', () => {
  it('finds names and synonyms with their offsets, and says by which term and rule', () => {
    const text = 'Your ankle may be SWOLLEN, with calf pains.'
    const [swollen, pains] = find(text)
    expect(swollen).toMatchObject({ kind: 'symptom', slug: 'swelling', term: 'swollen', rule: 'exact', negated: false })
    expect(pains).toMatchObject({ slug: 'calf-pain', text: 'calf pains', rule: 'inflected', term: 'Calf pain' })
    for (const { start, end, text: surface } of find(text)) expect(text.slice(start, end)).toBe(surface)
  })

  it.each([
    ['takes the longest of what overlaps', 'Pain in the calf, or pain.', ['Pain in the calf', 'pain']],
    [
      'knows one word and two for the same',
      'A nose bleed, light-headedness and light headedness.',
      ['nose bleed', 'light-headedness', 'light headedness'],
    ],
    ['knows British and American spelling', 'Edema, or oedema.', ['Edema', 'oedema']],
    ['keeps apart what a stemmer runs together', 'Sores and cold sores.', []],
    [
      'reads composed and decomposed letters, and what shows nothing',
      'Swel\u00adling and swe\u200blling; p\u0061in.',
      ['Swel\u00adling', 'swe\u200blling', 'pain'],
    ],
    ['writes acronyms in capitals', 'NSAIDs, not nsaids. Save an ICE contact.', ['NSAIDs']],
    ['knows capitals from a line in capitals', 'PAIN AND SWELLING', ['PAIN', 'SWELLING']],
    ['leaves phrases out that are not it', 'A burning question about burning.', ['burning']],
    ['leaves other senses out', 'In cold weather the rest of us fear hay fever and trouble walking.', []],
    [
      'does not join words over a full stop',
      'It hurts in the calf. Pain comes later. Your legs raise. Your legs',
      ['Pain'],
    ],
    [
      'negates a list',
      'There was no fever, swelling or redness, but pain.',
      ['-fever', '-swelling', '-redness', 'pain'],
    ],
    ['negates after the mention', 'Pain-free days. Aspirin should not be taken.', ['-Pain', '-Aspirin']],
    [
      'negates instructions for remedies',
      'Do not take aspirin for your pain. Avoid ice on the skin.',
      ['-aspirin', 'pain', '-ice'],
    ],
    [
      'does not take these for negations',
      'With or without fever. Not only pain. There is no cure for a cold.',
      ['fever', 'pain', 'cold'],
    ],
    [
      'negates a list of bullets after a colon',
      'Do not use:\n- aspirin\n- ice packs\n\nPain is common.',
      ['-aspirin', '-ice', 'Pain'],
    ],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('knows an acronym that the text defines', () => {
    const found = find('Chronic venous insufficiency (CVI) is common. CVI causes swelling.')
    expect(found.map(({ text, slug }) => `${text} ${slug}`)).toEqual([
      'Chronic venous insufficiency chronic-venous-insufficiency',
      'CVI chronic-venous-insufficiency',
      'CVI chronic-venous-insufficiency',
      'swelling swelling',
    ])
    expect(find('CVI causes swelling.').map(({ text }) => text)).toEqual(['swelling'])
  })

  it('offers loose forms of remedies, and cities, as suggestions only', () => {
    const [loose] = find('Lift both legs above your heart.')
    expect(loose).toMatchObject({ slug: 'leg-elevation', rule: 'loose' })
    expect(loose?.confidence).toBeLessThan(LINK_THRESHOLD)
    const [city] = find('We have rooms in Chicago.')
    expect(city).toMatchObject({ kind: 'clinic', slug: 'harbour-clinic' })
    expect(city?.confidence).toBeLessThan(LINK_THRESHOLD)
    expect(sure('Come to the Harbour Clinic.')).toHaveLength(1)
  })

  it('marks the past, the family, and what sections say', () => {
    expect(find('A family history of swelling.')[0]).toMatchObject({ context: 'family' })
    expect(find('A history of swelling.')[0]).toMatchObject({ context: 'history' })
    const text = 'Swelling.\nAspirin.'
    const sections = [
      { heading: 'When to call a doctor', start: 0, end: 10 },
      { heading: 'What to avoid', start: 10, end: text.length },
    ]
    expect(findMentions(text, compiled, { sections }).map(({ role }) => role)).toEqual(['red-flag', 'caution'])
  })

  it('keeps offsets in every Unicode form', () => {
    for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
      const text = `Ünïcödé 👩‍⚕️ ﬁrst: 𝐩𝐚𝐢𝐧 and swelling`.normalize(form)
      const found = find(text)
      expect(found.map(({ slug }) => slug)).toEqual(['pain', 'swelling'])
      for (const mention of found) expect(text.slice(mention.start, mention.end)).toBe(mention.text)
    }
  })

  it('stays linear on hostile text', () => {
    const hostile = [
      'a'.repeat(1e6),
      'no '.repeat(3e5),
      'no pain or '.repeat(5e4),
      `p${'\u200b'.repeat(1e6)}n`,
      `e${'\u0301'.repeat(1e6)}`,
      '('.repeat(1e6),
    ]
    for (const text of hostile) {
      const start = performance.now()
      find(text)
      expect(performance.now() - start).toBeLessThan(5_000)
    }
  })

  it('has nothing to say about nothing', () => {
    expect(find('')).toEqual([])
    expect(findMentions('pain', compileVocabulary({ symptoms: [], remedies: [] }, 'en'))).toEqual([])
    expect(findMentions('pain', compileVocabulary({ symptoms: [entry('')], remedies: [entry(' - ')] }, 'xx'))).toEqual(
      [],
    )
  })
})
