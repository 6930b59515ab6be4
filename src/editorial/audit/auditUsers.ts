import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'
import { type AuditAction, appendAudit } from './auditEntry'
import { changedFields } from './changedFields'
import { beganSession } from './sessions'

type Values = Record<string, unknown>

/** A change of rights is told by itself; what logging in writes is no change. */
const toldApart = new Set([
  ...['id', 'createdAt', 'updatedAt', 'role', 'enableAPIKey', 'apiKey', 'apiKeyIndex', 'collection', 'sessions'],
  ...[
    'loginAttempts',
    'lockUntil',
    'salt',
    'hash',
    'resetPasswordToken',
    'resetPasswordExpiration',
    'confirm-password',
  ],
])

interface Noted {
  fields: string[]
  rights: { action: AuditAction; detail?: string }[]
}

// A string: Payload takes a context that has none for empty, and makes a new one.
const notes = 'auditedUsers'
type Context = { [notes]?: Map<string, Noted> }

/** The hooks by which changes of people get into the audit: who was added, what became of a role or of an app's key, who went. */
export const auditUsers: Pick<
  NonNullable<CollectionConfig['hooks']>,
  'beforeValidate' | 'afterChange' | 'afterDelete'
> = {
  beforeValidate: [
    ({ data = {}, operation, originalDoc, req }) => {
      const before: Values = operation === 'create' ? {} : (originalDoc ?? {})
      const context = req.context as Context
      context[notes] ??= new Map()
      context[notes].set(String(originalDoc?.id ?? data.id), {
        fields: changedFields(before, data, toldApart),
        rights: changedRights(before, data, operation === 'create'),
      })
      return data
    },
  ] satisfies CollectionBeforeValidateHook[],
  afterChange: [
    async ({ doc, operation, req }) => {
      const noted = (req.context as Context)[notes]?.get(String(doc.id))
      ;(req.context as Context)[notes]?.delete(String(doc.id))
      if (operation === 'create') await append(doc, 'created', String(doc.role ?? ''), req)
      for (const { action, detail } of noted?.rights ?? []) await append(doc, action, detail, req)
      const changed = operation === 'update' && (noted?.fields.length ?? 0) > 0
      if (changed && (await beganSession({ collection: 'users', document: String(doc.id) }, req)))
        await append(doc, 'changed', noted?.fields.join(', '), req)
      return doc
    },
  ] satisfies CollectionAfterChangeHook[],
  afterDelete: [
    async ({ doc, req }) => {
      await append(doc, 'deleted', undefined, req)
    },
  ] satisfies CollectionAfterDeleteHook[],
}

const append = (doc: Values, action: AuditAction, detail: string | undefined, req: PayloadRequest): Promise<void> =>
  appendAudit({ action, collection: 'users', document: String(doc.id), title: String(doc.name ?? ''), detail }, req)

/** What a change does to somebody's rights. A field that was not sent stays as it was. */
export function changedRights(before: Values, sent: Values, created: boolean): Noted['rights'] {
  const rights: Noted['rights'] = []
  const role = sent.role ?? before.role
  if (!created && role !== before.role)
    rights.push({ action: 'role-changed', detail: `${String(before.role)} → ${String(role)}` })
  const had = Boolean(before.enableAPIKey && before.apiKey)
  const key = sent.apiKey === undefined ? before.apiKey : sent.apiKey
  const has = Boolean((sent.enableAPIKey ?? before.enableAPIKey) && key)
  if (has && !had) rights.push({ action: 'key-created' })
  else if (had && !has) rights.push({ action: 'key-removed' })
  else if (had && has && key !== before.apiKey) rights.push({ action: 'key-replaced' })
  return rights
}
