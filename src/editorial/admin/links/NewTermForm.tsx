'use client'

import { Button, TextInput, toast, useAuth, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { canPublish } from '../../../access/roles'
import { relationOf } from '../../linkArticle'
import { askServer, sending } from '../askServer'
import { useFocusOnOpen } from './useFocusOnOpen'

const longestName = 120
const kinds = { symptom: 'Symptom', remedy: 'Remedy' } as const

/** A symptom or remedy by its name alone; what else it needs, its own page asks for. Who may not publish leaves a draft. */
export function NewTermForm({
  initName,
  locale,
  onClose,
  onMade,
}: {
  initName: string
  locale: string
  onClose: () => void
  onMade: (what: string) => void
}) {
  const { config } = useConfig()
  const { user } = useAuth()
  const [name, setName] = useState(() => capitalized(initName).slice(0, longestName))
  const [kind, setKind] = useState<keyof typeof kinds>('symptom')
  const [busy, setBusy] = useState(false)
  const input = useFocusOnOpen()

  const create = async (publish: boolean) => {
    const words = name.trim()
    if (!words || busy) return
    setBusy(true)
    const query = new URLSearchParams({ locale, depth: '0', ...(publish ? {} : { draft: 'true' }) })
    // what is published in a language is meant for its readers
    const status = publish ? { _status: 'published', localeStatus: 'ready' } : { _status: 'draft' }
    const answer = await askServer(`${config.routes.api}/${relationOf[kind]}?${query}`, {
      ...sending({ name: words, ...status }),
      otherwise: 'It could not be created.',
    })
    setBusy(false)
    if ('complaint' in answer) toast.error(answer.complaint)
    else if (publish) onMade(`“${words}” is published, and linked.`)
    else onMade(`“${words}” is a draft now. A reviewer has to publish it.`)
  }

  return (
    <fieldset className="saphena-links__form">
      <legend>New symptom or remedy</legend>
      <TextInput
        inputRef={input}
        label="Name"
        onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => setName(target.value.slice(0, longestName))}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
          if (event.key !== 'Enter') return
          event.preventDefault() // or the article would be saved
          void create(false)
        }}
        path="saphena-new-term"
        value={name}
      />
      <fieldset className="saphena-links__kinds">
        <legend>Kind</legend>
        {(Object.keys(kinds) as (keyof typeof kinds)[]).map((each) => (
          <label key={each}>
            <input checked={kind === each} name="saphena-new-kind" onChange={() => setKind(each)} type="radio" />
            {kinds[each]}
          </label>
        ))}
      </fieldset>
      <div className="saphena-links__actions">
        <Button
          buttonStyle="primary"
          disabled={!name.trim() || busy}
          margin={false}
          onClick={() => void create(false)}
          size="xsmall"
        >
          Create a draft
        </Button>
        {canPublish(user as never) && (
          <Button
            buttonStyle="secondary"
            disabled={!name.trim() || busy}
            margin={false}
            onClick={() => void create(true)}
            size="xsmall"
          >
            Create and publish
          </Button>
        )}
        <Button buttonStyle="secondary" margin={false} onClick={onClose} size="xsmall">
          Cancel
        </Button>
      </div>
    </fieldset>
  )
}

const capitalized = (words: string): string => `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}`
