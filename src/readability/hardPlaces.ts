import { countText } from './countText'
import type { ReadingLanguage } from './language'
import type { ProseWord, Sentence } from './readProse'
import { scoreText } from './scoreText'
import type { Span } from './splitSentences'

export interface HardSentence extends Span {
  words: number
  /** Words of three syllables and more. */
  polysyllables: number
}

/** Below this a sentence is a heading or a short item: a single long word would make it look the hardest of all. */
const fewestWords = 8

/** The sentences that are hardest to read, the hardest first: those that cost the text most of its ease. */
export function findHardestSentences(
  prose: readonly Sentence[],
  language: ReadingLanguage,
  most: number,
): HardSentence[] {
  return prose
    .filter(({ words }) => words.length >= fewestWords)
    .map((sentence) => {
      const counts = countText([sentence])
      const { fleschReadingEase, inflesz } = scoreText(counts, language)
      return { sentence, counts, ease: fleschReadingEase ?? inflesz ?? 0 }
    })
    .sort((a, b) => a.ease - b.ease || a.sentence.start - b.sentence.start)
    .slice(0, most)
    .map(({ sentence: { start, end }, counts }) => ({
      start,
      end,
      words: counts.words,
      polysyllables: counts.polysyllables,
    }))
}

export interface LongWord extends Span {
  text: string
  syllables: number
  /** Where else it stands, the first place included. */
  places: Span[]
}

/** Words of fewer syllables are not called long, whatever their letters. */
const fewestSyllables = 4

/** The longest words, each once however it is capitalised: by syllables, then letters, then how often they stand there. */
export function findLongestWords(text: string, prose: readonly Sentence[], most: number): LongWord[] {
  const found = new Map<string, LongWord>()
  for (const word of prose.flatMap(({ words }) => words)) {
    if (word.syllables < fewestSyllables) continue
    const spelled = text.slice(word.start, word.end)
    const key = spelled.toLowerCase()
    const known = found.get(key)
    if (known) known.places.push(placeOf(word))
    else found.set(key, { ...placeOf(word), text: spelled, syllables: word.syllables, places: [placeOf(word)] })
  }
  return [...found.values()]
    .sort(
      (a, b) =>
        b.syllables - a.syllables ||
        b.text.length - a.text.length ||
        b.places.length - a.places.length ||
        a.start - b.start,
    )
    .slice(0, most)
}

const placeOf = ({ start, end }: ProseWord): Span => ({ start, end })
