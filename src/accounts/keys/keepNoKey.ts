import type { FieldHook } from 'payload'

/**
 * Payload keeps a key encrypted beside the keyed hash (HMAC-SHA-256) that it is found by. The hash is enough: what is not kept can neither
 * be read nor stolen. Stands behind Payload's own hook of the field.
 */
export const keepNoKey: FieldHook = ({ value }) => (value === undefined ? undefined : null)
