import type { Field } from 'payload'
import { computedField, staffField } from '../../src/access/rules'
import { ofRestoredVersion } from '../../src/editorial/translation/deriveTranslation'

/** How far the translations of a document are; worked out on save by `deriveTranslation`. */
export const translation: Field[] = [
  {
    // When the words of each language last really changed, and what its translation was written for. For all languages at once.
    name: 'translation',
    type: 'json',
    access: { read: staffField.read, ...computedField },
    hooks: { beforeChange: [ofRestoredVersion] },
    admin: { disabled: true },
  },
  {
    name: 'staleIn',
    label: 'Translation older than its source',
    type: 'select',
    hasMany: true,
    options: [{ label: 'Español', value: 'es' }], // every language that is translated into
    access: { read: staffField.read, ...computedField },
    hooks: { beforeChange: [ofRestoredVersion] },
    // To filter and list by; the form has the translation itself.
    admin: { condition: () => false, disableBulkEdit: true, position: 'sidebar' },
  },
]
