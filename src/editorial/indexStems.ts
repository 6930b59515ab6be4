import type { BasePayload, CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { runInTransaction } from '../database/runInTransaction'
import { stemIndexOf, type TextPart } from '../database/stemIndex'
import { stemsOf } from '../linking/candidates'
import { toText } from '../richtext/toText'
import { localesOf } from './vocabulary'

// A string: Payload takes a context that has none for empty, and makes a new one.
const noted = 'savedTexts'
type Noted = { [noted]?: Map<unknown, { locale: string; text: string }> }

/** Remembers a text from before its save, since after it the document holds only what the writer selected. */
export function noteText(id: unknown, locale: string, text: string, req: PayloadRequest): void {
  const context = req.context as Noted
  context[noted] ??= new Map()
  context[noted].set(id, { locale, text })
}

/** Keeps the index of stems in step with each text that is saved, so that a change of the vocabulary finds it. */
export const indexStems: CollectionAfterChangeHook = async ({ data, doc, req }) => {
  const texts = (req.context as Noted)[noted]
  const saved = texts?.get(doc.id)
  texts?.delete(doc.id)
  if (saved) {
    const parts: TextPart[] = data._status === 'published' ? ['latest', 'published'] : ['latest']
    await putStems(doc.id, stemsOf(saved.text, saved.locale), saved.locale, parts, req)
  }
  return doc
}

export const dropStems: CollectionAfterDeleteHook = async ({ id, req }) => {
  await stemIndexOf(req.payload).drop(String(id), req)
}

async function putStems(
  article: string,
  stems: string[],
  locale: string,
  parts: readonly TextPart[],
  req: PayloadRequest,
): Promise<void> {
  for (const part of parts) await stemIndexOf(req.payload).put({ article, part, locale, stems }, req)
}

const pageSize = 100

/** Fills an index that has nothing in it, as after an upgrade. */
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
    await runInTransaction(req, async () => {
      for (const { id } of docs) await indexArticle(id, req)
    })
    const last = docs.at(-1)
    if (!last || docs.length < pageSize) return
    after = last.id
  }
}

/** Fills the index anew, whatever is in it, as after a restore that may have been interrupted. */
export async function rebuildStemIndex(payload: BasePayload): Promise<void> {
  const req = await createLocalReq({}, payload)
  await runInTransaction(req, () => stemIndexOf(payload).clear(req))
  await fillStemIndex(payload)
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
    const shown = row?.body?.[locale]
    if (shown) await putStems(id, stemsOf(toText(shown).text, locale), locale, ['published'], req)
    const latest = docs[0]?.version.body?.[locale]
    if (latest) await putStems(id, stemsOf(toText(latest).text, locale), locale, ['latest'], req)
  }
}
