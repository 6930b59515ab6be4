import type { TextCheck } from '../checkArticle'

/**
 * The formulas differ by a grade or two on the same text, so that one of them alone is no reason to complain: an article is above
 * the target where more than half of those that give a grade say so. They are told by name, never as one grade.
 */
export const checkReading: TextCheck = ({ scores }, _article, { highestGrade }) => {
  const graded = scores.filter((score): score is typeof score & { grade: number } => score.grade !== undefined)
  const above = graded.filter(({ grade }) => grade > highestGrade)
  if (above.length * 2 <= graded.length) return []
  const told = above.map(({ name, grade }) => `${name} ${Math.round(grade * 10) / 10}`).join(', ')
  return [
    {
      code: 'reading-above-target',
      field: 'body',
      message: `Written for a higher school grade than ${highestGrade}, the target: ${told}.`,
    },
  ]
}
