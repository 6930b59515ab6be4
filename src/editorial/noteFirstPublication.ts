import type { CollectionBeforeChangeHook } from 'payload'

/** Keeps the day on which readers first got the document: a withdrawal and another publication leave it as it is. */
export const noteFirstPublication: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const firstPublished = originalDoc?.firstPublished ?? (data._status === 'published' ? new Date().toISOString() : null)
  return { ...data, firstPublished }
}
