import type { TextField } from 'payload'
import { deriveSlug } from '../../src/editorial/deriveSlug'

/** The readable address, made from `source` (the title or name), unique in its locale and stable once published. */
export const slug = (source: 'title' | 'name'): TextField => ({
  name: 'slug',
  type: 'text',
  localized: true,
  unique: true,
  index: true,
  custom: { translated: false },
  // A copy's address is made from its own title, in each language that it is saved in.
  hooks: { beforeValidate: [deriveSlug(source)], beforeDuplicate: [() => undefined] },
  validate: (value: string | null | undefined) =>
    !value ||
    /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u.test(value) ||
    'A slug has letters and digits, with single hyphens between them.',
  admin: {
    position: 'sidebar',
    description: 'Made from the title; stays the same once published. A change leaves a redirect behind.',
  },
})
