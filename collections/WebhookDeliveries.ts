import type { CollectionConfig } from 'payload'
import { adminsOnly, nobody } from '../src/access/rules'
import { resendDelivery } from '../src/publishing/webhooks/resendDelivery'
import { id } from './fields/id'

/** What was, or is to be, sent to a webhook: one for each entry of the publish log that it asked for. */
export const WebhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  labels: { singular: 'Webhook delivery', plural: 'Webhook deliveries' },
  graphQL: false,
  access: { read: adminsOnly, create: nobody, update: nobody, delete: adminsOnly },
  admin: {
    useAsTitle: 'event',
    group: 'Publishing',
    defaultColumns: ['webhook', 'event', 'state', 'attempts', 'lastStatus', 'deliveredAt'],
  },
  defaultSort: '-position',
  endpoints: [{ path: '/:id/resend', method: 'post', handler: resendDelivery }],
  fields: [
    id,
    {
      name: 'resend',
      type: 'ui',
      admin: { components: { Field: '/publishing/admin/ResendButton#ResendButton' } },
    },
    { name: 'webhook', type: 'relationship', relationTo: 'webhooks', required: true, index: true },
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'position', type: 'number', required: true, index: true },
    { name: 'event', type: 'text', required: true },
    { name: 'body', type: 'textarea', required: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'waiting',
      index: true,
      options: [
        { value: 'waiting', label: 'Waiting' },
        { value: 'delivered', label: 'Delivered' },
        { value: 'failed', label: 'Given up' },
      ],
    },
    { name: 'attempts', type: 'number', defaultValue: 0 },
    { name: 'nextAttemptAt', type: 'date' },
    { name: 'lastStatus', type: 'number' },
    { name: 'lastError', type: 'text' },
    { name: 'deliveredAt', type: 'date' },
  ],
}
