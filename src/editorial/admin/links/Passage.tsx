'use client'

import { passageAround } from './passageAround'

/** Words of the text with what stands around them; pressed, they are shown in the editor. */
export function Passage({
  jump,
  place,
  text,
}: {
  jump: (place: { start: number; end: number; text: string }) => void
  place: { start: number; end: number; text: string }
  text: string
}) {
  const { before, words, after } = passageAround(text, place)
  return (
    <button className="saphena-links__jump" onClick={() => jump(place)} type="button">
      {before}
      <strong>{words || place.text}</strong>
      {after}
    </button>
  )
}
