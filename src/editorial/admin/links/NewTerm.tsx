'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { selectedInBody } from '../body/selectedInBody'
import { NewTermForm } from './NewTermForm'

/** Makes words of the text a symptom or remedy: those that are selected there, a phrase that was offered, or others. */
export function NewTerm({
  locale,
  name,
  onClose,
  onMade,
  onOpen,
}: {
  locale: string
  /** Undefined while the form is closed. */
  name: string | undefined
  onClose: () => void
  onMade: (what: string) => void
  onOpen: (name: string) => void
}) {
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const isOpen = name !== undefined
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  if (isOpen) return <NewTermForm initName={name} key={name} locale={locale} onClose={onClose} onMade={onMade} />
  return (
    <div className="saphena-links__group">
      <Button buttonStyle="secondary" margin={false} onClick={() => onOpen(selectedInBody())} ref={button} size="small">
        New symptom or remedy
      </Button>
      <p className="saphena-links__hint">Words that you select in the text become its name.</p>
    </div>
  )
}
