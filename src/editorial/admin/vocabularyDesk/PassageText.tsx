import type { Passage } from '../../vocabularyDesk/passageAt'

/** Words of an article with what stands around them. */
export function PassageText({ passage: { before, text, after } }: { passage: Passage }) {
  return (
    <span className="saphena-desk__words">
      {before}
      <mark>{text}</mark>
      {after}
    </span>
  )
}
