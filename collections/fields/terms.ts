import type { Field, FieldHook } from 'payload'

/** A copy may not keep the words of what it was copied from: they belong to that entry. */
const renameCopy: FieldHook = ({ req, value }) => (value ? `${value} - ${req.t('general:copy')}` : value)
const dropFromCopy: FieldHook = () => []

export const entryName: Field = {
  name: 'name',
  type: 'text',
  required: true,
  localized: true,
  maxLength: 120,
  hooks: { beforeDuplicate: [renameCopy] },
}

/** Other words for it: what patients say, spelling variants, acronyms. Articles are linked by these and the name. */
export const terms: Field[] = [
  {
    name: 'synonyms',
    type: 'text',
    hasMany: true,
    localized: true,
    maxLength: 120,
    maxRows: 100,
    hooks: { beforeDuplicate: [dropFromCopy] },
    custom: { translated: 'own' },
    admin: {
      description: 'Other words for it, in this language. Articles that use one of them are linked.',
      placeholder: 'Write a word and press Enter',
    },
  },
  {
    name: 'notPhrases',
    label: 'Never these phrases',
    type: 'text',
    hasMany: true,
    localized: true,
    maxLength: 120,
    maxRows: 100,
    custom: { translated: 'own' },
    admin: {
      description: 'Phrases that hold these words and mean something else, such as “cold weather” for a cold.',
      placeholder: 'Write a phrase and press Enter',
    },
  },
]
