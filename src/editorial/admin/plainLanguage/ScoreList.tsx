'use client'

import { Pill } from '@payloadcms/ui'
import type { ComponentProps } from 'react'
import { compareWithTarget, type Fit, type ReadingTarget, rangeOf } from '../../../readability/compareWithTarget'
import type { Readability } from '../../../readability/gradeText'
import type { ScoreName } from '../../../readability/scoreText'
import { SettledStatus } from './SettledStatus'
import { describeRange, fitLabels, scoreMeanings } from './scoreMeanings'

const pillStyles: Record<Fit, ComponentProps<typeof Pill>['pillStyle']> = {
  within: 'success',
  easier: 'light',
  harder: 'warning',
}

interface Score {
  key: ScoreName
  value: number
  fit: Fit | undefined
}

/** Each score by its name, with what it means and how it stands to the target; and the counts that they are made of. */
export function ScoreList({ readability, target }: { readability: Readability; target: ReadingTarget | undefined }) {
  const scores = scoresOf(readability, target)
  return (
    <section aria-label="Scores">
      <dl className="saphena-plain__scores">
        {scores.map(({ key, value, fit }) => (
          <div className="saphena-plain__score" key={key}>
            <dt>{scoreMeanings[key].name}</dt>
            <dd className="saphena-plain__value">
              <strong>{value.toFixed(1)}</strong>
              {fit && (
                <Pill pillStyle={pillStyles[fit]} size="small">
                  {fitLabels[fit]}
                </Pill>
              )}
            </dd>
            <dd className="saphena-plain__hint">
              {scoreMeanings[key].meaning}
              {target && ` Target: ${describeRange(rangeOf(key, target))}.`}
            </dd>
          </div>
        ))}
      </dl>
      <p className="saphena-plain__hint">
        {count(readability.words, 'word')} in {count(readability.sentences, 'sentence')}, {readability.wordsPerSentence}{' '}
        words each.
      </p>
      <SettledStatus
        message={scores
          .map(({ key, value, fit }) => [`${scoreMeanings[key].name} ${value.toFixed(1)}`, fit && fitLabels[fit]])
          .map((parts) => parts.filter(Boolean).join(', '))
          .join('; ')}
      />
    </section>
  )
}

function scoresOf(readability: Readability, target: ReadingTarget | undefined): Score[] {
  return (Object.keys(scoreMeanings) as ScoreName[]).flatMap((key) => {
    const value = readability[key]
    if (value === null) return []
    return [{ key, value, fit: target && compareWithTarget(key, value, target) }]
  })
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
