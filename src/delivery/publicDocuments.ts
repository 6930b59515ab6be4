import { createHash } from 'node:crypto'
import {
  type BasePayload,
  type CollectionSlug,
  createLocalReq,
  findOperation,
  type JoinQuery,
  type PayloadRequest,
  type PopulateType,
  type SelectType,
} from 'payload'
import { checkedBefore } from '../access/publicQuery'
import { partsOf } from '../cache/parts'
import { collectDocuments } from '../cache/reads'

/** How documents are read: with what of them, in which language, for which road. */
export interface Shape {
  locale: PayloadRequest['locale']
  fallbackLocale: PayloadRequest['fallbackLocale']
  depth: number
  select?: SelectType | undefined
  populate?: PopulateType | undefined
  joins?: JoinQuery | false | undefined
  payloadAPI: PayloadRequest['payloadAPI']
}

/**
 * These documents as strangers read them, each as JSON. Every document is kept by itself until something that it is made of
 * changes; those that are not kept are read together. What strangers may not read is not in the answer.
 */
export async function publicDocuments(
  payload: BasePayload,
  collection: CollectionSlug,
  ids: readonly string[],
  shape: Shape,
): Promise<Map<string, string>> {
  const parts = partsOf(payload)
  const way = `${collection} ${nameOf(shape)} `
  const found = new Map<string, string>()
  const missing: string[] = []
  for (const id of ids) {
    const kept = parts.get(way + id)
    if (kept === undefined) missing.push(id)
    else found.set(id, kept)
  }
  if (missing.length === 0) return found
  const began = parts.now
  const { result, keysOf } = await collectDocuments(async () => {
    const groups = joinsShareTheirLimit(payload, collection, shape) ? missing.map((id) => [id]) : [missing]
    return (await Promise.all(groups.map((group) => read(payload, collection, group, shape)))).flat()
  })
  for (const doc of result) {
    const text = JSON.stringify(doc)
    found.set(doc.id, text)
    parts.set(way + doc.id, text, keysOf(collection, doc.id), began)
  }
  return found
}

/** What is selected and what joins are filtered by is the asker's own text, and stands in the name of each document: a long one is shortened. */
function nameOf(shape: Shape): string {
  const name = JSON.stringify(shape)
  return name.length <= longestName ? name : createHash('sha256').update(name).digest('base64')
}

const longestName = 1_000

/** On MongoDB Payload's joins of several documents share one limit: some would get none. Each is read by itself there. */
const joinsShareTheirLimit = (
  payload: BasePayload,
  collection: CollectionSlug,
  { joins, payloadAPI }: Shape,
): boolean =>
  payload.db.name === 'mongoose' &&
  joins !== false &&
  payloadAPI !== 'GraphQL' &&
  Object.keys(payload.collections[collection].config.joins).length > 0

async function read(
  payload: BasePayload,
  collection: CollectionSlug,
  ids: readonly string[],
  { locale, fallbackLocale, depth, select, populate, joins, payloadAPI }: Shape,
): Promise<{ id: string }[]> {
  // `publicIds` has checked what was asked, and rewrote what joins are filtered by.
  const req = await createLocalReq({ context: { [checkedBefore]: true } }, payload)
  // As they were asked for, where "none" is something else than nothing said.
  Object.assign(req, { locale, fallbackLocale, payloadAPI })
  const { docs } = await findOperation({
    collection: payload.collections[collection],
    where: { id: { in: [...ids] } },
    sort: 'id',
    limit: ids.length,
    pagination: false,
    depth,
    ...(select ? { select } : {}),
    ...(populate ? { populate } : {}),
    ...(joins === undefined ? {} : { joins: joins as JoinQuery }),
    overrideAccess: false,
    req,
  })
  return docs as { id: string }[]
}
