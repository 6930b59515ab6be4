'use client'

import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
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
    neverPhrase: useTeaching({ mentions, text, locale, decide, refresh, setNotice }),
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
        open
        title="Suggestions"
      />
      {kinds.map((kind) => (
        <EntryList actions={actions} entries={groups.found[kind]} key={kind} title={titles[kind]} />
      ))}
      <OtherLinks decider={decider} locale={locale} mayDecide={mayDecide} onChange={setNotice} others={others} />
      <EntryList actions={actions} entries={groups.dismissed} title="Dismissed" />
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
  const linked = new Set(mentions.filter(linksTarget).map(({ kind, target }) => `${kind}:${target}`)).size
  const waiting =
    suggestions === 0 ? '' : ` ${suggestions} ${suggestions === 1 ? 'suggestion waits' : 'suggestions wait'}.`
  return `${linked === 0 ? 'Nothing in the text' : linked} ${linked === 0 ? 'is linked' : 'linked'}.${waiting}`
}

/** A decision takes the button away that was pressed: whoever works with the keyboard goes on at the next place, not at the top of the page. */
function useKeptFocus(root: React.RefObject<HTMLDivElement | null>): () => void {
  const places = () => [...(root.current?.querySelectorAll<HTMLElement>('.saphena-links__jump') ?? [])]
  const at = useRef<number>(undefined)
  useEffect(() => {
    if (at.current === undefined || (document.activeElement && document.activeElement !== document.body)) return
    const left = places()
    const next = left[Math.min(at.current, left.length - 1)] ?? root.current?.querySelector('button')
    at.current = undefined
    next?.focus()
  })
  return () => {
    const own = document.activeElement?.closest('.saphena-links__place')?.querySelector('.saphena-links__jump')
    at.current = own ? places().indexOf(own as HTMLElement) : undefined
  }
}
