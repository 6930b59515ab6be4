'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

/** A link that was just made, selected and ready to be copied. */
export function NewLink({ url }: { url: string }) {
  const [copied, setCopied] = useState<'yes' | 'no'>()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(url)
      setCopied('yes')
    } catch {
      setCopied('no') // a page that is not served over https has no clipboard
    }
  }
  return (
    <div className="saphena-share__new">
      <label htmlFor="share-link">The new link</label>
      <div>
        <input id="share-link" readOnly ref={field} type="text" value={url} />
        <Button buttonStyle="secondary" margin={false} onClick={() => void copy()} size="medium">
          Copy
        </Button>
      </div>
      <p role="status">{copied === 'yes' ? 'Copied.' : copied === 'no' ? 'Press Ctrl+C to copy it.' : ''}</p>
    </div>
  )
}
