import type { BasePayload } from 'payload'
import { type Following, followOnce } from '../../publishing/followLog'
import type { LogEntry } from '../../publishing/logEntry'
import { type CitedReference, referenceUrls } from './referenceUrls'

/** Follows the publish log: what published articles cite is what `checkReferences` asks for, in one of all processes. */
export const followReferences = (payload: BasePayload): Promise<Following> =>
  followOnce(payload, 'references', (entry) => noteReferences(payload, entry))

interface Row {
  id: string
  url: string
  articles?: string[] | null
}

/** Brings the addresses that an article cites to their present state; it may run twice. */
async function noteReferences(payload: BasePayload, { collection, document }: LogEntry): Promise<void> {
  if (collection !== 'articles') return
  const cited = await citedBy(payload, document)
  const known = await rowsOf(payload, { articles: { in: [document] } })
  for (const row of known) if (!cited.includes(row.url)) await leave(payload, row, document)
  const added = cited.filter((url) => !known.some((row) => row.url === url))
  if (added.length === 0) return
  const elsewhere = await rowsOf(payload, { url: { in: added } })
  for (const url of added) {
    const row = elsewhere.find((each) => each.url === url)
    if (row) await save(payload, row.id, [...(row.articles ?? []), document])
    else
      await payload.create({
        collection: 'reference-checks',
        data: {
          url,
          host: new URL(url).host,
          articles: [document],
          state: 'waiting',
          failures: 0,
          dueAt: new Date().toISOString(),
        },
        depth: 0,
        overrideAccess: true,
      })
  }
}

async function citedBy(payload: BasePayload, id: string): Promise<string[]> {
  const article = await payload.db.findOne<{
    id: string
    _status?: string
    deletedAt?: string | null
    references?: CitedReference[] | null
  }>({
    collection: 'articles',
    where: { id: { equals: id } },
    select: { references: true, _status: true, deletedAt: true },
  })
  return article?._status === 'published' && !article.deletedAt ? referenceUrls(article.references) : []
}

async function rowsOf(payload: BasePayload, where: NonNullable<Parameters<BasePayload['db']['find']>[0]['where']>) {
  const { docs } = await payload.db.find<Row>({
    collection: 'reference-checks',
    where,
    select: { url: true, articles: true },
    pagination: false,
  })
  return docs
}

async function leave(payload: BasePayload, { id, articles }: Row, article: string): Promise<void> {
  const others = (articles ?? []).filter((each) => each !== article)
  if (others.length > 0) return save(payload, id, others)
  await payload.delete({ collection: 'reference-checks', id, depth: 0, overrideAccess: true })
}

async function save(payload: BasePayload, id: string, articles: string[]): Promise<void> {
  await payload.update({ collection: 'reference-checks', id, data: { articles }, depth: 0, overrideAccess: true })
}
