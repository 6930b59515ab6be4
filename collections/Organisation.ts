import type { GlobalConfig } from 'payload'
import { adminsOnly, staffOnly } from '../src/access/rules'
import { auditSettings } from '../src/editorial/audit/auditSettings'
import { blockingByDefault, findingKinds } from '../src/editorial/preflight/findingCodes'
import { historyTab } from './fields/historyTab'

/** What the organisation asks of its articles: how plain they are, and how often they are looked at again. */
export const Organisation: GlobalConfig = {
  slug: 'organisation',
  label: 'Organisation',
  graphQL: false,
  access: { read: staffOnly, readVersions: staffOnly, update: adminsOnly },
  hooks: { afterChange: [auditSettings] },
  admin: { components: { views: historyTab }, group: 'Settings', description: 'What every article here is held to.' },
  fields: [
    {
      name: 'reading',
      label: 'Plain language',
      type: 'group',
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'lowestGrade',
              type: 'number',
              required: true,
              defaultValue: 6,
              min: 1,
              max: 18,
              admin: { description: 'School grade that articles are written for, at least.' },
            },
            { name: 'highestGrade', type: 'number', required: true, defaultValue: 8, min: 1, max: 18 },
          ],
        },
      ],
    },
    {
      name: 'review',
      label: 'Medical review',
      type: 'group',
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'cycleMonths',
              label: 'Months between reviews',
              type: 'number',
              required: true,
              defaultValue: 12,
              min: 1,
              max: 120,
            },
            {
              name: 'remindDaysBefore',
              label: 'Days before a review is due that its people are reminded',
              type: 'number',
              required: true,
              defaultValue: 30,
              min: 0,
              max: 365,
            },
          ],
        },
        {
          name: 'allowOwnApproval',
          label: 'Somebody may approve what he wrote himself',
          type: 'checkbox',
          defaultValue: false,
          admin: {
            description:
              'For an organisation with one clinician. Otherwise a second person looks at every text before readers do.',
          },
        },
      ],
    },
    {
      name: 'preflight',
      label: 'Before publication',
      type: 'group',
      fields: [
        {
          name: 'blocking',
          label: 'What blocks publication',
          type: 'select',
          hasMany: true,
          defaultValue: blockingByDefault,
          options: findingKinds.map(({ code, label }) => ({ value: code, label })),
          admin: { description: 'Everything else that preflight finds is advice. A change holds at once.' },
        },
      ],
    },
    {
      name: 'login',
      label: 'Logging in',
      type: 'group',
      fields: [
        {
          name: 'requireTwoFactor',
          label: 'Everybody logs in with two factors',
          type: 'checkbox',
          defaultValue: false,
          admin: {
            description:
              'Who has not enrolled yet, you included, can do nothing else until then. Keys of apps are not concerned.',
          },
        },
      ],
    },
  ],
}
