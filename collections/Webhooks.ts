import type { CollectionConfig } from 'payload'
import { adminsOnly } from '../src/access/rules'
import { logEvents, loggedCollections } from '../src/publishing/logEntry'
import { noteSince } from '../src/publishing/webhooks/noteSince'
import { makeSecret } from '../src/publishing/webhooks/sign'
import { historyTab } from './fields/historyTab'
import { id } from './fields/id'

const optionsOf = (values: readonly string[]) =>
  values.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }))

/** Who is told, by a signed request, when what readers see changes. */
export const Webhooks: CollectionConfig = {
  slug: 'webhooks',
  labels: { singular: 'Webhook', plural: 'Webhooks' },
  graphQL: false,
  access: { read: adminsOnly, create: adminsOnly, update: adminsOnly, delete: adminsOnly },
  admin: {
    components: { views: historyTab },
    useAsTitle: 'name',
    group: 'Publishing',
    defaultColumns: ['name', 'url', 'enabled', 'updatedAt'],
  },
  fields: [
    id,
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    {
      name: 'url',
      label: 'URL',
      type: 'text',
      required: true,
      maxLength: 2000,
      validate: (value: string | null | undefined) =>
        (URL.canParse(value ?? '') && /^https?:$/.test(new URL(value ?? '').protocol)) ||
        'A webhook goes to an address that begins with https:// or http://.',
    },
    { name: 'enabled', type: 'checkbox', defaultValue: true },
    {
      name: 'events',
      type: 'select',
      hasMany: true,
      options: optionsOf(logEvents),
      admin: { description: 'Every event where none is chosen.' },
    },
    {
      name: 'collections',
      type: 'select',
      hasMany: true,
      options: optionsOf(loggedCollections),
      admin: { description: 'Every collection where none is chosen.' },
    },
    {
      name: 'secret',
      type: 'text',
      required: true,
      defaultValue: makeSecret,
      validate: (value: string | null | undefined) =>
        /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/.test(value ?? '') ||
        'A secret is whsec_ and then 24 to 64 bytes in base64 (Standard Webhooks).',
      admin: { description: 'The receiver verifies each request with it: see standardwebhooks.com.' },
    },
    { name: 'since', type: 'number', admin: { hidden: true }, hooks: { beforeChange: [noteSince] } },
    {
      name: 'deliveries',
      type: 'join',
      collection: 'webhook-deliveries',
      on: 'webhook',
      defaultLimit: 20,
      defaultSort: '-position',
      admin: { defaultColumns: ['position', 'event', 'state', 'attempts', 'lastStatus', 'deliveredAt'] },
    },
  ],
}
