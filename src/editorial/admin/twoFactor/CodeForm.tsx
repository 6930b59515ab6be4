'use client'

import { Button } from '@payloadcms/ui'
import { type KeyboardEvent, useId, useState } from 'react'

interface Props {
  ask: string
  button: string
  buttonStyle?: 'primary' | 'secondary'
  /** Does it by this code. @returns what was wrong, or nothing */
  act: (code: string) => Promise<string>
}

/** One field for a code, and what is done by it. Not a form: it stands inside the one of the person, which Enter must not save. */
export function CodeForm({ ask, button, buttonStyle = 'primary', act }: Props) {
  const field = useId()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [complaint, setComplaint] = useState('')

  const submit = async () => {
    if (busy) return
    setBusy(true)
    const wrong = await act(code)
    setBusy(false)
    setComplaint(wrong)
    if (wrong) setCode('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void submit()
  }
  return (
    <div className="saphena-two-factor__form">
      <label htmlFor={field}>{ask}</label>
      <input
        aria-describedby={`${field}-complaint`}
        aria-invalid={complaint !== ''}
        autoComplete="one-time-code"
        id={field}
        maxLength={32}
        onChange={({ target }) => setCode(target.value)}
        onKeyDown={onKeyDown}
        spellCheck={false}
        type="text"
        value={code}
      />
      <Button buttonStyle={buttonStyle} disabled={busy} margin={false} onClick={() => void submit()}>
        {button}
      </Button>
      <p className="saphena-two-factor__complaint" id={`${field}-complaint`} role="alert">
        {complaint}
      </p>
    </div>
  )
}
