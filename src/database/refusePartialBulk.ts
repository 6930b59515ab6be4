import { APIError, type CollectionAfterOperationHook } from 'payload'

interface BulkFailure {
  id: number | string
  isPublic?: boolean
  message: string
}

/**
 * Makes a bulk change whole or nothing; it belongs on every collection.
 *
 * Payload commits what succeeded of a bulk change, and with it what a failed document had written before it failed: an
 * article without its entry in the log. Its `bulkOperationsSingleTransaction` is no way out: the first failure rolls back
 * the documents before it, which are then reported as saved. An error here, before the commit, rolls everything back.
 */
export const refusePartialBulk: CollectionAfterOperationHook = ({ operation, result }) => {
  if (operation !== 'update' && operation !== 'delete') return result
  const failures = (result as { errors?: BulkFailure[] } | null)?.errors
  if (!failures?.length) return result

  const told = failures.map(({ id, isPublic, message }) => ({
    id,
    message: isPublic ? message : 'Something went wrong.',
  }))
  throw new APIError(
    `Nothing was changed, because ${told.length === 1 ? 'one document' : `${told.length} documents`} failed: ${told.map(({ message }) => message).join(' ')}`,
    400,
    { errors: told },
    true,
  )
}
