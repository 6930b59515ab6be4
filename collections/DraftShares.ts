import type { CollectionConfig, Field } from 'payload'
import { adminsOnly, nobody, staffOnly } from '../src/access/rules'
import { revokeShare } from '../src/editorial/preview/revokeShare'
import { shareDraft } from '../src/editorial/preview/shareDraft'
import { id } from './fields/id'

/** The server alone reads it: not even staff get it back. */
const sealed = {
  access: { read: () => false },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
}

const person = (name: string, label: string): Field => ({ name, label, type: 'relationship', relationTo: 'users' })
const moment = (name: string, label: string): Field => ({
  name,
  label,
  type: 'date',
  admin: { date: { pickerAppearance: 'dayAndTime' } },
})

/**
 * Links by which somebody without an account sees one version of an article that is not published. A link is made by
 * `shareDraft` and shown once; what is kept of it is a hash, by which it is known again, and a copy of the words that it shows.
 */
export const DraftShares: CollectionConfig = {
  slug: 'draft-shares',
  labels: { singular: 'Shared draft', plural: 'Shared drafts' },
  graphQL: false,
  access: {
    read: staffOnly,
    readVersions: nobody,
    create: nobody,
    update: nobody,
    delete: adminsOnly,
    unlock: nobody,
  },
  defaultSort: '-createdAt',
  admin: {
    useAsTitle: 'title',
    group: 'Publishing',
    description: 'Links to drafts for people without an account. They are made, and revoked, in the article.',
    defaultColumns: ['title', 'locale', 'createdBy', 'expiresAt', 'revokedAt', 'timesOpened'],
  },
  endpoints: [
    { path: '/share', method: 'post', handler: shareDraft },
    { path: '/:id/revoke', method: 'post', handler: revokeShare },
  ],
  fields: [
    id,
    { name: 'article', type: 'relationship', relationTo: 'articles', required: true, index: true },
    { name: 'title', type: 'text' },
    {
      name: 'locale',
      label: 'Language',
      type: 'select',
      required: true,
      options: [
        { label: 'English', value: 'en' },
        { label: 'Español', value: 'es' },
      ],
    },
    { name: 'versionKey', label: 'Version', type: 'text', index: true },
    person('createdBy', 'Made by'),
    { ...moment('expiresAt', 'Expires'), required: true } as Field,
    moment('revokedAt', 'Revoked'),
    person('revokedBy', 'Revoked by'),
    { name: 'timesOpened', label: 'Times opened', type: 'number', defaultValue: 0 },
    moment('lastOpenedAt', 'Last opened'),
    { name: 'tokenHash', type: 'text', required: true, unique: true, index: true, ...sealed },
    // One JSON value: what is shared is shown as it was, whatever the fields of articles become.
    { name: 'content', type: 'json', ...sealed },
    { name: 'emptied', type: 'checkbox', defaultValue: false, ...sealed },
  ],
}
