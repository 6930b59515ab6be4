import type { BasePayload, CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import { stemIndexOf, type TextPart } from '../database/stemIndex'
import { stemsOf } from '../linking/candidates'
import { toText } from '../richtext/toText'
import { defaultLocaleOf, localesOf } from './vocabulary'

/** Keeps the index of stems in step with each text that is saved, so that a change of the vocabulary finds it. */
export const indexStems: CollectionAfterChangeHook = async ({ doc, req }) => {
  const locale = req.locale && req.locale !== 'all' ? req.locale : defaultLocaleOf(req.payload)
  await putStems(doc.id, doc.body, locale, doc._status === 'published' ? ['latest', 'published'] : ['latest'], req)
  return doc
}

export const dropStems: CollectionAfterDeleteHook = async ({ id, req }) => {
  await stemIndexOf(req.payload).drop(String(id), req)
}

async function putStems(
  article: string,
  body: unknown,
  locale: string,
  parts: readonly TextPart[],
  req: PayloadRequest,
): Promise<void> {
  const stems = stemsOf(toText(body as Parameters<typeof toText>[0]).text, locale)
  for (const part of parts) await stemIndexOf(req.payload).put({ article, part, locale, stems }, req)
}

const pageSize = 100

/** Fills an index that has nothing in it, as after an upgrade or a restore. */
export async function fillStemIndex(payload: BasePayload): Promise<void> {
  if (!(await stemIndexOf(payload).isEmpty())) return
  let after = ''
  for (;;) {
    const req = await createLocalReq({}, payload)
    const { docs } = await payload.db.find<{ id: string }>({
      collection: 'articles',
      where: after ? { id: { greater_than: after } } : {},
      select: { slug: true },
      sort: 'id',
      limit: pageSize,
      pagination: false,
      req,
    })
    const ours = await initTransaction(req)
    try {
      for (const { id } of docs) await indexArticle(id, req)
      if (ours) await commitTransaction(req)
    } catch (error) {
      await killTransaction(req)
      throw error
    }
    const last = docs.at(-1)
    if (!last || docs.length < pageSize) return
    after = last.id
  }
}

interface Texts {
  id: string
  body?: Record<string, unknown>
}

async function indexArticle(id: string, req: PayloadRequest): Promise<void> {
  const { db } = req.payload
  const row = await db.findOne<Texts>({ collection: 'articles', where: { id: { equals: id } }, req })
  const { docs } = await db.findVersions<Texts>({
    collection: 'articles',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  })
  for (const locale of localesOf(req.payload)) {
    if (row?.body?.[locale]) await putStems(id, row.body[locale], locale, ['published'], req)
    const latest = docs[0]?.version.body?.[locale]
    if (latest) await putStems(id, latest, locale, ['latest'], req)
  }
}
