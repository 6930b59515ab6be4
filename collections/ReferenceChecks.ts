import type { CollectionConfig } from 'payload'
import { nobody, staffOnly } from '../src/access/rules'
import { type ReferenceState, referenceStates } from '../src/editorial/references/afterCheck'
import { id } from './fields/id'

const labels: Record<ReferenceState, string> = {
  waiting: 'Not checked yet',
  fine: 'Answers',
  unclear: 'Answers, but not to machines',
  failing: 'Failed, is asked again',
  broken: 'Broken',
}

/** The addresses that published articles cite, and whether somebody still answers there: see `checkReferences`. */
export const ReferenceChecks: CollectionConfig = {
  slug: 'reference-checks',
  labels: { singular: 'Outgoing reference', plural: 'Outgoing references' },
  graphQL: false,
  lockDocuments: false,
  disableDuplicate: true,
  access: {
    read: staffOnly,
    create: nobody,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  defaultSort: '-checkedAt',
  admin: {
    useAsTitle: 'url',
    group: 'Content',
    description: 'Each address is asked for once a week. One that fails three times, a day apart, is called broken.',
    defaultColumns: ['url', 'articles', 'state', 'lastStatus', 'lastError', 'checkedAt'],
    listSearchableFields: ['url'],
  },
  fields: [
    id,
    { name: 'url', label: 'Address', type: 'text', required: true, unique: true },
    { name: 'host', label: 'Server', type: 'text', required: true },
    { name: 'articles', label: 'Cited by', type: 'relationship', relationTo: 'articles', hasMany: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: referenceStates.map((value) => ({ value, label: labels[value] })),
    },
    { name: 'failures', label: 'Failures in a row', type: 'number', defaultValue: 0 },
    { name: 'lastStatus', label: 'Last answer', type: 'number' },
    { name: 'lastError', label: 'Last problem', type: 'text' },
    { name: 'checkedAt', label: 'Last checked', type: 'date', index: true },
    { name: 'dueAt', label: 'Checked again', type: 'date', required: true, index: true },
  ],
}
