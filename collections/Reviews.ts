import type { CollectionConfig } from 'payload'
import { nobody, staffOnly } from '../src/access/rules'
import { appendOnly } from '../src/editorial/audit/appendOnly'
import { reviewEvents } from '../src/editorial/review/reviewState'
import { id } from './fields/id'

/**
 * What happened in the review of each article, language by language: one row a step, written by the server alone (`decide`), so that where
 * an article stands cannot be written by somebody who may not, is not copied with it, and makes no version of it.
 */
export const Reviews: CollectionConfig = {
  slug: 'reviews',
  labels: { singular: 'Review step', plural: 'Review steps' },
  graphQL: false,
  lockDocuments: false,
  disableDuplicate: true,
  access: { read: staffOnly, create: nobody, update: nobody, delete: nobody, readVersions: nobody, unlock: nobody },
  hooks: { beforeOperation: [appendOnly] },
  defaultSort: '-id',
  indexes: [{ fields: ['article', 'locale'] }, { fields: ['latest', 'event'] }],
  admin: {
    useAsTitle: 'event',
    group: 'People',
    description: 'Written by the review panel of an article.',
    defaultColumns: ['at', 'article', 'locale', 'event', 'byName', 'note'],
  },
  fields: [
    id,
    { name: 'article', type: 'relationship', relationTo: 'articles', required: true, index: true },
    { name: 'locale', label: 'Language', type: 'text', required: true },
    { name: 'event', type: 'select', required: true, options: [...reviewEvents] },
    {
      // For lists of what waits: the newest step of the article in this language.
      name: 'latest',
      type: 'checkbox',
      defaultValue: true,
    },
    { name: 'digest', type: 'text', required: true },
    { name: 'versionKey', type: 'text' },
    { name: 'by', type: 'text', index: true },
    { name: 'byName', label: 'Who', type: 'text', required: true },
    { name: 'at', label: 'When', type: 'date', required: true },
    { name: 'note', type: 'textarea' },
    {
      // What was approved, as plain text; read only to show what changed since.
      name: 'texts',
      type: 'json',
      access: { read: () => false },
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
  ],
}
