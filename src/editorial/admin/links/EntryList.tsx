'use client'

import { useId } from 'react'
import { Entry } from './Entry'
import type { EntryMentions } from './groupMentions'
import type { PlaceActions } from './Place'

/** A group of entries under its title; nothing where there are none. */
export function EntryList({
  actions,
  entries,
  hint,
  mixed = false,
  open = false,
  title,
}: {
  actions: PlaceActions
  entries: readonly EntryMentions[]
  hint?: string
  /** Whether entries of several kinds stand here, so that each has to say what it is. */
  mixed?: boolean
  /** Whether the places of each entry are shown at once. */
  open?: boolean
  title: string
}) {
  const id = useId()
  if (entries.length === 0) return null
  return (
    <section aria-labelledby={id} className="saphena-links__group">
      <h4 id={id}>{title}</h4>
      {hint && <p className="saphena-links__hint">{hint}</p>}
      <ul>
        {entries.map((entry) => (
          <Entry
            actions={actions}
            entry={entry}
            initOpen={open}
            saysKind={mixed}
            key={`${entry.kind}:${entry.target}`}
          />
        ))}
      </ul>
    </section>
  )
}
