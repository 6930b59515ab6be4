import type { CollectionBeforeOperationHook } from 'payload'
import { BadRequest } from './BadRequest'

/**
 * A document is begun in one language. With `locale=all` its fields would have to come by their languages, which SQLite takes and MongoDB
 * fails on. Behind what says who may make one.
 */
export const createInOneLocale: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (operation === 'create' && !overrideAccess && (req.locale as string) === 'all')
    throw new BadRequest('locale must be one language where something is made, and not all')
  return args
}
