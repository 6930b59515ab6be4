import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionConfig, PayloadRequest } from 'payload'
import { type AuditAction, appendAudit } from './auditEntry'

interface Share {
  article?: string | { id: string } | null
  title?: string | null
  locale?: string | null
  expiresAt?: string
  revokedAt?: string | null
}

/** Who lets somebody without an account see a draft, and who ends it, is told in the history of the article. */
export const auditShares: Pick<NonNullable<CollectionConfig['hooks']>, 'afterChange' | 'afterDelete'> = {
  afterChange: [
    async ({ doc, operation, previousDoc, req }) => {
      if (operation === 'create') await append('shared', doc, `until ${doc.expiresAt}`, req)
      else if (doc.revokedAt && !previousDoc?.revokedAt) await append('share-revoked', doc, undefined, req)
      return doc
    },
  ] satisfies CollectionAfterChangeHook[],
  afterDelete: [
    async ({ doc, req }) => {
      const worked = !doc.revokedAt && new Date(doc.expiresAt) > new Date()
      if (worked) await append('share-revoked', doc, 'deleted', req)
    },
  ] satisfies CollectionAfterDeleteHook[],
}

function append(
  action: AuditAction,
  { article, title, locale }: Share,
  detail: string | undefined,
  req: PayloadRequest,
): Promise<void> {
  const document = typeof article === 'object' && article !== null ? article.id : String(article)
  return appendAudit(
    { action, collection: 'articles', document, title: title ?? '', locale: locale ?? '', detail },
    req,
  )
}
