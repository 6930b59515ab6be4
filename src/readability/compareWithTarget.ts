import type { ScoreName, Scores } from './scoreText'

/** What an organisation asks of its texts: school grades, the lowest and the highest. */
export interface ReadingTarget {
  lowestGrade: number
  highestGrade: number
}

/** `easier` than asked for is no fault; `harder` is one. */
export type Fit = 'within' | 'easier' | 'harder'

/**
 * How a score stands to the target. A grade is compared as it is: grade 8 goes on until the ninth begins. For a score of ease the
 * target is translated by its own author's table.
 */
export function compareWithTarget(name: ScoreName, score: NonNullable<Scores[ScoreName]>, target: ReadingTarget): Fit {
  const range = rangeOf(name, target)
  if (score < range.least) return range.isGrade ? 'easier' : 'harder'
  if (score >= range.below) return range.isGrade ? 'harder' : 'easier'
  return 'within'
}

/** Which scores meet the target: from `least` to below `below`. */
export interface ScoreRange {
  least: number
  below: number
  isGrade: boolean
}

export function rangeOf(name: ScoreName, { lowestGrade, highestGrade }: ReadingTarget): ScoreRange {
  const table = easeTables[name]
  if (!table) return { least: lowestGrade, below: highestGrade + 1, isGrade: true }
  return {
    least: table[rowOf(table, highestGrade)]?.least ?? Number.NEGATIVE_INFINITY,
    below: table[rowOf(table, lowestGrade) - 1]?.least ?? Number.POSITIVE_INFINITY,
    isGrade: false,
  }
}

/** Bands of falling ease: each from which score, and for readers up to which grade. */
type EaseTable = readonly { least: number; upToGrade: number }[]

const easeTables: Partial<Record<ScoreName, EaseTable>> = {
  // R. Flesch, The art of readable writing (1949)
  fleschReadingEase: [
    { least: 90, upToGrade: 5 },
    { least: 80, upToGrade: 6 },
    { least: 70, upToGrade: 7 },
    { least: 60, upToGrade: 9 },
    { least: 50, upToGrade: 12 },
    { least: 30, upToGrade: 16 },
  ],
  // Fernández Huerta (1959): fourth to sixth grade, seventh and eighth, before university, university
  fernandezHuerta: [
    { least: 90, upToGrade: 4 },
    { least: 80, upToGrade: 5 },
    { least: 70, upToGrade: 6 },
    { least: 60, upToGrade: 8 },
    { least: 50, upToGrade: 12 },
    { least: 30, upToGrade: 16 },
  ],
  // Barrio-Cantalejo et al. (2008): very easy, fairly easy (primary school), normal (secondary school), somewhat hard (before university)
  inflesz: [
    { least: 80, upToGrade: 4 },
    { least: 65, upToGrade: 6 },
    { least: 55, upToGrade: 10 },
    { least: 40, upToGrade: 12 },
  ],
}

/** The row of what readers of a grade manage; behind the last one for those who manage everything. */
const rowOf = (table: EaseTable, grade: number): number => table.filter(({ upToGrade }) => upToGrade < grade).length
