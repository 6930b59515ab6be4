'use client'

import { useAllFormFields, useForm, useFormModified, useFormProcessing } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useRef } from 'react'

/**
 * Autosaves that follow on one another. What is changed while one is under way is not taken for saved; and the next one sends what its
 * answer brought (the time of the save, the links that the text makes) and not what stood in the form before.
 *
 * An autosave that ends calls the form unmodified. Payload (3.90.2) excepts what was changed meanwhile, yet only during the first of
 * saves that follow on one another (`useQueue` calls `beforeProcess` once for them all); the timer of a later change then finds a
 * form that has nothing to save. Where the form is no longer what was sent, it is modified still; its answer comes into the form later.
 */
export function SaveLateChanges(): null {
  const [fields] = useAllFormFields()
  const form = useForm()
  const { setModified } = form
  const modified = useFormModified()
  const savedByHand = useFormProcessing()
  const sent = useRef<FormState>(undefined)
  const was = useRef({ modified, savedByHand })

  useEffect(() => {
    const ended = was.current.modified && !modified && !was.current.savedByHand && !savedByHand
    was.current = { modified, savedByHand }
    if (ended && sent.current && words(sent.current) !== words(fields)) setModified(true)
  }, [fields, modified, savedByHand, setModified])
  useEffect(
    () =>
      sendWhatIsDrawn(form, (drawn) => {
        sent.current = drawn
      }),
    [form],
  )
  return null
}

/**
 * Payload takes up the next autosave as soon as the answer to one is there, before React has drawn the form with it. Here the form's
 * values are taken a moment later. The form writes this function anew each time that it is drawn.
 *
 * @param onSend is told what the form holds as its values are taken
 */
function sendWhatIsDrawn(form: ReturnType<typeof useForm>, onSend: (fields: FormState) => void): () => void {
  let original = form.createFormData
  const later: typeof original = async (overrides, { data: _stale, ...options } = {}) => {
    await nextTask()
    await nextTask()
    onSend(form.getFields())
    return original(overrides, options)
  }
  const property = { configurable: true, enumerable: true }
  Object.defineProperty(form, 'createFormData', {
    ...property,
    get: () => later,
    set: (drawn: typeof original) => {
      original = drawn
    },
  })
  return () => void Object.defineProperty(form, 'createFormData', { ...property, writable: true, value: original })
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** What the form holds; a save writes the date by itself. */
function words(fields: FormState): string {
  const { updatedAt: _, ...values } = reduceFieldsToValues(fields)
  return JSON.stringify(values)
}
