import { countText, type TextCounts } from './countText'
import { type ReadingLanguage, readingLanguageOf } from './language'
import { readProse, type Sentence } from './readProse'
import { type Scores, scoreText } from './scoreText'

/** How hard a text is to read, as it is kept with an article. Scores and means have one decimal. */
export interface Readability extends TextCounts, Scores {
  language: ReadingLanguage
  wordsPerSentence: number
  syllablesPerWord: number
}

/** @returns null where the text has no words, or its language no formulas */
export function gradeText(text: string, locale: string): Readability | null {
  const language = readingLanguageOf(locale)
  return language ? gradeProse(readProse(text, language), language) : null
}

/** As {@link gradeText}, for whoever has read the text already. */
export function gradeProse(prose: readonly Sentence[], language: ReadingLanguage): Readability | null {
  const counts = countText(prose)
  if (counts.words === 0) return null
  const scores = scoreText(counts, language)
  return {
    language,
    ...counts,
    wordsPerSentence: toDecimals(counts.words / counts.sentences, 1),
    syllablesPerWord: toDecimals(counts.syllables / counts.words, 2),
    fleschReadingEase: rounded(scores.fleschReadingEase),
    fleschKincaidGrade: rounded(scores.fleschKincaidGrade),
    smog: rounded(scores.smog),
    gunningFog: rounded(scores.gunningFog),
    fernandezHuerta: rounded(scores.fernandezHuerta),
    inflesz: rounded(scores.inflesz),
  }
}

const rounded = (score: number | null): number | null => (score === null ? null : toDecimals(score, 1))

/** Never -0, which JSON does not have. */
const toDecimals = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals || 0
