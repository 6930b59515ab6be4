import type { BasePayload, CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { findIds } from '../database/findIds'
import { findLatest } from '../database/findLatest'
import { stemIndexOf, type TextPart } from '../database/stemIndex'
import { stemsOf } from '../linking/candidates'
import { toText } from '../richtext/toText'
import { inTurns } from './inTurns'
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

/** Stands in the key-value store once every article that there was has been looked at. */
const complete = 'saphena-index-of-words'

/** Takes in what the index lacks, as after an upgrade, or after a process that was killed while it did. */
export async function fillStemIndex(payload: BasePayload): Promise<void> {
  if (await payload.kv.has(complete)) return
  const known = new Set(await stemIndexOf(payload).articles())
  const ids = await everyArticle(payload)
  await indexArticles(
    payload,
    ids.filter((id) => !known.has(id)),
  )
  await payload.kv.set(complete, true)
}

/** Takes every article in anew, whatever the index holds, while others read it and save. */
export async function rebuildStemIndex(payload: BasePayload): Promise<void> {
  await payload.kv.delete(complete)
  const gone = new Set(await stemIndexOf(payload).articles())
  const ids = await everyArticle(payload)
  for (const id of ids) gone.delete(id)
  await inTurns(payload, [...gone], async (req) => async (id) => {
    await stemIndexOf(payload).drop(id, req)
    return 1
  })
  await indexArticles(payload, ids)
  await payload.kv.set(complete, true)
}

async function everyArticle(payload: BasePayload): Promise<string[]> {
  const req = await createLocalReq({}, payload)
  return (await findIds(payload, { collection: 'articles', where: {}, sort: 'id', pagination: false, req })).ids
}

async function indexArticles(payload: BasePayload, ids: readonly string[]): Promise<void> {
  await inTurns(payload, ids, async (req) => async (id) => {
    await indexArticle(id, req)
    return 1
  })
}

interface Texts {
  id: string
  body?: Record<string, unknown>
}

async function indexArticle(id: string, req: PayloadRequest): Promise<void> {
  const { db } = req.payload
  const row = await db.findOne<Texts>({ collection: 'articles', where: { id: { equals: id } }, req })
  const newest = await findLatest<Texts>('articles', id, req)
  for (const locale of localesOf(req.payload)) {
    const shown = row?.body?.[locale]
    if (shown) await putStems(id, stemsOf(toText(shown).text, locale), locale, ['published'], req)
    const latest = newest?.version.body?.[locale]
    if (latest) await putStems(id, stemsOf(toText(latest).text, locale), locale, ['latest'], req)
  }
}
