'use client'

import { Button, CopyToClipboard } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/** Codes that were just made: shown this once. */
export function RecoveryCodes({ codes, done }: { codes: string[]; done: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="saphena-two-factor__steps">
      <h3 className="saphena-two-factor__heading" ref={heading} tabIndex={-1}>
        Your recovery codes <CopyToClipboard value={codes.join('\n')} />
      </h3>
      <p className="saphena-two-factor__hint">
        Each lets you in once, on the day that your phone is lost. Print them, or keep them in a password manager: they
        are not shown again.
      </p>
      <ul className="saphena-two-factor__codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button margin={false} onClick={done}>
        I have kept them
      </Button>
    </div>
  )
}
