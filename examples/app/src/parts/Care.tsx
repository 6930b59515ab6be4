import type { ComponentChildren } from 'preact'
import type { Urgency, Words } from '../words'

interface CareProps {
  urgency: Urgency | null
  words: Words
  text?: string | null
  lang?: string | undefined
}

/** When to seek care. How urgent it is stands in words and in a sign; the colour only repeats it. */
export function Care({ urgency, words, text, lang }: CareProps) {
  if (!urgency && !text) return null
  return (
    <CareBox urgency={urgency ?? 'self-care'} title={words.seekCare} id="seek-care">
      {urgency && (
        <p class="level">
          <span aria-hidden="true">{words.urgency[urgency].mark}</span> {words.urgency[urgency].label}
        </p>
      )}
      {lines(text).map((line) => (
        <p key={line} lang={lang}>
          {line}
        </p>
      ))}
    </CareBox>
  )
}

interface CareBoxProps {
  urgency: Urgency
  title: string
  id: string
  children: ComponentChildren
}

export function CareBox({ urgency, title, id, children }: CareBoxProps) {
  return (
    <section class={`care care-${urgency}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

export const lines = (text: string | null | undefined): string[] => (text ?? '').split(/\n+/).filter(Boolean)
