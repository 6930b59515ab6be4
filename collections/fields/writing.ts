import type { Field } from 'payload'
import { computedField, staffField } from '../../src/access/rules'

/** Who wrote the clinical content, in which language, and when last: see `noteWriting`. Not localised, as some of it is shared. */
export const writing: Field = {
  name: 'writing',
  type: 'json',
  access: { read: staffField.read, ...computedField },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true, disableBulkEdit: true },
}
