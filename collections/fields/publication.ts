import type { CollectionConfig, Field } from 'payload'
import { staffField } from '../../src/access/rules'
import { translation } from './translation'

/** Drafts with autosave, history and scheduled publishing. A draft may be incomplete; what is published may not. */
export const drafts: CollectionConfig['versions'] = {
  maxPerDoc: 100,
  drafts: { autosave: { interval: 800 }, schedulePublish: true },
}

/** What every public collection carries beside its own content. */
export const publication: Field[] = [
  {
    name: 'localeStatus',
    label: 'This language',
    type: 'select',
    localized: true,
    defaultValue: ({ locale }: { locale?: string }) => (locale === 'en' ? 'ready' : 'draft'),
    options: [
      { label: 'Ready for readers', value: 'ready' },
      { label: 'Still a draft', value: 'draft' },
    ],
    // Strangers never get it (`readyLocales` takes it out), yet the rules that guard their questions must be able to ask for it.
    access: { create: staffField.create, update: staffField.update },
    admin: {
      position: 'sidebar',
      components: { afterInput: ['/editorial/admin/translation/TranslationHint#TranslationHint'] },
      description:
        'While it is a draft, readers of this language get the English text. English itself is always served.',
    },
  },
  ...translation,
  {
    name: 'internalNotes',
    type: 'textarea',
    access: staffField,
    admin: { position: 'sidebar', description: 'Seen by the people who work here; never by readers.' },
  },
  {
    name: 'fellBack',
    type: 'text',
    hasMany: true,
    virtual: true,
    admin: { hidden: true },
    access: { create: () => false, update: () => false },
  },
]
