'use client'

import { Button, ChevronIcon } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { SymptomPhrase } from '../../../linking/findSymptomPhrases'
import { Passage } from './Passage'

/** More than this is a list that nobody reads. */
const mostShown = 20

/** Phrases that look like symptoms and are in no vocabulary, closed until somebody wants them; nothing where there are none. */
export function PhraseList({
  jump,
  locale,
  mayDecide,
  onChoose,
  phrases,
  text,
}: {
  jump: (place: SymptomPhrase) => void
  locale: string
  mayDecide: boolean
  onChoose: (phrase: string) => void
  phrases: readonly SymptomPhrase[]
  text: string
}) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const groups = bySpelling(phrases, locale)
  if (groups.length === 0) return null
  return (
    <section className="saphena-links__group">
      <h4>
        <button
          aria-controls={id}
          aria-expanded={open}
          className="saphena-links__disclose"
          onClick={() => setOpen(!open)}
          type="button"
        >
          <ChevronIcon direction={open ? 'down' : 'right'} />
          <span>Looks like a symptom</span>
          <span className="saphena-links__count">{groups.length}</span>
        </button>
      </h4>
      <div hidden={!open} id={id}>
        <p className="saphena-links__hint">In no vocabulary yet.</p>
        <ul>
          {groups.slice(0, mostShown).map(([phrase, places]) => (
            <li className="saphena-links__place" key={phrase}>
              <Passage jump={jump} place={places[0] as SymptomPhrase} text={text} />
              <div className="saphena-links__actions">
                {places.length > 1 && <span className="saphena-links__count">{places.length}×</span>}
                {mayDecide && (
                  <Button
                    aria-label={`Add to the vocabulary: ${phrase}`}
                    buttonStyle="subtle"
                    margin={false}
                    onClick={() => onChoose(phrase)}
                    size="xsmall"
                  >
                    Add to the vocabulary
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** The places of each phrase, whichever way it begins; the most frequent first. */
function bySpelling(phrases: readonly SymptomPhrase[], locale: string): [string, SymptomPhrase[]][] {
  const groups = new Map<string, SymptomPhrase[]>()
  for (const phrase of phrases) {
    const spelling = phrase.text.toLocaleLowerCase(locale)
    groups.set(spelling, [...(groups.get(spelling) ?? []), phrase])
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length)
}
