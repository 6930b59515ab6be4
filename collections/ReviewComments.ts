import type { CollectionConfig } from 'payload'
import { computedField, nobody, staffOnly } from '../src/access/rules'
import { checkReply, ownWords, signComment } from '../src/editorial/review/comments'
import { id } from './fields/id'

/** Set once: what a comment is about does not move under it. */
const fixed = { access: { update: () => false } }

/**
 * What reviewers and editors say of passages of an article. A passage is kept by its words and by where they stood in the plain text, so that
 * it is found again when the text around it changes. Comments are answered and settled, and go only with their article.
 */
export const ReviewComments: CollectionConfig = {
  slug: 'review-comments',
  labels: { singular: 'Review comment', plural: 'Review comments' },
  graphQL: false,
  lockDocuments: false,
  disableDuplicate: true,
  access: {
    read: staffOnly,
    create: staffOnly,
    update: staffOnly,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  hooks: { beforeValidate: [checkReply], beforeChange: [signComment] },
  defaultSort: 'id',
  indexes: [{ fields: ['article', 'locale'] }],
  admin: {
    useAsTitle: 'text',
    group: 'People',
    description: 'Written and settled in the review panel of an article.',
    defaultColumns: ['text', 'article', 'locale', 'byName', 'resolved', 'createdAt'],
  },
  fields: [
    id,
    { name: 'article', type: 'relationship', relationTo: 'articles', required: true, index: true, ...fixed },
    {
      name: 'locale',
      label: 'Language',
      type: 'select',
      options: [
        { value: 'en', label: 'English' },
        { value: 'es', label: 'Español' },
      ],
      required: true,
      ...fixed,
    },
    { name: 'text', label: 'Comment', type: 'textarea', required: true, maxLength: 4000, access: { update: ownWords } },
    { name: 'quote', label: 'Passage', type: 'textarea', maxLength: 1000, ...fixed },
    { name: 'start', type: 'number', min: 0, ...fixed },
    { name: 'end', type: 'number', min: 0, ...fixed },
    { name: 'parent', label: 'Answers', type: 'relationship', relationTo: 'review-comments', index: true, ...fixed },
    { name: 'resolved', label: 'Settled', type: 'checkbox', defaultValue: false, index: true },
    { name: 'by', type: 'text', access: computedField, admin: { readOnly: true } },
    { name: 'byName', label: 'Who', type: 'text', access: computedField, admin: { readOnly: true } },
    { name: 'resolvedByName', label: 'Settled by', type: 'text', access: computedField, admin: { readOnly: true } },
    { name: 'resolvedAt', label: 'Settled at', type: 'date', access: computedField, admin: { readOnly: true } },
  ],
}
