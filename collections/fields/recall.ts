import type { GroupField } from 'payload'
import { canPublish } from '../../src/access/roles'

/** Only who may publish says so, since readers see it at once. */
const publishers = ({ req }: { req: { user: Parameters<typeof canPublish>[0] } }) => canPublish(req.user)

/** What readers must know of an article that they may have read or kept: that it was put right, or is not to be followed. */
export const recall: GroupField = {
  name: 'recall',
  type: 'group',
  label: 'Correction or recall',
  access: { create: publishers, update: publishers },
  admin: {
    description:
      'Shown with the article, and told to apps and webhooks at once. A recalled article stays readable, marked.',
  },
  fields: [
    {
      name: 'kind',
      type: 'select',
      options: [
        { value: 'corrected', label: 'Corrected' },
        { value: 'recalled', label: 'Recalled' },
      ],
    },
    {
      name: 'reason',
      type: 'textarea',
      localized: true,
      maxLength: 1000,
      validate: (
        value: string | null | undefined,
        { siblingData }: { siblingData: Partial<{ kind: string | null }> },
      ) => !siblingData.kind || Boolean(value?.trim()) || 'Readers are owed a reason.',
    },
    {
      name: 'at',
      type: 'date',
      admin: { readOnly: true, description: 'When readers were first told.' },
      hooks: {
        beforeChange: [
          ({ siblingData, previousSiblingDoc, value }) => {
            if (!siblingData.kind) return null
            const isNew = siblingData.kind !== previousSiblingDoc?.kind
            return isNew || !value ? new Date().toISOString() : value
          },
        ],
      },
    },
  ],
}
