'use client'

import { Button, FormSubmit, TextField, useFormProcessing, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import './twoFactor.css'

/** The second step of logging in: the code of an authenticator app, or a recovery code. */
export function CodeStep({ back }: { back: () => void }) {
  const { t } = useTranslation()
  const processing = useFormProcessing()
  // While the password is on its way, no field takes the focus.
  useEffect(() => {
    if (!processing) document.getElementById('field-code')?.focus()
  }, [processing])
  return (
    <div className="saphena-two-factor">
      <p className="saphena-two-factor__hint" role="status">
        Type the code that your authenticator app shows. Without your phone, type one of your recovery codes.
      </p>
      <TextField
        field={{ name: 'code', admin: { autoComplete: 'one-time-code' }, label: 'Code', required: true }}
        path="code"
      />
      <div className="saphena-two-factor__actions">
        <FormSubmit size="large">{t('authentication:login')}</FormSubmit>
        <Button buttonStyle="secondary" margin={false} onClick={back} size="large">
          Back
        </Button>
      </div>
    </div>
  )
}
