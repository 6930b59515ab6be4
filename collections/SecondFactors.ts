import type { CollectionConfig } from 'payload'
import { nobody } from '../src/access/rules'
import { id } from './fields/id'

/** Neither read nor written by any road but the server's own. */
const sealed = { hidden: true, access: { read: () => false, create: () => false, update: () => false } } as const

/**
 * What somebody logs in by beside a password: a row under the person's id, written and read by `src/accounts/twoFactor` alone. It is not a
 * part of `users`, which Payload writes back whole at each login: a change meanwhile would be lost, and a code could be taken twice.
 */
export const SecondFactors: CollectionConfig = {
  slug: 'second-factors',
  graphQL: false,
  lockDocuments: false,
  disableDuplicate: true,
  access: { read: nobody, readVersions: nobody, create: nobody, update: nobody, delete: nobody, unlock: nobody },
  admin: { hidden: true },
  fields: [
    id,
    { name: 'secret', type: 'text', required: true, ...sealed },
    { name: 'confirmedAt', type: 'date', ...sealed },
    { name: 'lastStep', type: 'number', defaultValue: 0, ...sealed },
    { name: 'recoveryCodes', type: 'json', ...sealed },
    { name: 'failures', type: 'number', defaultValue: 0, ...sealed },
    { name: 'lockedUntil', type: 'date', ...sealed },
    { name: 'revision', type: 'number', defaultValue: 0, ...sealed },
  ],
}
