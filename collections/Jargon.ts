import type { CollectionConfig } from 'payload'
import { adminsOnly, computedField, publishersOnly, staffOnly } from '../src/access/rules'
import { guardJargon } from '../src/editorial/plainLanguage/guardJargon'
import { id } from './fields/id'

/** Words that patients may not know, with plainer ones: shown beside an article that uses them. */
export const Jargon: CollectionConfig = {
  slug: 'jargon',
  labels: { singular: 'Jargon word', plural: 'Jargon' },
  graphQL: false,
  access: {
    read: staffOnly,
    readVersions: staffOnly,
    create: publishersOnly,
    update: publishersOnly,
    delete: publishersOnly,
    unlock: adminsOnly,
  },
  defaultSort: 'term',
  admin: {
    useAsTitle: 'term',
    group: 'Vocabulary',
    defaultColumns: ['term', 'plainer', 'locale', 'updatedAt'],
    listSearchableFields: ['term', 'plainer'],
    description: 'Writers are offered the plainer word wherever a text uses one of these, in any of its forms.',
  },
  hooks: { beforeValidate: [guardJargon] },
  fields: [
    id,
    {
      type: 'row',
      fields: [
        {
          name: 'term',
          type: 'text',
          required: true,
          index: true,
          maxLength: 120,
          admin: {
            description: 'As a dictionary has it. A form that needs another plainer word is an entry of its own.',
          },
        },
        { name: 'plainer', label: 'Plainer word', type: 'text', required: true, maxLength: 120 },
      ],
    },
    {
      name: 'locale',
      label: 'Language',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'en',
      options: [
        { label: 'English', value: 'en' },
        { label: 'Español', value: 'es' },
      ],
    },
    { name: 'key', type: 'text', unique: true, index: true, access: computedField, admin: { hidden: true } },
  ],
}
