'use client'

import { Button } from '@payloadcms/ui'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

/** A few lines to somebody. No `<form>`: it stands within the article's own. */
export function NoteForm({
  cancel,
  children,
  label,
  send,
  submit,
}: {
  cancel: () => void
  children?: ReactNode
  label: string
  /** @returns what is wrong, or nothing */
  send: (note: string) => Promise<string>
  submit: string
}) {
  const id = useId()
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState('')
  const [sending, setSending] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const submitNote = async () => {
    if (note.trim() === '') {
      setProblem('Write something first.')
      area.current?.focus()
      return
    }
    setSending(true)
    setProblem(await send(note.trim()))
    setSending(false)
  }
  return (
    <fieldset
      className="saphena-review__form"
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submitNote()
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        aria-describedby={`${id}-problem`}
        id={id}
        maxLength={4000}
        onChange={(event) => setNote(event.target.value)}
        ref={area}
        rows={3}
        value={note}
      />
      <p className="saphena-review__problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
      {children}
      <div className="saphena-review__buttons">
        <Button disabled={sending} margin={false} onClick={() => void submitNote()} size="small">
          {submit}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={cancel} size="small">
          Cancel
        </Button>
      </div>
    </fieldset>
  )
}
