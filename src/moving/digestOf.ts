import { createHash } from 'node:crypto'

/** Tells whether plain values are still the same. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)
