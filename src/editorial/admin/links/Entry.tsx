'use client'

import { Button, ChevronIcon } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import type { EntryMentions } from './groupMentions'
import { Place, type PlaceActions } from './Place'
import { Tags } from './Tags'

/** One symptom, remedy or clinic: how often the text names it and where, and each of these places when it is opened. */
export function Entry({
  actions,
  entry: { kind, mentions, name },
  initOpen,
  saysKind,
}: {
  actions: PlaceActions
  entry: EntryMentions
  initOpen: boolean
  saysKind: boolean
}) {
  const [open, setOpen] = useState(initOpen)
  const shown = useRef(-1)
  const id = useId()
  const showNext = () => {
    shown.current = (shown.current + 1) % mentions.length
    const mention = mentions[shown.current]
    if (mention) actions.jump(mention)
  }
  const sections = [...new Set(mentions.map(({ section }) => section).filter(Boolean))]
  return (
    <li className="saphena-links__entry">
      <div className="saphena-links__head">
        <button
          aria-controls={id}
          aria-expanded={open}
          className="saphena-links__disclose"
          onClick={() => setOpen(!open)}
          type="button"
        >
          <ChevronIcon direction={open ? 'down' : 'right'} />
          <span>{name}</span>
          <span className="saphena-links__count">
            {mentions.length}×<span className="saphena-links__spoken"> in the text</span>
            {saysKind && ` · ${kind}`}
          </span>
        </button>
        <Button
          aria-label={`Show ${name} in the text`}
          buttonStyle="subtle"
          margin={false}
          onClick={showNext}
          size="xsmall"
        >
          Show
        </Button>
      </div>
      {!open && (
        <div className="saphena-links__where">
          {sections.length > 0 && <span>In: {listOf(sections)}</span>}
          <Tags mentions={mentions} />
        </div>
      )}
      <ul className="saphena-links__places" hidden={!open} id={id}>
        {open && mentions.map((mention) => <Place actions={actions} key={mention.start} mention={mention} />)}
      </ul>
    </li>
  )
}

/** The first few: a long article names the same thing under every heading. */
const mostSections = 2

const listOf = (sections: readonly string[]): string => {
  const shown = sections.slice(0, mostSections).join(' · ')
  return sections.length > mostSections ? `${shown} and ${sections.length - mostSections} more` : shown
}
