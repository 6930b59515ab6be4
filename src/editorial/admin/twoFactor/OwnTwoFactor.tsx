'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { CodeForm } from './CodeForm'
import { postTwoFactor } from './postTwoFactor'
import { RecoveryCodes } from './RecoveryCodes'

type Wanted = 'renew' | 'remove'

/** What somebody may do about his own second factor, each by a code. */
export function OwnTwoFactor({ left, read }: { left: number; read: () => void }) {
  const [wanted, setWanted] = useState<Wanted>()
  const [codes, setCodes] = useState<string[]>()

  const renew = async (code: string) => {
    const answer = await postTwoFactor<{ recoveryCodes: string[] }>('recovery-codes', { code })
    if ('complaint' in answer) return answer.complaint
    setCodes(answer.body.recoveryCodes)
    return ''
  }
  const remove = async (code: string) => {
    const answer = await postTwoFactor('remove', { code })
    if ('complaint' in answer) return answer.complaint
    read()
    return ''
  }
  const done = () => {
    setCodes(undefined)
    setWanted(undefined)
    read()
  }

  if (codes) return <RecoveryCodes codes={codes} done={done} />
  const toggle = (what: Wanted) => setWanted((before) => (before === what ? undefined : what))
  return (
    <div className="saphena-two-factor__steps">
      <p className="saphena-two-factor__hint">Recovery codes left: {left}.</p>
      <div className="saphena-two-factor__actions">
        <Button
          buttonStyle="secondary"
          extraButtonProps={{ 'aria-expanded': wanted === 'renew' }}
          margin={false}
          onClick={() => toggle('renew')}
          size="small"
        >
          New recovery codes
        </Button>
        <Button
          buttonStyle="secondary"
          extraButtonProps={{ 'aria-expanded': wanted === 'remove' }}
          margin={false}
          onClick={() => toggle('remove')}
          size="small"
        >
          Turn off
        </Button>
      </div>
      {wanted === 'renew' && (
        <CodeForm act={renew} ask="A code of your app, or an old recovery code" button="Make new codes" key="renew" />
      )}
      {wanted === 'remove' && (
        <CodeForm
          act={remove}
          ask="A code of your app, or a recovery code"
          button="Turn off two-factor login"
          buttonStyle="secondary"
          key="remove"
        />
      )}
    </div>
  )
}
