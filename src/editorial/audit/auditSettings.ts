import type { GlobalAfterChangeHook } from 'payload'
import { appendAudit } from './auditEntry'
import { changedFields } from './changedFields'

const computed = new Set(['id', 'createdAt', 'updatedAt', 'globalType'])

/** Says in the audit which of a global's settings somebody changed. */
export const auditSettings: GlobalAfterChangeHook = async ({ doc, global, previousDoc, req }) => {
  const fields = changedFields(previousDoc ?? {}, doc, computed)
  if (fields.length > 0)
    await appendAudit(
      {
        action: 'changed',
        collection: global.slug,
        document: global.slug,
        title: typeof global.label === 'string' ? global.label : global.slug,
        detail: fields.join(', '),
      },
      req,
    )
  return doc
}
