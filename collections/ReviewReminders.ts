import type { CollectionConfig } from 'payload'
import { nobody, staffOnly } from '../src/access/rules'
import { appendOnly } from '../src/editorial/audit/appendOnly'
import { id } from './fields/id'

/** Who was written to about which review: the key is unique, so that nobody is written to twice (`remindOfReviews`). */
export const ReviewReminders: CollectionConfig = {
  slug: 'review-reminders',
  labels: { singular: 'Review reminder', plural: 'Review reminders' },
  graphQL: false,
  lockDocuments: false,
  disableDuplicate: true,
  access: { read: staffOnly, create: nobody, update: nobody, delete: nobody, readVersions: nobody, unlock: nobody },
  hooks: { beforeOperation: [appendOnly] },
  defaultSort: '-id',
  admin: {
    useAsTitle: 'kind',
    group: 'People',
    hidden: true,
    defaultColumns: ['article', 'kind', 'dueOn', 'recipient', 'sentAt'],
  },
  fields: [
    id,
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'article', type: 'relationship', relationTo: 'articles', required: true, index: true },
    { name: 'locale', label: 'Language', type: 'text', required: true },
    { name: 'dueOn', type: 'date', required: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'recipient', type: 'text', required: true },
    { name: 'claimedAt', type: 'date', required: true },
    { name: 'sentAt', type: 'date' },
  ],
}
