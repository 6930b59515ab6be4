'use client'

import { Pill, useDocumentDrawer } from '@payloadcms/ui'
import { useId } from 'react'
import { relationOf } from '../../linkArticle'
import type { EntryMentions } from './groupMentions'
import { Passage } from './Passage'

type Jump = (place: { start: number; end: number; text: string }) => void

/** What the text names by words that are not published yet, so that nobody makes them a second time; nothing where there is none. */
export function UnpublishedList({
  entries,
  jump,
  onSave,
  text,
}: {
  entries: readonly EntryMentions[]
  jump: Jump
  onSave: () => void
  text: string
}) {
  const id = useId()
  if (entries.length === 0) return null
  return (
    <section aria-labelledby={id} className="saphena-links__group">
      <h4 id={id}>Not published yet</h4>
      <p className="saphena-links__hint">Linked once a reviewer has published them.</p>
      <ul>
        {entries.map((entry) => (
          <Unpublished entry={entry} jump={jump} key={`${entry.kind}:${entry.target}`} onSave={onSave} text={text} />
        ))}
      </ul>
    </section>
  )
}

function Unpublished({
  entry: { kind, mentions, name, target },
  jump,
  onSave,
  text,
}: {
  entry: EntryMentions
  jump: Jump
  onSave: () => void
  text: string
}) {
  const [EntryDrawer, EntryToggler] = useDocumentDrawer({ collectionSlug: relationOf[kind], id: target })
  return (
    <li className="saphena-links__entry">
      <div className="saphena-links__head">
        <span className="saphena-links__name">{name}</span>
        <Pill pillStyle="light-gray" size="small">
          {mentions.length}×
        </Pill>
        <EntryToggler aria-label={`Open ${name}`} className="saphena-links__toggler">
          Open
        </EntryToggler>
        <EntryDrawer onSave={onSave} />
      </div>
      {mentions[0] && <Passage jump={jump} place={mentions[0]} text={text} />}
    </li>
  )
}
