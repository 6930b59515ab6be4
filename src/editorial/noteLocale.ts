import type { CollectionBeforeOperationHook } from 'payload'

/** Hooks are not told that a save publishes one locale only; the operation's arguments are. */
export const noteLocale: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update') {
    req.context.publishSpecificLocale = (args as { publishSpecificLocale?: string }).publishSpecificLocale
  }
  return args
}
