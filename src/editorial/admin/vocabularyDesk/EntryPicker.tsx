'use client'

import { type ReactSelectOption, Select, useConfig, useDebounce, useLocale } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { askServer } from '../askServer'

interface EntryPickerProps {
  label: string
  collection: string
  /** The entry that is not offered. */
  except: string
  onPick: (id: string) => void
}

const mostOffered = 20
const NoIndicator = () => null

/** Finds another entry by its name or synonyms. Payload's list drawer would do it too, and the keyboard does not reach its rows. */
export function EntryPicker({ label, collection, except, onPick }: EntryPickerProps) {
  const { config } = useConfig()
  const { code: locale } = useLocale()
  const [typed, setTyped] = useState('')
  const [options, setOptions] = useState<ReactSelectOption[]>([])
  const [picked, setPicked] = useState<ReactSelectOption>()
  const search = useDebounce(typed, 250)

  useEffect(() => {
    const gone = new AbortController()
    const query = new URLSearchParams({
      draft: 'true',
      depth: '0',
      limit: String(mostOffered),
      locale,
      sort: 'name',
      'select[name]': 'true',
      'where[and][0][id][not_equals]': except,
    })
    if (search) {
      query.set('where[and][1][or][0][name][like]', search)
      query.set('where[and][1][or][1][synonyms][like]', search)
    }
    void askServer<{ docs: { id: string; name?: string | null }[] }>(`${config.routes.api}/${collection}?${query}`, {
      signal: gone.signal,
    }).then((answer) => {
      if ('body' in answer) setOptions(answer.body.docs.map(({ id, name }) => ({ value: id, label: name || id })))
    })
    return () => gone.abort()
  }, [collection, config.routes.api, except, locale, search])

  return (
    <div className="saphena-desk__file">
      <label htmlFor="saphena-entry-picker">{label}</label>
      <Select
        inputId="saphena-entry-picker"
        // Payload's own hides itself from screen readers and takes the keyboard's focus nevertheless.
        components={{ DropdownIndicator: NoIndicator }}
        filterOption={() => true}
        isClearable={false}
        onChange={(option) => {
          if (Array.isArray(option) || !option) return
          setPicked(option)
          onPick(String(option.value))
        }}
        onInputChange={setTyped}
        options={options}
        {...(picked ? { value: picked } : {})}
      />
    </div>
  )
}
