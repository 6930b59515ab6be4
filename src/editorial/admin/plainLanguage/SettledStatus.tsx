'use client'

import { useDebounce } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

/** How long one has written nothing that changes it when it is said, in milliseconds. */
const settled = 2_000

/** Says something to screen readers once it has stopped changing; not what was there when the page opened. */
export function SettledStatus({ message }: { message: string }) {
  const latest = useDebounce(message, settled)
  const known = useRef(latest)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (latest === known.current) return
    known.current = latest
    setSaid(latest)
  }, [latest])
  return (
    <p className="saphena-plain__spoken" role="status">
      {said}
    </p>
  )
}
