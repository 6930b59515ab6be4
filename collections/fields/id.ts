import type { Field } from 'payload'
import { v7 as uuid } from 'uuid'

/**
 * Our own id, the same string on SQLite and MongoDB, so that content moves between them with its ids and links intact.
 * Version 7 (RFC 9562 §5.7) grows with time, which keeps an index compact.
 */
export const id: Field = {
  name: 'id',
  type: 'text',
  required: true,
  defaultValue: () => uuid(),
  validate: (value: string | null | undefined) =>
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(value ?? '') ||
    'An id has 1 to 64 letters, digits, hyphens or underscores.',
  admin: { hidden: true },
}
