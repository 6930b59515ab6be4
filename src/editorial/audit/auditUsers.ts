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
    'apiKeyLastUsedAt',
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
  before: Rights
}

/** Of a key it is known that it is there and whether it is another one, and not what it is. */
interface Rights {
  role?: string | null
  apiKeyIndex?: string | null
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
    async ({ data = {}, operation, originalDoc, req }) => {
      // Setting a forgotten password runs this hook alone, with all that is known of somebody for what is changed.
      if (operation === 'update' && !originalDoc) return data
      const before: Values = operation === 'create' ? {} : (originalDoc ?? {})
      const context = req.context as Context
      context[notes] ??= new Map()
      context[notes].set(String(originalDoc?.id ?? data.id), {
        fields: changedFields(before, data, toldApart),
        before: operation === 'create' ? {} : await readRights(originalDoc?.id, req),
      })
      return data
    },
  ] satisfies CollectionBeforeValidateHook[],
  afterChange: [
    async ({ doc, operation, req }) => {
      const noted = (req.context as Context)[notes]?.get(String(doc.id))
      ;(req.context as Context)[notes]?.delete(String(doc.id))
      if (operation === 'create') await append(doc, 'created', String(doc.role ?? ''), req)
      const rights = changedRights(noted?.before ?? {}, await readRights(doc.id, req))
      for (const { action, detail } of rights) await append(doc, action, detail, req)
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

/** As the database holds them: to everybody else Payload hides the key's index too. */
const readRights = async (id: unknown, req: PayloadRequest): Promise<Rights> =>
  (await req.payload.db.findOne<Rights & { id: string }>({
    collection: 'users',
    where: { id: { equals: id } },
    select: { role: true, apiKeyIndex: true },
    req,
  })) ?? {}

/** What a change did to somebody's rights. The role that somebody begins with is told where he is made. */
function changedRights(before: Rights, after: Rights): { action: AuditAction; detail?: string }[] {
  const rights: { action: AuditAction; detail?: string }[] = []
  if (before.role && before.role !== after.role)
    rights.push({ action: 'role-changed', detail: `${before.role} → ${after.role}` })
  const [had, has] = [before.apiKeyIndex, after.apiKeyIndex]
  if (has && !had) rights.push({ action: 'key-created' })
  else if (had && !has) rights.push({ action: 'key-removed' })
  else if (had !== has && had && has) rights.push({ action: 'key-replaced' })
  return rights
}
