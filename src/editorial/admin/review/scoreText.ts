import type { ScoreResult } from '../../review/instruments'

export function scoreText({ name, passes, percent, points, possible }: ScoreResult): string {
  const reached = percent === null ? 'nothing applies' : `${percent} of 100 (${points} of ${possible} points)`
  const verdict = passes === null ? '' : passes ? ', passed' : ', not passed'
  return `${name} ${reached}${verdict}`
}
