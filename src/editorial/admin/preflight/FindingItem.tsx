'use client'

import { Button, Pill } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { useId, useState } from 'react'
import type { Finding } from '../../preflight/checkArticle'
import { showInBody } from '../body/showInBody'
import { showField } from './showField'

interface Props {
  finding: Finding
  /** Its name, where the finding is about another language than the one that is being edited. */
  language?: string
}

export function FindingItem({ finding, language }: Props) {
  const { blocking, field, locale, message, place } = finding
  const pathname = usePathname()
  const id = useId()
  const [isGone, setIsGone] = useState(false)
  const inText = place && (() => setIsGone(!showInBody(place)))
  const toField = (event: React.MouseEvent) => {
    const form = event.currentTarget.closest('form')
    if (form) void showField(form, field)
  }

  return (
    <li className={`saphena-preflight__finding saphena-preflight__finding--${blocking ? 'blocking' : 'advice'}`}>
      <p id={id}>
        {language && (
          <Pill pillStyle="light" size="small">
            {language}
          </Pill>
        )}
        {message}
      </p>
      <div className="saphena-preflight__actions">
        {language ? (
          <Button {...quiet} el="link" to={`${pathname}?locale=${locale}`}>
            Open {language}
          </Button>
        ) : (
          <>
            {!(field === 'body' && inText) && (
              <Button {...quiet} extraButtonProps={{ 'aria-describedby': id }} onClick={toField}>
                Go to field
              </Button>
            )}
            {inText && (
              <Button {...quiet} extraButtonProps={{ 'aria-describedby': id }} onClick={inText}>
                Show in text
              </Button>
            )}
          </>
        )}
      </div>
      <span role="status">{isGone ? 'These words are not in the text any more.' : ''}</span>
    </li>
  )
}

const quiet = { buttonStyle: 'subtle', margin: false, size: 'xsmall' } as const
