import type { CollectionBeforeChangeHook } from 'payload'

/** Keeps the day on which readers first got the document: a withdrawal and another publication leave it as it is. A copy has none yet. */
export const noteFirstPublication: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  const before = operation === 'create' ? undefined : originalDoc
  const firstPublished = before?.firstPublished ?? (data._status === 'published' ? new Date().toISOString() : null)
  return { ...data, firstPublished }
}
