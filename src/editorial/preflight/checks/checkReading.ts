import { compareWithTarget } from '../../../readability/compareWithTarget'
import { gradeText } from '../../../readability/gradeText'
import type { ScoreName } from '../../../readability/scoreText'
import type { TextCheck } from '../checkArticle'

const names: Record<ScoreName, string> = {
  fleschReadingEase: 'Flesch reading ease',
  fleschKincaidGrade: 'Flesch–Kincaid grade',
  smog: 'SMOG',
  gunningFog: 'Gunning fog',
  fernandezHuerta: 'Fernández Huerta',
  inflesz: 'INFLESZ',
}

/** The formulas are made for samples of a hundred words; of a few words they say nothing. */
const fewestWords = 30

/**
 * The formulas differ on the same text, so that one of them alone is no reason to complain: an article is above the target where at
 * least half of those for its language say so. They are told by name, never as one grade.
 */
export const checkReading: TextCheck = ({ locale, text }, _article, { target }) => {
  const scores = gradeText(text, locale)
  if (!scores || scores.words < fewestWords) return []
  const known = (Object.keys(names) as ScoreName[]).flatMap((name) => {
    const score = scores[name]
    return score === null ? [] : [{ name, score }]
  })
  const harder = known.filter(({ name, score }) => compareWithTarget(name, score, target) === 'harder')
  if (harder.length * 2 < known.length) return []
  return [
    {
      code: 'reading-above-target',
      field: 'body',
      message: `Harder to read than grades ${target.lowestGrade} to ${target.highestGrade}, the target, by ${harder.map(({ name, score }) => `${names[name]} (${score})`).join(', ')}.`,
    },
  ]
}
