import type { CollectionConfig } from 'payload'
import { clinicalContent } from '../src/access/rules'
import { checkUrl } from '../src/editorial/checkReference'
import { historyTab } from './fields/historyTab'
import { id } from './fields/id'
import { openingHours, timeZone } from './fields/openingHours'
import { drafts, publication } from './fields/publication'
import { slug } from './fields/slug'

/** A place to go to. Latitude and longitude are plain numbers (WGS 84 degrees), the same on both databases. */
export const Clinics: CollectionConfig = {
  slug: 'clinics',
  labels: { singular: 'Clinic', plural: 'Clinics' },
  graphQL: { singularName: 'Clinic', pluralName: 'Clinics' },
  access: clinicalContent,
  trash: true,
  versions: drafts,
  defaultPopulate: { slug: true, name: true, updatedAt: true },
  defaultSort: 'name',
  admin: {
    components: { views: historyTab },
    useAsTitle: 'name',
    group: 'Content',
    defaultColumns: ['name', 'address.city', 'phone', '_status'],
  },
  fields: [
    id,
    { name: 'name', type: 'text', required: true, localized: true, maxLength: 160 },
    {
      name: 'address',
      type: 'group',
      fields: [
        { name: 'street', type: 'text' },
        {
          type: 'row',
          fields: [
            { name: 'city', type: 'text', index: true },
            { name: 'region', type: 'text' },
          ],
        },
        {
          type: 'row',
          fields: [
            { name: 'postalCode', type: 'text' },
            {
              name: 'country',
              type: 'text',
              validate: (value: string | null | undefined) =>
                !value ||
                /^[A-Z]{2}$/.test(value) ||
                'A country is two capital letters, such as US (ISO 3166-1 alpha-2).',
            },
          ],
        },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'latitude', type: 'number', min: -90, max: 90, index: true },
        { name: 'longitude', type: 'number', min: -180, max: 180, index: true },
      ],
    },
    timeZone,
    openingHours,
    {
      name: 'phone',
      type: 'text',
      validate: (value: string | null | undefined) =>
        !value ||
        /^\+?[0-9 ().\-x]{3,40}$/.test(value) ||
        'A phone number has digits, spaces, parentheses and hyphens.',
    },
    { name: 'website', type: 'text', validate: checkUrl },
    { name: 'bookingUrl', label: 'Booking URL', type: 'text', validate: checkUrl },
    { name: 'services', type: 'text', hasMany: true, localized: true, maxLength: 120, maxRows: 100 },
    {
      name: 'symptoms',
      label: 'Conditions treated',
      type: 'relationship',
      relationTo: 'symptoms',
      hasMany: true,
      maxRows: 300,
    },
    {
      name: 'languages',
      type: 'text',
      hasMany: true,
      maxRows: 50,
      validate: (value: string[] | null | undefined) =>
        (value ?? []).every((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) ||
        'A language is a BCP 47 tag, such as en or es.',
    },
    {
      name: 'articles',
      type: 'join',
      collection: 'articles',
      on: 'clinics',
      defaultLimit: 10,
      defaultSort: '-updatedAt',
    },
    slug('name'),
    ...publication,
  ],
}
