import { type CollectionBeforeOperationHook, Forbidden } from 'payload'

const writes = new Set(['create', 'update', 'delete', 'restoreVersion'])

/**
 * Refuses every write that comes by an operation of Payload: REST, GraphQL, the admin, bulk edits, and the Local API too, which passes
 * by access rules. What may be written is written by the server through the adapter.
 */
export const appendOnly: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (writes.has(operation)) throw new Forbidden(req.t)
  return args
}
