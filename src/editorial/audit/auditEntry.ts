import type { PayloadRequest } from 'payload'
import { v7 as uuid } from 'uuid'
import { roleOf } from '../../access/roles'

/** What somebody did. A word once written keeps its meaning, since entries are never changed. */
export const auditActions = [
  'created',
  'changed',
  'submitted', // for review
  'taken-back', // a submission, by its own side
  'sent-back', // by the reviewer
  'approved',
  'published', // for the first time or again
  'withdrawn', // readers no longer get it
  'corrected',
  'recalled',
  'scheduled', // a later publication or withdrawal
  'unscheduled',
  'schedule-refused', // when its time came
  'shared', // its draft, by a link, with somebody without an account
  'share-revoked',
  'trashed',
  'restored', // from the trash
  'reverted', // to an old version
  'deleted',
  'role-changed',
  'key-created',
  'key-replaced',
  'key-removed',
  'two-factor-on',
  'two-factor-off', // by himself
  'two-factor-reset', // by an administrator, or by the operator's command
  'recovery-codes-renewed',
  'recovery-code-used',
] as const
export type AuditAction = (typeof auditActions)[number]

/** Who did it, as text, so that it outlives the user. */
export interface Actor {
  id?: string
  name: string
  role?: string
}

export interface AuditEntry {
  action: AuditAction
  /** The collection's or the global's slug. */
  collection: string
  /** The document's id; a global's slug. */
  document: string
  /** What the document was called then. */
  title?: string
  locale?: string
  /** Which fields, which role, why refused: never what the document says. */
  detail?: string
  /** @default whoever the request is by */
  actor?: Actor
}

/**
 * Writes an entry in the transaction of `req`, so that it is kept exactly if the change is. By the adapter itself: Payload's own
 * operations on the collection are refused to everybody (`appendOnly`).
 */
export async function appendAudit(entry: AuditEntry, req: PayloadRequest): Promise<void> {
  const { actor = actorOf(req.user), title, locale, detail, ...rest } = entry
  const at = new Date().toISOString()
  await req.payload.db.create({
    collection: 'audit',
    data: {
      ...rest,
      id: uuid(),
      at,
      title: title?.slice(0, 200) ?? '',
      locale: locale ?? '',
      detail: detail?.slice(0, 500) ?? '',
      actor: actor.id ?? '',
      actorName: actor.name,
      actorRole: actor.role ?? '',
    },
    req,
    returning: false,
  })
}

/** Starter content, imports from the command line and jobs are nobody's. */
export function actorOf(user: PayloadRequest['user'] | undefined): Actor {
  if (!user) return { name: 'Saphena' }
  const { id, name } = user as { id: unknown; name?: unknown }
  const role = roleOf(user)
  return { id: String(id), name: typeof name === 'string' && name ? name : String(id), ...(role ? { role } : {}) }
}
