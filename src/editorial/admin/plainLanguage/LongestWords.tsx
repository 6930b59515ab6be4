'use client'

import type { LongWord } from '../../../readability/hardPlaces'
import { Jump } from './Jump'

export function LongestWords({ text, words }: { text: string; words: readonly LongWord[] }) {
  if (words.length === 0) return null
  return (
    <section aria-labelledby="saphena-plain-words">
      <h4 id="saphena-plain-words">Longest words</h4>
      <ul>
        {words.map(({ text: word, syllables, places, start }) => (
          <li key={start}>
            <Jump places={places} text={text}>
              {word}{' '}
              <span className="saphena-plain__hint">
                {syllables} syllables{places.length > 1 && `, ${places.length} times`}
              </span>
            </Jump>
          </li>
        ))}
      </ul>
    </section>
  )
}
