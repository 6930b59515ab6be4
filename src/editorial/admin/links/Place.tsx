'use client'

import { Button } from '@payloadcms/ui'
import { type RefObject, useId, useRef, useState } from 'react'
import { linksTarget, type MentionStatus, type StoredMention } from '../../linkArticle'
import { NeverPhrase } from './NeverPhrase'
import { Passage } from './Passage'
import { Tags } from './Tags'
import { whyFound } from './whyFound'

export interface PlaceActions {
  /** The text that the offsets count in. */
  text: string
  locale: string
  mayDecide: boolean
  jump: (place: { start: number; end: number; text: string }) => void
  decide: (mention: StoredMention, status: MentionStatus) => void
  /** @returns whether the phrase was taught */
  neverPhrase: (mention: StoredMention, phrase: string) => Promise<boolean>
}

/** One place of the text that names an entry: pressed, it is shown; with it what an editor can say about it. */
export function Place({ actions, mention }: { actions: PlaceActions; mention: StoredMention }) {
  const { decide, jump, locale, mayDecide, neverPhrase, text } = actions
  const [why, setWhy] = useState(false)
  const [teaching, setTeaching] = useState(false)
  const id = useId()
  const teach = useRef<HTMLButtonElement>(null)
  const links = linksTarget(mention)
  const canTeach = mention.kind !== 'clinic' && mention.status !== 'dismissed'
  return (
    <li className="saphena-links__place">
      <Passage jump={jump} place={mention} text={text} />
      <div className="saphena-links__where">
        {mention.section && <span>In: {mention.section}</span>}
        <Tags mentions={[mention]} />
      </div>
      <div className="saphena-links__actions">
        {mayDecide && mention.status !== 'found' && (
          <Action label="Undo" onClick={() => decide(mention, 'found')} words={mention.text} />
        )}
        {mayDecide && mention.status === 'found' && !links && (
          <Action label="Accept" onClick={() => decide(mention, 'accepted')} words={mention.text} />
        )}
        {mayDecide && mention.status !== 'dismissed' && (
          <Action label="Not this here" onClick={() => decide(mention, 'dismissed')} words={mention.text} />
        )}
        {mayDecide && canTeach && (
          <Action
            button={teach}
            expanded={teaching}
            label="Never this phrase"
            onClick={() => setTeaching(!teaching)}
            words={mention.text}
          />
        )}
        <Action controls={id} expanded={why} label="Why?" onClick={() => setWhy(!why)} words={mention.text} />
      </div>
      {teaching && (
        <NeverPhrase
          locale={locale}
          mention={mention}
          onCancel={() => {
            setTeaching(false)
            teach.current?.focus()
          }}
          onTeach={(phrase) => neverPhrase(mention, phrase)}
          text={text}
        />
      )}
      <ul className="saphena-links__why" hidden={!why} id={id}>
        {why && whyFound(mention).map((reason) => <li key={reason}>{reason}</li>)}
      </ul>
    </li>
  )
}

/** A button whose name also says which words it is for, to whoever hears it out of its place. */
function Action({
  button,
  controls,
  expanded,
  label,
  onClick,
  words,
}: {
  button?: RefObject<HTMLButtonElement | null>
  controls?: string
  expanded?: boolean
  label: string
  onClick: () => void
  words: string
}) {
  return (
    <Button
      aria-label={`${label}: ${words}`}
      buttonStyle="subtle"
      extraButtonProps={{ 'aria-controls': controls, 'aria-expanded': expanded }}
      margin={false}
      onClick={onClick}
      {...(button ? { ref: button } : {})}
      size="xsmall"
    >
      {label}
    </Button>
  )
}
