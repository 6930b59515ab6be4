import type { CollectionBeforeChangeHook } from 'payload'

/**
 * A change of role ends the sessions of whoever it is about, on all devices; that of a password does so in Payload. What one may do is read
 * at each request in any case: this is for pages that are open, which show what was allowed before.
 */
export const endSessionsWithRole: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) =>
  operation === 'update' && data.role !== undefined && data.role !== originalDoc?.role
    ? { ...data, sessions: [] }
    : data
