'use client'

import { Banner, Button, useFormFields } from '@payloadcms/ui'
import './SavedElsewhere.css'

/**
 * Above a form whose save was refused because somebody else saved meanwhile: who and when, and the way to what was saved. Payload keeps the
 * refusal beside the field that it names (`ConflictError`); what was typed stays on the page.
 */
export function SavedElsewhere() {
  const message = useFormFields(([fields]) => fields.updatedAt?.errorMessage)
  return (
    <div aria-live="assertive">
      {message ? (
        <Banner className="saphena-conflict" type="error">
          <p>{message} Copy what you want to keep before you open what was saved: it takes the place of this page.</p>
          <Button buttonStyle="secondary" margin={false} onClick={() => window.location.reload()} size="small">
            Open what was saved
          </Button>
        </Banner>
      ) : null}
    </div>
  )
}
