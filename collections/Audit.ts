import type { Access, CollectionConfig } from 'payload'
import { isAdmin, isStaff } from '../src/access/roles'
import { nobody } from '../src/access/rules'
import { appendOnly } from '../src/editorial/audit/appendOnly'
import { auditActions } from '../src/editorial/audit/auditEntry'
import { id } from './fields/id'

/** What became of people, of keys and of webhooks is for administrators; what became of content is for all who work on it. */
const entriesFor: Access = ({ req }) => {
  if (isAdmin(req.user)) return true
  return isStaff(req.user) && { collection: { not_in: ['users', 'webhooks'] } }
}

const readOnly = { readOnly: true }

/**
 * Who did what to which document, and when. Written by the server alone, in the transaction of what it tells (`appendAudit`), and never
 * changed or deleted, not by administrators either. It holds names and no text of a document, and points to nothing, so that it outlives
 * people and documents.
 */
export const Audit: CollectionConfig = {
  slug: 'audit',
  labels: { singular: 'History entry', plural: 'History' },
  graphQL: false,
  lockDocuments: false,
  disableDuplicate: true,
  access: { read: entriesFor, create: nobody, update: nobody, delete: nobody, readVersions: nobody, unlock: nobody },
  hooks: { beforeOperation: [appendOnly] },
  defaultSort: '-id',
  indexes: [{ fields: ['document', 'at'] }],
  admin: {
    useAsTitle: 'action',
    group: 'People',
    description: 'Who did what, and when. Nobody can change or delete an entry.',
    defaultColumns: ['at', 'actorName', 'action', 'title', 'collection', 'locale', 'detail'],
    listSearchableFields: ['title', 'actorName'],
    components: { beforeListTable: ['/editorial/admin/audit/ExportLink#ExportLink'] },
  },
  fields: [
    id,
    {
      name: 'at',
      label: 'When',
      type: 'date',
      required: true,
      index: true,
      admin: { ...readOnly, date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy, HH:mm:ss' } },
    },
    { name: 'actorName', label: 'Who', type: 'text', required: true, index: true, admin: readOnly },
    { name: 'actorRole', label: 'Role then', type: 'text', admin: readOnly },
    { name: 'actor', label: 'User id', type: 'text', index: true, admin: readOnly },
    {
      name: 'action',
      type: 'select',
      required: true,
      index: true,
      options: auditActions.map((value) => ({ value, label: labelOf(value) })),
      admin: readOnly,
    },
    { name: 'title', label: 'What', type: 'text', admin: readOnly },
    { name: 'collection', label: 'Kind', type: 'text', required: true, index: true, admin: readOnly },
    { name: 'document', label: 'Document id', type: 'text', required: true, index: true, admin: readOnly },
    { name: 'locale', label: 'Language', type: 'text', admin: readOnly },
    { name: 'detail', type: 'text', admin: readOnly },
  ],
}

function labelOf(action: string): string {
  const words = action.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
