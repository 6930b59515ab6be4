import type { CollectionConfig } from 'payload'
import { canPublish } from '../src/access/roles'
import { computedField, nobody, staffOnly } from '../src/access/rules'
import { instruments } from '../src/editorial/review/instruments'
import { keepChecklist } from '../src/editorial/review/keepChecklist'
import { id } from './fields/id'

/** A checklist that a reviewer filled in, with the version of the article that it is about; kept as it is. */
export const ReviewChecklists: CollectionConfig = {
  slug: 'review-checklists',
  labels: { singular: 'Review checklist', plural: 'Review checklists' },
  graphQL: false,
  lockDocuments: false,
  disableDuplicate: true,
  access: {
    read: staffOnly,
    create: ({ req }) => canPublish(req.user),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  hooks: { beforeChange: [keepChecklist] },
  defaultSort: '-id',
  indexes: [{ fields: ['article', 'locale'] }],
  admin: {
    useAsTitle: 'instrument',
    group: 'People',
    description: 'Filled in from the review panel of an article.',
    defaultColumns: ['instrument', 'article', 'locale', 'byName', 'createdAt'],
  },
  fields: [
    id,
    { name: 'article', type: 'relationship', relationTo: 'articles', required: true, index: true },
    {
      name: 'locale',
      label: 'Language',
      type: 'select',
      options: [
        { value: 'en', label: 'English' },
        { value: 'es', label: 'Español' },
      ],
      required: true,
    },
    {
      name: 'instrument',
      type: 'select',
      required: true,
      options: instruments.map(({ id: value, name: label }) => ({ value, label })),
    },
    { name: 'answers', type: 'json', required: true },
    { name: 'scores', type: 'json', access: computedField },
    { name: 'digest', type: 'text', access: computedField },
    { name: 'versionKey', type: 'text', index: true, access: computedField },
    { name: 'by', type: 'text', access: computedField },
    { name: 'byName', label: 'Who', type: 'text', access: computedField },
  ],
}
