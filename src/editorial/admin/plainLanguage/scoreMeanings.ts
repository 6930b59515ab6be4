import type { ScoreRange } from '../../../readability/compareWithTarget'
import { type ScoreName, smogSentences } from '../../../readability/scoreText'

interface Meaning {
  name: string
  meaning: string
}

/** What each score is called, and what it says, in the order in which they are shown. */
export const scoreMeanings: Readonly<Record<ScoreName, Meaning>> = {
  fleschReadingEase: { name: 'Flesch reading ease', meaning: 'From 0, hard, to 100, easy.' },
  fleschKincaidGrade: {
    name: 'Flesch–Kincaid grade',
    meaning: 'The school grade that it is written for, by the length of words and sentences.',
  },
  smog: {
    name: 'SMOG',
    meaning: `The school grade for understanding all of it, by its long words. Rough below ${smogSentences} sentences.`,
  },
  gunningFog: { name: 'Gunning fog', meaning: 'Years of school, by the length of sentences and hard words.' },
  fernandezHuerta: { name: 'Fernández Huerta', meaning: 'For Spanish: from 0, hard, to 100, easy.' },
  inflesz: { name: 'INFLESZ', meaning: 'Szigriszt-Pazos, for Spanish texts for patients: from 0, hard, to 100, easy.' },
}

export const fitLabels = { within: 'On target', easier: 'Easier than asked', harder: 'Too hard' } as const

/** The target in a score’s own numbers. */
export function describeRange({ least, below, isGrade }: ScoreRange): string {
  if (isGrade) return least + 1 === below ? `${least}` : `${least} to ${below - 1}`
  if (least === Number.NEGATIVE_INFINITY) return below === Number.POSITIVE_INFINITY ? 'any' : `below ${below}`
  return below === Number.POSITIVE_INFINITY ? `${least} or more` : `${least} to ${below}`
}
