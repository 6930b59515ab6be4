'use client'

import type { HardSentence } from '../../../readability/hardPlaces'
import { Jump } from './Jump'

/** More of a sentence is cut off, in characters. */
const most = 110

export function HardestSentences({ sentences, text }: { sentences: readonly HardSentence[]; text: string }) {
  if (sentences.length === 0) return null
  return (
    <section aria-labelledby="saphena-plain-sentences">
      <h4 id="saphena-plain-sentences">Hardest sentences</h4>
      <ol>
        {sentences.map((sentence) => {
          const words = text.slice(sentence.start, sentence.end)
          return (
            <li key={sentence.start}>
              <Jump places={[sentence]} text={text}>
                {shorten(words)}{' '}
                <span className="saphena-plain__hint">
                  {sentence.words} words, {sentence.polysyllables} of them long
                </span>
              </Jump>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function shorten(words: string): string {
  if (words.length <= most) return words
  const cut = words.slice(0, most)
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || most).trimEnd()}…`
}
