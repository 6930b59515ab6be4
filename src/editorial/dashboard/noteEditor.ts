import type { CollectionBeforeChangeHook } from 'payload'

/** Notes who wrote last, so that everybody finds his drafts; what the server does by itself is nobody's. */
export const noteEditor: CollectionBeforeChangeHook = ({ data, req }) =>
  req.user ? { ...data, editedBy: req.user.id } : data
