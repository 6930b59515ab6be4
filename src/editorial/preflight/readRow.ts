import type { PayloadRequest } from 'payload'
import type { ArticleValues } from './readForCheck'

/** An article as the database holds it, every language side by side. */
export type ArticleRow = Record<string, unknown>

/** Its newest draft, what readers see now, or an older version. */
export type RowSource = 'draft' | 'shown' | { version: string }

/** Read without Payload's hooks: a save waits for it. */
export async function readRow(id: string, from: RowSource, req: PayloadRequest): Promise<ArticleRow | undefined> {
  const { db } = req.payload
  if (from === 'shown')
    return (
      (await db.findOne<ArticleRow & { id: string }>({ collection: 'articles', where: { id: { equals: id } }, req })) ??
      undefined
    )
  const { docs } = await db.findVersions<ArticleRow & { id: string }>({
    collection: 'articles',
    where:
      from === 'draft'
        ? { and: [{ parent: { equals: id } }, { latest: { equals: true } }] }
        : { id: { equals: from.version } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.version
}

/** One language of it, without another language's words in their place. */
export function rowIn(row: ArticleRow, locale: string): ArticleValues {
  const own = (value: unknown) => (value as Record<string, unknown> | null | undefined)?.[locale]
  const { title, summary, body, keyPoints, mentions, localeStatus, seekCare, seo } = row
  const { text, ...shared } = (seekCare ?? {}) as Record<string, unknown>
  const search = (seo ?? {}) as Record<string, unknown>
  return {
    ...row,
    title: own(title),
    summary: own(summary),
    body: own(body),
    keyPoints: own(keyPoints),
    mentions: own(mentions),
    localeStatus: own(localeStatus),
    seekCare: { ...shared, text: own(text) },
    seo: { title: own(search.title), description: own(search.description) },
  }
}
