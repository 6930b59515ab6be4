import type { PayloadRequest } from 'payload'
import { appendAudit } from '../../editorial/audit/auditEntry'
import { dropSecondFactor } from './secondFactor'

/** Takes somebody's second factor away, ends his sessions, and says in the history by whom. */
export async function resetSecondFactor(
  { id, name }: { id: string; name?: string | null },
  req: PayloadRequest,
): Promise<void> {
  const { payload } = req
  await dropSecondFactor(payload, id)
  await payload.db.updateOne({ collection: 'users', id, data: { sessions: [] }, returning: false })
  await appendAudit({ action: 'two-factor-reset', collection: 'users', document: id, title: name ?? '' }, req)
}
