'use client'

import { Button, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'

/** Sends a delivery again, with the same id, so that its receiver knows it. */
export function ResendButton() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const [sending, setSending] = useState(false)
  const resend = async () => {
    setSending(true)
    const address = `${config.routes.api}/webhook-deliveries/${encodeURIComponent(String(id))}/resend`
    const response = await fetch(address, { method: 'POST', credentials: 'include' })
    const answer = await response.json().catch(() => ({}))
    if (response.ok) toast.success(answer.message)
    else toast.error(answer.errors?.[0]?.message ?? 'It could not be sent again.')
    setSending(false)
  }
  return (
    <Button buttonStyle="secondary" disabled={sending || !id} onClick={() => void resend()}>
      Send again
    </Button>
  )
}
