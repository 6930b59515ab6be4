import type { mongo } from 'mongoose'
import type { BasePayload, Payload } from 'payload'
import { mongoOf } from '../src/database/mongoDatabase'

type Collection = mongo.Collection
type Document = mongo.Document

interface Asked {
  collection: string
  filter: Document
  sort: Document | undefined
}

/** A question that looks at more documents than belong to its answer. */
export interface Examined extends Asked {
  examined: number
  matching: number
}

/** So many more are no matter. */
const spare = 5

interface Explained {
  executionStats?: { totalDocsExamined: number }
}

const filtering = /^(find|findOne|count|countDocuments|distinct|(update|delete|replace)(One|Many)|findOneAnd\w+)$/

/**
 * Notes every question that MongoDB is asked.
 *
 * @returns says of which each document of a collection is looked at: by `explain` where the server has it, else by counting those that the
 *   best index leaves
 */
export function watchMongo(payload: BasePayload): () => Promise<Examined[]> {
  const mongo = mongoOf(payload as unknown as Payload)
  if (!mongo) throw new Error('This is no MongoDB')
  const { connection } = mongo
  const asked = new Map<string, Asked>()
  const note = (question: Asked) => asked.set(JSON.stringify(question), question)
  connection.set('debug', ((collection: string, method: string, ...args: Document[]) => {
    if (method === 'aggregate') {
      const [first, second] = args[0] as Document[]
      if (first?.$match) note({ collection, filter: first.$match, sort: second?.$sort })
    } else if (filtering.test(method)) {
      const [filter, options] = method === 'distinct' ? [args[1]] : [args[0], args.at(-1)]
      note({ collection, filter: filter ?? {}, sort: options?.sort })
    }
  }) as never)
  return async () => {
    connection.set('debug', false)
    const bad: Examined[] = []
    for (const question of asked.values()) {
      const collection = connection.db?.collection(question.collection) as unknown as Collection
      const matching = await collection.countDocuments(question.filter)
      const examined = await countExamined(collection, question)
      if (examined - matching > spare) bad.push({ ...question, examined, matching })
    }
    return bad
  }
}

async function countExamined(collection: Collection, { filter, sort }: Asked): Promise<number> {
  const cursor = collection.find(filter, sort ? { sort: sort as never } : {})
  const explained = (await cursor.explain('executionStats').catch(() => undefined)) as Explained | undefined
  if (explained?.executionStats) return explained.executionStats.totalDocsExamined
  const indexes = (await collection.indexes()).map(({ key }) => Object.keys(key))
  return (await examinedBy(collection, filter, sort, indexes)) ?? (await collection.countDocuments())
}

/** So many are left by the best index; undefined where none helps. */
async function examinedBy(
  collection: Collection,
  filter: Document,
  sort: Document | undefined,
  indexes: string[][],
): Promise<number | undefined> {
  const conditions = flatten(filter)
  const counts: number[] = []
  for (const keys of indexes) {
    const end = keys.findIndex((key) => !conditions.some(([field, value]) => field === key && narrows(value)))
    const used = end < 0 ? keys : keys.slice(0, end)
    if (used.length > 0)
      counts.push(
        await collection.countDocuments({
          $and: conditions.filter(([field]) => used.includes(field)).map(([field, value]) => ({ [field]: value })),
        }),
      )
    // Read in the order of an index, a page needs no more than itself.
    const next = keys[used.length]
    if (next !== undefined && sort && Object.keys(sort)[0] === next) counts.push(0)
  }
  for (const [field, value] of conditions) {
    if (field !== '$or') continue
    // What holds for all holds for each.
    const around = conditions.filter(([other]) => other !== '$or').map(([other, wanted]) => ({ [other]: wanted }))
    const each = await Promise.all(
      (value as Document[]).map((alternative) =>
        examinedBy(collection, { $and: [alternative, ...around] }, undefined, indexes),
      ),
    )
    if (each.every((count) => count !== undefined)) counts.push(each.reduce((sum, count) => sum + count, 0))
  }
  return counts.length > 0 ? Math.min(...counts) : undefined
}

function flatten(filter: Document): [string, unknown][] {
  return Object.entries(filter).flatMap(([field, value]) =>
    field === '$and' ? (value as Document[]).flatMap(flatten) : [[field, value] as [string, unknown]],
  )
}

/** Whether an index can be read for it: a value, some of them, a range. How much of it is left is counted. */
function narrows(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || value instanceof Date) return true
  if (value instanceof RegExp) return false
  return Object.keys(value).every((key) => !key.startsWith('$') || readable.has(key))
}

const readable = new Set(['$eq', '$ne', '$in', '$all', '$gt', '$gte', '$lt', '$lte', '$exists'])
