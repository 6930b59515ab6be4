import { AsyncLocalStorage } from 'node:async_hooks'
import type { Mongoose, Query } from 'mongoose'

/** For all copies of this module: Next carries one of its own, and meets the models of the other. */
const shared = globalThis as { saphenaStaleReads?: AsyncLocalStorage<true> }
shared.saphenaStaleReads ??= new AsyncLocalStorage<true>()
const maybeStale = shared.saphenaStaleReads

/**
 * Lets what is read meanwhile come from a secondary of a replica set, which may be seconds behind: what nobody acts upon at once, such as
 * numbers for a chart. Everything else is read from the primary, or somebody would not find what he has just saved, and what was withdrawn
 * would be kept for readers.
 */
export const readMaybeStale = <Result>(work: () => Promise<Result>): Promise<Result> => maybeStale.run(true, work)

/** Marks such reads; to be called before any model is made. A transaction reads from the primary alone. */
export function allowStaleReads(mongoose: Mongoose): void {
  mongoose.plugin((schema) => {
    schema.pre(
      ['find', 'findOne', 'countDocuments', 'estimatedDocumentCount', 'distinct'],
      function (this: Query<unknown, unknown>) {
        if (maybeStale.getStore() && !this.getOptions().session) this.read('secondaryPreferred')
      },
    )
  })
}
