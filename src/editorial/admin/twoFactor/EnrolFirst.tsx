'use client'

import { Button } from '@payloadcms/ui'
import { Enrol } from './Enrol'
import './twoFactor.css'

/** The one page of somebody who has to set up two-factor login before anything else. */
export function EnrolFirst({ home, logOut }: { home: string; logOut: string }) {
  return (
    <div className="saphena-two-factor">
      <div className="form-header">
        <h1>Set up two-factor login</h1>
        <p>Your organisation asks everybody for a code beside the password. It takes a minute and your phone.</p>
      </div>
      {/* The whole page anew: what one may do is known by the server alone. */}
      <Enrol done={() => window.location.assign(home)} />
      <Button buttonStyle="secondary" el="link" margin={false} to={logOut}>
        Log out
      </Button>
    </div>
  )
}
