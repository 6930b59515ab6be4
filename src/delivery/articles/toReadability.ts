import type { Readability } from '../../readability/gradeText'

/** How hard an article is to read, as readers are told: each score by its name, null where its language has none. */
export type DeliveredReadability = Pick<
  Readability,
  | 'language'
  | 'sentences'
  | 'words'
  | 'wordsPerSentence'
  | 'syllablesPerWord'
  | 'fleschReadingEase'
  | 'fleschKincaidGrade'
  | 'smog'
  | 'gunningFog'
  | 'fernandezHuerta'
  | 'inflesz'
>

/** @param stored the article's field, which the server alone writes */
export function toReadability(stored: unknown): DeliveredReadability | null {
  if (typeof stored !== 'object' || stored === null || !('language' in stored)) return null
  const kept = stored as Readability
  return {
    language: kept.language,
    sentences: kept.sentences,
    words: kept.words,
    wordsPerSentence: kept.wordsPerSentence,
    syllablesPerWord: kept.syllablesPerWord,
    fleschReadingEase: kept.fleschReadingEase,
    fleschKincaidGrade: kept.fleschKincaidGrade,
    smog: kept.smog,
    gunningFog: kept.gunningFog,
    fernandezHuerta: kept.fernandezHuerta,
    inflesz: kept.inflesz,
  }
}
