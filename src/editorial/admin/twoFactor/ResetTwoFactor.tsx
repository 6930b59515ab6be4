'use client'

import { Button, ConfirmationModal, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { postTwoFactor } from './postTwoFactor'

const modal = 'reset-two-factor'

/** For an administrator, about somebody who lost phone and recovery codes. */
export function ResetTwoFactor({ person, read }: { person: string; read: () => void }) {
  const { openModal } = useModal()
  const [complaint, setComplaint] = useState('')
  const reset = async () => {
    const answer = await postTwoFactor('reset', { id: person })
    setComplaint('complaint' in answer ? answer.complaint : '')
    read()
  }
  return (
    <div className="saphena-two-factor__steps">
      <Button buttonStyle="secondary" margin={false} onClick={() => openModal(modal)} size="small">
        Reset two-factor login
      </Button>
      <p className="saphena-two-factor__complaint" role="alert">
        {complaint}
      </p>
      <ConfirmationModal
        body="For who lost phone and recovery codes: ask first that it is really them. They are logged out everywhere, and their password alone lets them in until they set it up anew."
        confirmLabel="Reset"
        heading="Reset two-factor login?"
        modalSlug={modal}
        onConfirm={() => void reset()}
      />
    </div>
  )
}
