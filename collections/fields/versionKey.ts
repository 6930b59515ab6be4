import type { Field } from 'payload'
import { v7 as uuid } from 'uuid'
import { computedField, staffField } from '../../src/access/rules'

/**
 * Names one state of an article, the same on both databases: it changes with each save, whereas Payload's ids of versions differ from
 * one engine to the other and autosave writes on in the version that it began. A publication in one language alone keeps two
 * versions under one key, what readers get and, marked `snapshot`, the draft of the other languages.
 */
export const versionKey: Field = {
  name: 'versionKey',
  type: 'text',
  index: true,
  access: { read: staffField.read, ...computedField },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true, disableBulkEdit: true },
  hooks: { beforeChange: [() => uuid()] },
}
