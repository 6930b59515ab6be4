export type Answer = 'yes' | 'no' | 'na'
export type Answers = Readonly<Record<string, Answer>>

export interface ChecklistItem {
  /** The number that the instrument gives it. */
  id: string
  /** In our own, shorter words: the instrument's own text and its guide are what counts. */
  text: string
  /** In which case it may be left out of the score; absent where it always counts. */
  na?: string
}

export interface ChecklistPart {
  title: string
  /** What it is about, where a part counts for some articles only. */
  when?: string
  items: readonly ChecklistItem[]
}

export interface ScoreResult {
  name: string
  points: number
  possible: number
  /** Out of 100, rounded; null where nothing counts. */
  percent: number | null
  /** Whether it reaches what the instrument asks; null where the instrument names no limit. */
  passes: boolean | null
}

export interface Instrument {
  id: 'cdc-index' | 'pemat-p'
  name: string
  source: string
  parts: readonly ChecklistPart[]
  /** What it makes of the answers. Items without an answer count as not met. */
  score: (answers: Answers) => ScoreResult[]
}

const noRecommendation = 'The article recommends no behaviour.'
const noNumbers = 'The article has no numbers.'
const noRisk = 'The article is not about a risk.'
const veryShort = 'The article is very short.'
const noVisuals = 'The article has no pictures or charts.'

/** The CDC Clear Communication Index, full version: 20 items in four parts; 90 or more of 100 passes. */
const cdcIndex: Instrument = {
  id: 'cdc-index',
  name: 'CDC Clear Communication Index',
  source: 'Centers for Disease Control and Prevention, https://www.cdc.gov/ccindex/',
  parts: [
    {
      title: 'Core',
      items: [
        { id: '1', text: 'There is one main message.' },
        { id: '2', text: 'The main message comes at the beginning.' },
        { id: '3', text: 'The main message is set off visually, such as by type, colour or a heading.' },
        { id: '4', text: 'At least one picture or chart carries or supports the main message.' },
        { id: '5', text: 'The reader is called on to do something.' },
        { id: '6', text: 'The main message and the call to action are in the active voice.' },
        { id: '7', text: 'All words are words that these readers use, or are explained.' },
        { id: '8', text: 'There are bulleted or numbered lists.' },
        { id: '9', text: 'The text stands in chunks under headings.' },
        { id: '10', text: 'What matters most to the reader is summed up in the first paragraph or section.' },
        { id: '11', text: 'It says what experts know about the subject, and what they do not know.' },
      ],
    },
    {
      title: 'What to do',
      when: 'Where the article recommends a behaviour.',
      items: [
        { id: '12', text: 'It recommends at least one thing for the reader to do.', na: noRecommendation },
        { id: '13', text: 'It says why that matters to the reader.', na: noRecommendation },
        { id: '14', text: 'It says exactly how to do it.', na: noRecommendation },
      ],
    },
    {
      title: 'Numbers',
      when: 'Where the article has numbers about its subject.',
      items: [
        { id: '15', text: 'All numbers are of a kind that these readers use.', na: noNumbers },
        { id: '16', text: 'It always says what the numbers mean.', na: noNumbers },
        { id: '17', text: 'The reader is not made to calculate.', na: noNumbers },
      ],
    },
    {
      title: 'Risk',
      when: 'Where the article is about a risk.',
      items: [
        { id: '18', text: 'It explains what the risk is, and how and why it touches people.', na: noRisk },
        {
          id: '19',
          text: 'It gives both the risks and the benefits of what it recommends.',
          na: 'It is not about a risk, or recommends no behaviour.',
        },
        {
          id: '20',
          text: 'Where it gives a probability in numbers, it explains it in words or by a picture too.',
          na: 'It is not about a risk, or gives no probability in numbers.',
        },
      ],
    },
  ],
  score: (answers) => {
    const counted: Record<string, Answer> = { ...answers }
    // Without one main message there is none that could stand first, be set off or be pictured.
    if (answers['1'] !== 'yes') for (const id of ['2', '3', '4']) counted[id] = 'no'
    if (answers['1'] !== 'yes' || answers['5'] !== 'yes') counted['6'] = 'no'
    // A part that does not apply is left out as a whole, also where its first item says so.
    if (answers['12'] !== 'yes') for (const id of ['12', '13', '14']) counted[id] = 'na'
    if (isOut(answers, ['15', '16', '17'])) for (const id of ['15', '16', '17']) counted[id] = 'na'
    if (answers['18'] === 'na') for (const id of ['19', '20']) counted[id] = 'na'
    return [scoreOf('Score', cdcIndex.parts, counted, 90)]
  },
}

