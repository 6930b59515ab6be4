import type { CollectionConfig } from 'payload'

/** English and another language side by side, as a tab of the document; and what is changed during a save is saved too. */
export function withDesk(admin: CollectionConfig['admin']): NonNullable<CollectionConfig['admin']> {
  const { components } = admin ?? {}
  return {
    ...admin,
    components: {
      ...components,
      edit: {
        ...components?.edit,
        beforeDocumentControls: [
          '/editorial/admin/SaveLateChanges#SaveLateChanges',
          ...(components?.edit?.beforeDocumentControls ?? []),
        ],
      },
      views: {
        ...components?.views,
        edit: {
          ...components?.views?.edit,
          translation: {
            Component: '/editorial/admin/translation/TranslationView#TranslationView',
            path: '/translation',
            tab: { label: 'Translation', href: '/translation', order: 150 },
          },
        } as never,
      },
    },
  }
}
