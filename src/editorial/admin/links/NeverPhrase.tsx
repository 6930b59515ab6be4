'use client'

import { Button, TextInput } from '@payloadcms/ui'
import { useState } from 'react'
import type { StoredMention } from '../../linkArticle'
import { phraseAround } from './phraseAround'
import { useFocusOnOpen } from './useFocusOnOpen'

/** Asks in which phrase the words mean something else: the words alone would be taken from the entry altogether. */
export function NeverPhrase({
  locale,
  mention,
  onCancel,
  onTeach,
  text,
}: {
  locale: string
  mention: StoredMention
  onCancel: () => void
  onTeach: (phrase: string) => Promise<boolean>
  text: string
}) {
  const [typed, setTyped] = useState<string>()
  // until somebody types here, the phrase goes with the text, which may still be written
  const phrase = typed ?? phraseAround(text, mention)
  const [sending, setSending] = useState(false)
  const input = useFocusOnOpen()
  const fold = (words: string) => words.replace(/\s+/g, ' ').trim().toLocaleLowerCase(locale)
  const holds = fold(phrase).includes(fold(mention.text))
  const alone = fold(phrase) === fold(mention.text)
  const send = async () => {
    if (!holds || sending) return
    setSending(true)
    if (!(await onTeach(phrase))) setSending(false)
  }
  return (
    <fieldset className="saphena-links__form">
      <legend>Never this phrase</legend>
      <TextInput
        inputRef={input}
        label="Phrase that means something else"
        onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
          if (event.key !== 'Enter') return
          event.preventDefault() // or the article would be saved
          void send()
        }}
        path={`saphena-never-${mention.start}`}
        value={phrase}
      />
      <p className="saphena-links__hint">
        “{mention.name}” is then not found in this phrase, in any article of this language.
      </p>
      <p aria-live="polite" className="saphena-links__hint">
        {!holds && `The phrase must hold the words “${mention.text}”.`}
        {alone &&
          `This takes “${mention.text}” itself from ${mention.name}. Add the words beside it to mean only this phrase.`}
      </p>
      <div className="saphena-links__actions">
        <Button
          buttonStyle="primary"
          disabled={!holds || sending}
          margin={false}
          onClick={() => void send()}
          size="xsmall"
        >
          Never link this
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} size="xsmall">
          Cancel
        </Button>
      </div>
    </fieldset>
  )
}