/**
 * The Patient Education Materials Assessment Tool for printable materials: items 1 to 12 and 15 to 19 on understanding, 20 to 26 on
 * acting. Items 13 and 14 are of its audiovisual version alone, and the numbers are the instrument's.
 */
const pematP: Instrument = {
  id: 'pemat-p',
  name: 'PEMAT-P',
  source:
    'Agency for Healthcare Research and Quality, https://www.ahrq.gov/health-literacy/patient-education/pemat.html',
  parts: [
    {
      title: 'Understandability',
      items: [
        { id: '1', text: 'Its purpose is plain at once.' },
        { id: '2', text: 'Nothing in it distracts from its purpose.' },
        { id: '3', text: 'It uses common, everyday words.' },
        { id: '4', text: 'Medical terms stand only where readers should get to know them, and are explained.' },
        { id: '5', text: 'It uses the active voice.' },
        { id: '6', text: 'Its numbers are clear and easy to understand.', na: noNumbers },
        { id: '7', text: 'It does not expect the reader to calculate.' },
        { id: '8', text: 'It is broken into short sections.', na: veryShort },
        { id: '9', text: 'The headings of its sections say what is in them.', na: veryShort },
        { id: '10', text: 'It goes in an order that makes sense.' },
        { id: '11', text: 'It has a summary.', na: veryShort },
        { id: '12', text: 'Visual cues, such as bullets, boxes or bold type, point to what matters.' },
        { id: '15', text: 'It uses pictures wherever they would make it easier to understand.' },
        { id: '16', text: 'Its pictures support the text and do not distract from it.', na: noVisuals },
        { id: '17', text: 'Its pictures have clear titles or captions.', na: noVisuals },
        { id: '18', text: 'Its drawings and photographs are clear and uncluttered.', na: noVisuals },
        { id: '19', text: 'Its tables are simple, with short and clear headings.', na: 'The article has no tables.' },
      ],
    },
    {
      title: 'Actionability',
      items: [
        { id: '20', text: 'It names at least one thing that the reader can do.' },
        { id: '21', text: 'It speaks to the reader directly about what to do.' },
        { id: '22', text: 'It breaks what to do into clear, manageable steps.' },
        { id: '23', text: 'It gives a tool to act with, such as a checklist, wherever one would help.' },
        { id: '24', text: 'It shows how to do calculations, or gives examples.', na: 'No calculations are needed.' },
        {
          id: '25',
          text: 'It explains how to use its charts, tables or diagrams to act.',
          na: 'The article has no charts, tables or diagrams.',
        },
        { id: '26', text: 'It uses pictures wherever they would make it easier to follow.' },
      ],
    },
  ],
  score: (answers) => pematP.parts.map((part) => scoreOf(part.title, [part], answers, undefined)),
}

export const instruments: readonly Instrument[] = [cdcIndex, pematP]

export const instrumentOf = (id: unknown): Instrument | undefined => instruments.find((each) => each.id === id)

const itemsOf = (parts: readonly ChecklistPart[]): ChecklistItem[] => parts.flatMap(({ items }) => items)

/** What is wrong with answers that are to be kept: an item without an answer, an answer that the item does not take. */
export function checkAnswers(instrument: Instrument, answers: unknown): string[] {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return ['The answers are missing.']
  const given = answers as Record<string, unknown>
  const items = itemsOf(instrument.parts)
  const known = new Set(items.map(({ id }) => id))
  return [
    ...Object.keys(given)
      .filter((id) => !known.has(id))
      .map((id) => `There is no item ${id.slice(0, 20)}.`),
    ...items.flatMap(({ id, na }) => {
      const answer = Object.hasOwn(given, id) ? given[id] : undefined
      if (answer === 'yes' || answer === 'no' || (answer === 'na' && na)) return []
      return [answer === undefined ? `Item ${id} has no answer.` : `Item ${id} does not take this answer.`]
    }),
  ]
}

const isOut = (answers: Answers, ids: readonly string[]): boolean => ids.every((id) => answers[id] === 'na')

function scoreOf(
  name: string,
  parts: readonly ChecklistPart[],
  answers: Answers,
  limit: number | undefined,
): ScoreResult {
  const counted = itemsOf(parts).filter(({ id }) => answers[id] !== 'na')
  const points = counted.filter(({ id }) => answers[id] === 'yes').length
  const possible = counted.length
  const exact = possible > 0 ? (points / possible) * 100 : null
  return {
    name,
    points,
    possible,
    percent: exact === null ? null : Math.round(exact),
    // by what was reached, and not by what it rounds to
    passes: exact === null || limit === undefined ? null : exact >= limit,
  }
}
