import DataLoader from 'dataloader'
import { type BasePayload, createLocalReq } from 'payload'
import { readySlugs } from '../delivery/articles/findArticle'

type Collection = 'articles' | 'symptoms' | 'remedies' | 'clinics'
type Languages = ReturnType<typeof readySlugs>

export type LoadLocales = (collection: Collection, id: string) => Promise<Languages>

/** The published languages of documents, those of one operation read together. Of a draft they are none. */
export function localesLoader(payload: BasePayload): LoadLocales {
  const loaders = new Map<Collection, DataLoader<string, Languages>>()
  return (collection, id) => {
    let loader = loaders.get(collection)
    if (!loader) {
      loader = new DataLoader((ids) => read(payload, collection, ids), { maxBatchSize: 100 })
      loaders.set(collection, loader)
    }
    return loader.load(id)
  }
}

/** Past the rules, since strangers may not read which languages are being written; of published rows alone, and no more of them. */
async function read(payload: BasePayload, collection: Collection, ids: readonly string[]): Promise<Languages[]> {
  const { docs } = await payload.find({
    collection: collection as 'symptoms',
    where: { id: { in: [...ids] } },
    select: { slug: true, localeStatus: true, _status: true },
    draft: false,
    sort: 'id',
    limit: ids.length,
    pagination: false,
    depth: 0,
    joins: false,
    locale: 'all',
    overrideAccess: true,
    req: await createLocalReq({ locale: 'all' }, payload),
  })
  const published = docs.filter(({ _status }) => _status === 'published')
  const rows = new Map(published.map((doc) => [doc.id, doc as unknown as Parameters<typeof readySlugs>[0]]))
  return ids.map((id) => {
    const row = rows.get(id)
    return row ? readySlugs(row) : []
  })
}
