'use client'

import { toast } from '@payloadcms/ui'
import { type ReactNode, useRef } from 'react'
import type { Span } from '../../../readability/splitSentences'
import { showInBody } from '../body/showInBody'

/**
 * Words of the text to be pressed: shows where they stand in the editor, and pressed again the next place.
 *
 * @param props.text what the places count in
 */
export function Jump({ children, places, text }: { children: ReactNode; places: readonly Span[]; text: string }) {
  const shown = useRef(0)
  const show = () => {
    const place = places[shown.current % places.length]
    shown.current++
    if (!place || !showInBody({ start: place.start, end: place.end, text: text.slice(place.start, place.end) }))
      toast.info('These words are not in the text any more.')
  }
  return (
    <button className="saphena-plain__jump" onClick={show} type="button">
      {children}
    </button>
  )
}
