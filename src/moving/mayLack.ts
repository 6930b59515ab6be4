import type { BasePayload, SanitizedCollectionConfig } from 'payload'
import { type Defaults, localesIn, type Row } from './movedRow'

/** Where a database can say that a field has no value. */
export function mayLack(
  payload: BasePayload,
  { flattenedFields, versions }: Pick<SanitizedCollectionConfig, 'flattenedFields' | 'versions'>,
  row: Row,
): Defaults {
  const { localization } = payload.config
  const known = localization ? localization.localeCodes : []
  if (payload.db.name === 'mongoose') return { locales: known, requiredHolds: false }
  // SQLite has a row for each language, and none where nothing is said in it.
  return { locales: localesIn(flattenedFields, row, known), requiredHolds: !versions?.drafts }
}
