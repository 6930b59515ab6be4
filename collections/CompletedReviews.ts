import type { CollectionConfig } from 'payload'
import { nobody, staffOnly } from '../src/access/rules'
import { id } from './fields/id'

/** When published articles were reviewed, and whether in time: see `keepCompletedReview`. */
export const CompletedReviews: CollectionConfig = {
  slug: 'completed-reviews',
  labels: { singular: 'Completed review', plural: 'Completed reviews' },
  graphQL: false,
  lockDocuments: false,
  disableDuplicate: true,
  access: {
    read: staffOnly,
    create: nobody,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  defaultSort: '-reviewedOn',
  admin: {
    useAsTitle: 'reviewedOn',
    group: 'Content',
    description: 'Written when an article is published with a newer day of review.',
    defaultColumns: ['article', 'reviewedOn', 'due', 'onTime'],
  },
  fields: [
    id,
    { name: 'article', type: 'relationship', relationTo: 'articles' }, // none once it is deleted
    { name: 'reviewedOn', type: 'date', required: true, index: true },
    { name: 'due', label: 'Was due', type: 'date' },
    { name: 'onTime', label: 'In time', type: 'checkbox', index: true },
  ],
}
