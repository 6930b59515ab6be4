'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { CodeForm } from './CodeForm'
import { RecoveryCodes } from './RecoveryCodes'
import { SecretToScan } from './SecretToScan'
import './twoFactor.css'
import { postTwoFactor } from './postTwoFactor'

interface Begun {
  secret: string
  uri: string
}

/** From a secret in an app to recovery codes on paper. */
export function Enrol({ done }: { done: () => void }) {
  const [begun, setBegun] = useState<Begun>()
  const [codes, setCodes] = useState<string[]>()
  const [complaint, setComplaint] = useState('')

  const begin = async () => {
    const answer = await postTwoFactor<Begun>('begin')
    setComplaint('complaint' in answer ? answer.complaint : '')
    if ('body' in answer) setBegun(answer.body)
  }
  const confirm = async (code: string) => {
    const answer = await postTwoFactor<{ recoveryCodes: string[] }>('confirm', { code })
    if ('complaint' in answer) return answer.complaint
    setCodes(answer.body.recoveryCodes)
    return ''
  }

  if (codes) return <RecoveryCodes codes={codes} done={done} />
  if (begun)
    return (
      <div className="saphena-two-factor__steps">
        <SecretToScan {...begun} />
        <CodeForm ask="Then type the code that the app shows." act={confirm} button="Turn on two-factor login" />
      </div>
    )
  return (
    <div className="saphena-two-factor__steps">
      <p className="saphena-two-factor__hint">
        You need an authenticator app on your phone, such as Google Authenticator, Microsoft Authenticator or FreeOTP.
      </p>
      <Button margin={false} onClick={() => void begin()}>
        Set up two-factor login
      </Button>
      <p className="saphena-two-factor__complaint" role="alert">
        {complaint}
      </p>
    </div>
  )
}
