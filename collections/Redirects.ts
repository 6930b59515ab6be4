import type { CollectionConfig } from 'payload'
import { adminsOnly, nobody, shownOrStaff } from '../src/access/rules'
import { id } from './fields/id'

/** An address that something published once had. Written when a published slug changes; old links go on working. */
export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: 'Redirect', plural: 'Redirects' },
  graphQL: { singularName: 'Redirect', pluralName: 'Redirects' },
  access: { read: shownOrStaff, create: nobody, update: nobody, delete: adminsOnly },
  admin: { group: 'Content', useAsTitle: 'from', defaultColumns: ['from', 'collection', 'locale', 'document'] },
  fields: [
    id,
    { name: 'from', type: 'text', required: true, index: true },
    { name: 'collection', type: 'text', required: true },
    { name: 'locale', type: 'text', required: true },
    {
      name: 'document',
      type: 'relationship',
      relationTo: ['articles', 'symptoms', 'remedies', 'clinics'],
      required: true,
    },
    { name: 'key', type: 'text', unique: true, required: true, admin: { hidden: true }, access: { read: () => false } },
    { name: 'published', type: 'checkbox', defaultValue: true, index: true },
  ],
}
