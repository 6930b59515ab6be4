'use client'

import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useMemo, useRef, useState } from 'react'
import { linksTarget, type MentionStatus, type StoredMention } from '../../linkArticle'
import { showInBody } from '../body/showInBody'
import { EntryList } from './EntryList'
import { byEntry, groupMentions } from './groupMentions'
import { NewTerm } from './NewTerm'
import { OtherLinks } from './OtherLinks'
import { PhraseList } from './PhraseList'
import type { PlaceActions } from './Place'
import { UnpublishedList } from './UnpublishedList'
import { useFoundLinks } from './useFoundLinks'
import { useKeptFocus } from './useKeptFocus'
import { useLinkDecisions } from './useLinkDecisions'
import { useTeaching } from './useTeaching'
import { useUnderlines } from './useUnderlines'

/** What just happened, and how to take it back. */
export interface Notice {
  text: string
  undo?: () => void
}

const titles = { symptom: 'Symptoms', remedy: 'Remedies', clinic: 'Clinics' } as const

export function LinksDesk({ body, locale }: { body: unknown; locale: string }) {
  const { hasSavePermission, isTrashed } = useDocumentInfo()
  const mayDecide = hasSavePermission !== false && !isTrashed
  const { preview, asking, problem, refresh } = useFoundLinks(body, locale)
  const decider = useLinkDecisions(preview?.mentions)
  const { mentions, others } = decider
  const text = preview?.text ?? ''
  const groups = useMemo(() => groupMentions(mentions), [mentions])
  const unpublished = useMemo(() => byEntry(preview?.unpublished ?? []), [preview])
  const [notice, setNotice] = useState<Notice>()
  const [newTerm, setNewTerm] = useState<string>()
  const root = useRef<HTMLDivElement>(null)
  const keepFocus = useKeptFocus(root)
  useUnderlines(text, preview ? mentions : none)

  const decide = (chosen: readonly StoredMention[], status: MentionStatus) => {
    keepFocus()
    return decider.decide(chosen, status)
  }
  const teach = useTeaching({ mentions, text, locale, decide, refresh, setNotice })
  const takeBack = () => {
    notice?.undo?.()
    setNotice({ text: 'Taken back.' })
  }
  const actions: PlaceActions = {
    text,
    locale,
    mayDecide,
    jump: ({ start, end, text: words }) => {
      if (!showInBody({ start, end, text: words })) setNotice({ text: `“${words}” is not in the text any more.` })
    },
    decide: (mention, status) => {
      const undo = decide([mention], status)
      setNotice({ text: `“${mention.text}”: ${whatHappened[status]}`, undo })
    },
    neverPhrase: (mention, phrase) => {
      keepFocus()
      return teach(mention, phrase)
    },
  }

  return (
    <div className="saphena-links__desk" ref={root}>
      <p aria-live="polite" className="saphena-links__summary">
        {problem ?? (preview ? summaryOf(mentions, groups.suggested.length) : asking && 'Looking…')}
      </p>
      <div className="saphena-links__notice" role="status">
        {notice && (
          <>
            <span>{notice.text}</span>
            {notice.undo && (
              <Button buttonStyle="secondary" margin={false} onClick={takeBack} size="xsmall">
                Undo
              </Button>
            )}
          </>
        )}
      </div>
      <EntryList
        actions={actions}
        entries={groups.suggested}
        hint="Not sure enough to link by themselves. They wait for you."
        mixed
        open
        title="Suggestions"
      />
      {kinds.map((kind) => (
        <EntryList actions={actions} entries={groups.found[kind]} key={kind} title={titles[kind]} />
      ))}
      <OtherLinks decider={decider} locale={locale} mayDecide={mayDecide} onChange={setNotice} others={others} />
      <EntryList actions={actions} entries={groups.dismissed} mixed title="Dismissed" />
      <UnpublishedList entries={unpublished} jump={actions.jump} onSave={refresh} text={text} />
      <PhraseList
        jump={actions.jump}
        locale={locale}
        mayDecide={mayDecide}
        onChoose={setNewTerm}
        phrases={preview?.phrases ?? none}
        text={text}
      />
      {mayDecide && (
        <NewTerm
          locale={locale}
          name={newTerm}
          onClose={() => setNewTerm(undefined)}
          onMade={(text) => {
            setNewTerm(undefined)
            setNotice({ text })
            refresh()
          }}
          onOpen={setNewTerm}
        />
      )}
    </div>
  )
}

const none: never[] = []
const kinds = ['symptom', 'remedy', 'clinic'] as const

const whatHappened = {
  accepted: 'accepted, and linked.',
  dismissed: 'not linked here.',
  found: 'as it was found again.',
} as const satisfies Record<MentionStatus, string>

function summaryOf(mentions: readonly StoredMention[], suggestions: number): string {
  const linking = mentions.filter(linksTarget)
  const parts = kinds.flatMap((kind) => {
    const { size } = new Set(linking.filter((each) => each.kind === kind).map(({ target }) => target))
    return size === 0 ? [] : `${size} ${size === 1 ? kind : titles[kind].toLowerCase()}`
  })
  const waiting =
    suggestions === 0 ? '' : ` ${suggestions} ${suggestions === 1 ? 'suggestion waits' : 'suggestions wait'}.`
  return `${parts.length === 0 ? 'The words link nothing' : `The words link ${parts.join(', ')}`}.${waiting}`
}
