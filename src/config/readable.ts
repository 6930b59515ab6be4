import type { CollectionConfig } from 'payload'
import { hideUnpublishedIds } from '../access/hideUnpublishedIds'
import { publicQuery } from '../access/publicQuery'
import { hideReadiness, readyLocales } from '../access/readyLocales'
import { noteReads } from '../cache/reads'
import { withHooks } from './withHooks'

/** What every read of a public collection goes through, whichever road it came by. */
export const readable = (collection: CollectionConfig): CollectionConfig =>
  withHooks(collection, {
    beforeOperation: [noteReads.beforeOperation, publicQuery],
    beforeRead: [readyLocales],
    afterRead: [noteReads.afterRead, hideReadiness],
    afterOperation: [hideUnpublishedIds],
  })
