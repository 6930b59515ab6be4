import type { Field } from 'payload'

/** Other words for it: what patients say, spelling variants, acronyms. Articles are linked by these and the name. */
export const terms: Field[] = [
  {
    name: 'synonyms',
    type: 'text',
    hasMany: true,
    localized: true,
    maxLength: 120,
    maxRows: 100,
    custom: { translated: 'own' },
    admin: { description: 'Other words for it, in this language. Articles that use one of them are linked.' },
  },
  {
    name: 'notPhrases',
    type: 'text',
    hasMany: true,
    localized: true,
    maxLength: 120,
    maxRows: 100,
    custom: { translated: 'own' },
    admin: { description: 'Phrases that hold these words and mean something else, such as “cold weather” for a cold.' },
  },
]
