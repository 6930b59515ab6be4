import type { CollectionConfig, Field } from 'payload'
import { canPublish } from '../../src/access/roles'
import { historyTab } from './historyTab'

const component = (name: string) => `/editorial/admin/vocabularyDesk/${name}#${name}`

/** The vocabulary desk in the edit view: who mentions an entry, and putting another one in its place. */
export const vocabularyAdmin: NonNullable<CollectionConfig['admin']>['components'] = {
  beforeListTable: [component('FilesLink')],
  views: {
    edit: {
      ...historyTab.edit,
      mentions: {
        Component: component('MentionsView'),
        path: '/mentions',
        tab: { label: 'Mentions', href: '/mentions' },
      },
      merge: {
        Component: component('MergeView'),
        path: '/merge',
        tab: { label: 'Merge', href: '/merge', condition: ({ req }) => canPublish(req.user) },
      },
    },
  },
}

/** Below the words of an entry: what they would match. */
export const tryTerms: Field = {
  name: 'tryTerms',
  type: 'ui',
  admin: { components: { Field: component('TryTerms') }, disableListColumn: true },
}
