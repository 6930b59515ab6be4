'use client'

import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { Panel } from '../panel/Panel'
import { Enrol } from './Enrol'
import { OwnTwoFactor } from './OwnTwoFactor'
import { ResetTwoFactor } from './ResetTwoFactor'
import './twoFactor.css'
import { useTwoFactorStatus } from './useTwoFactorStatus'

/** Beside a person: whether he logs in by two factors, and what may be done about it: by himself, or by an administrator. */
export function TwoFactorPanel() {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const person = id === undefined ? undefined : String(id)
  const { complaint, status, read } = useTwoFactorStatus(person)
  if (!person) return null
  const own = String(user?.id) === person
  return (
    <Panel className="saphena-two-factor" id="field-two-factor" title="Two-factor login">
      <p className="saphena-two-factor__hint" role="status">
        {complaint || (status ? sentenceOf(status.enrolled) : 'Looking…')}
      </p>
      {status?.enrolled && own && <OwnTwoFactor left={status.recoveryCodesLeft} read={read} />}
      {status?.enrolled && !own && <ResetTwoFactor person={person} read={read} />}
      {status && !status.enrolled && own && <Enrol done={read} />}
    </Panel>
  )
}

const sentenceOf = (enrolled: boolean): string =>
  enrolled ? 'On: the password alone opens nothing.' : 'Off: whoever knows the password gets in.'
