import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { noteCommit, retryCommit } from './conflicts'

/**
 * A commit whose end is not known is asked for again, and one that was made is noted. Payload's own takes the first word for the last:
 * a save of which only the answer got lost, as when another server becomes primary, would be refused and kept.
 */
export function commitForCertain(adapter: Pick<MongooseAdapter, 'sessions' | 'commitTransaction'>): void {
  adapter.commitTransaction = async (incoming) => {
    const id = (await incoming) ?? ''
    const session = adapter.sessions[id]
    // Nobody else may find it from here on.
    delete adapter.sessions[id]
    if (!session?.inTransaction()) return
    try {
      await retryCommit(() => session.commitTransaction())
      noteCommit()
    } finally {
      // The transaction is over; a session that is not ended times out by itself.
      await session.endSession().catch(() => undefined)
    }
  }
}
