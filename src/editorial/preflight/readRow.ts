import type { PayloadRequest } from 'payload'

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
