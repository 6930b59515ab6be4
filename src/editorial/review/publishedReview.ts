import type { PayloadRequest } from 'payload'
import { type ArticleValues, articleIn, contentDigest } from './clinicalContent'

/** The row that readers are served from, with all languages; null where they get nothing. */
export async function readPublished(id: string, req: PayloadRequest): Promise<ArticleValues | null> {
  const row = await req.payload.db.findOne<ArticleValues & { id: string }>({
    collection: 'articles',
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    req,
  })
  return row && !row.deletedAt ? row : null
}

/** Whether readers of this language get exactly this content. */
export async function isPublishedAs(id: string, locale: string, digest: string, req: PayloadRequest): Promise<boolean> {
  const row = await readPublished(id, req)
  if (!row) return false
  const shown = articleIn(row, locale)
  return isServed(shown, locale, req) && contentDigest(shown) === digest
}

/** The first language is always served, the others once they are ready. */
export function isServed(article: ArticleValues, locale: string, { payload }: PayloadRequest): boolean {
  const { localization } = payload.config
  return !localization || locale === localization.defaultLocale || article.localeStatus === 'ready'
}
