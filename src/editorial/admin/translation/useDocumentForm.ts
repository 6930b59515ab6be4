'use client'

import { useDocumentInfo, useServerFunctions } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useRef } from 'react'

/** How often this editor's hold on the document is renewed while he writes, in milliseconds; Payload's own view does the same. */
const holdMs = 10_000

interface Saved {
  doc?: Record<string, unknown>
}

/** What Payload's edit view does around its form, for a form of our own: keeps the document held, and takes over what was saved. */
export function useDocumentForm(onSaved: (doc: Record<string, unknown>) => void) {
  const info = useDocumentInfo()
  const { getFormState } = useServerFunctions()
  const heldAt = useRef(Date.now())
  const { collectionSlug, docPermissions, getDocPreferences, id } = info
  const asked = async () => ({
    id,
    collectionSlug,
    docPermissions,
    docPreferences: await getDocPreferences(),
    operation: 'update' as const,
    renderAllFields: false,
    schemaPath: collectionSlug ?? '',
    skipValidation: true,
  })

  const onChange = async ({ formState }: { formState: FormState }): Promise<FormState> => {
    const updateLastEdited = Date.now() - heldAt.current >= holdMs
    if (updateLastEdited) heldAt.current = Date.now()
    const answer = await getFormState({
      ...(await asked()),
      formState,
      returnLockStatus: true,
      updateLastEdited,
    } as never)
    return answer?.state ?? formState
  }

  const onSave = async (json: unknown, context?: { context?: Record<string, unknown>; formState?: FormState }) => {
    const { doc = {} } = json as Saved
    info.setLastUpdateTime(new Date(String(doc.updatedAt ?? new Date().toISOString())).getTime())
    if (context?.context?.incrementVersionCount !== false) info.incrementVersionCount()
    info.setData(doc)
    onSaved(doc)
    const answer = await getFormState({
      ...(await asked()),
      data: doc,
      ...(context?.formState ? { formState: context.formState } : {}),
    } as never)
    return answer?.state
  }
  return { onChange, onSave }
}
