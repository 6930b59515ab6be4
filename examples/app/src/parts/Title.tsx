import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Words } from '../words'

/** Where somebody came from another page, so that a screen reader says where he is. Not where he opens the app. */
let isOpening = true

/** The heading of a page, which is read out when the page opens. */
export function Title({ text, words, lang }: { text: string; words: Words; lang?: string | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (!isOpening) heading.current?.focus({ preventScroll: true })
    isOpening = false
  }, [])
  document.title = text === words.app ? words.app : `${text} – ${words.app}`
  return (
    <h1 ref={heading} tabIndex={-1} lang={lang}>
      {text}
    </h1>
  )
}
