'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

/** Codes that were just made: shown this once. */
export function RecoveryCodes({ codes, done }: { codes: string[]; done: () => void }) {
  const shown = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState<'yes' | 'no'>()
  useEffect(() => shown.current?.focus(), [])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'))
      setCopied('yes')
    } catch {
      setCopied('no') // a page that is not served over https has no clipboard
    }
  }
  return (
    <section aria-label="Your recovery codes" className="saphena-two-factor__steps" ref={shown} tabIndex={-1}>
      <p className="saphena-two-factor__hint">
        Your recovery codes. Each lets you in once, on the day that your phone is lost. Print them, or keep them in a
        password manager: they are not shown again.
      </p>
      <ul className="saphena-two-factor__codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="saphena-two-factor__actions">
        <Button margin={false} onClick={done}>
          I have kept them
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={() => void copy()}>
          Copy
        </Button>
      </div>
      <p className="saphena-two-factor__hint" role="status">
        {copied === 'yes' ? 'Copied.' : copied === 'no' ? 'They could not be copied: select them.' : ''}
      </p>
    </section>
  )
}
