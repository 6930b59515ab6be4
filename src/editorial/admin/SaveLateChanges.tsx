'use client'

import { useAllFormFields, useDocumentInfo, useForm, useFormModified, useFormProcessing } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { getAutosaveInterval, reduceFieldsToValues } from 'payload/shared'
import { useEffect, useRef } from 'react'

/**
 * Keeps what is changed while an autosave is under way from being taken for saved.
 *
 * An autosave that ends calls the form unmodified. Payload (3.90.2) excepts what was changed meanwhile, yet only during the first of
 * saves that follow on one another (`useQueue` calls `beforeProcess` once for them all); the timer of a later change then finds a
 * form that has nothing to save. An autosave never holds what was changed within its own interval: where something was, the form
 * is modified still.
 */
export function SaveLateChanges(): null {
  const [fields] = useAllFormFields()
  const { docConfig } = useDocumentInfo()
  const { setModified } = useForm()
  const modified = useFormModified()
  const savedByHand = useFormProcessing()
  const before = useRef<{ fields: FormState; at: number }[]>([])
  const was = useRef({ modified, savedByHand })
  const interval = docConfig ? getAutosaveInterval(docConfig as never) : 0

  useEffect(() => {
    const now = Date.now()
    const ended = was.current.modified && !modified && !was.current.savedByHand && !savedByHand
    was.current = { modified, savedByHand }
    const [saved] = before.current
    if (ended && saved && words(saved.fields) !== words(fields)) setModified(true)
    before.current.push({ fields, at: now })
    // the first that stays is the form as it was an interval ago
    while (before.current[1] && before.current[1].at <= now - interval) before.current.shift()
  }, [fields, modified, savedByHand, interval, setModified])
  return null
}

/** What the form holds; a save writes the date by itself. */
function words(fields: FormState): string {
  const { updatedAt: _, ...values } = reduceFieldsToValues(fields)
  return JSON.stringify(values)
}
