import type { CollectionConfig, CollectionSlug } from 'payload'
import { savedElsewhere } from '../../collections/fields/savedElsewhere'
import { guardPublication } from '../access/guardPublication'
import { refuseMissing } from '../database/refuseMissing'
import { withDesk } from '../editorial/admin/withDesk'
import { refuseOverwriting } from '../editorial/conflicts/refuseOverwriting'
import { dropAddresses, keepAddresses, noteAddresses } from '../editorial/keepAddresses'
import { noteLocale } from '../editorial/noteLocale'
import { guardReadiness } from '../editorial/preflight/guardReadiness'
import { confirmTranslation } from '../editorial/translation/confirmTranslation'
import { deriveTranslation } from '../editorial/translation/deriveTranslation'
import { publishOneLocale } from '../editorial/translation/publishOneLocale'
import { logChanges } from '../publishing/logChanges'
import { readable } from './readable'
import { withHooks } from './withHooks'

/**
 * What every collection with published documents needs, attached here once, where it cannot be forgotten. Preflight stands behind what
 * derives from the words and before what is written for the log.
 */
export const published = (collection: CollectionConfig): CollectionConfig => ({
  ...withHooks(readable(collection), {
    beforeOperation: [
      guardPublication,
      publishOneLocale,
      noteLocale,
      guardReadiness.beforeOperation,
      ...refuseOverwriting.beforeOperation,
    ],
    beforeValidate: refuseOverwriting.beforeValidate,
    beforeChange: [
      refuseMissing,
      deriveTranslation,
      guardReadiness.beforeChange,
      noteAddresses,
      ...logChanges.beforeChange,
    ],
    afterChange: [keepAddresses, ...logChanges.afterChange],
    afterOperation: [guardReadiness.afterOperation],
    beforeDelete: [dropAddresses, ...logChanges.beforeDelete],
    afterDelete: logChanges.afterDelete,
  }),
  fields: [savedElsewhere, ...collection.fields],
  // What readers' lists are filtered and sorted by where they say nothing else; Payload sorts those of one moment by the last.
  indexes: [{ fields: ['_status', 'deletedAt', 'updatedAt', 'createdAt'] }],
  admin: withDesk(collection.admin),
  endpoints: [
    ...(Array.isArray(collection.endpoints) ? collection.endpoints : []),
    confirmTranslation(collection.slug as CollectionSlug),
  ],
  // Which words a reader gets depends on the first, and is said in the second, whatever he selected.
  forceSelect: { localeStatus: true, fellBack: true } as never,
})
