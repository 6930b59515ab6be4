import type { CollectionAfterOperationHook, CollectionSlug, PayloadRequest, Where } from 'payload'
import { publicPaths } from './publicPaths'
import { isStaff } from './roles'
import { isPublished } from './rules'

type Document = Record<string, unknown>
interface Reference {
  relationTo: string
  id: string
  remove: () => void
}

/**
 * Takes out of a stranger's answer the ids of documents that he may not read. Payload leaves the bare id where a relationship
 * was not populated, and the id of a draft is a trace of it: it says that there is something, and how many. One query for each
 * collection that the whole answer refers to.
 */
export const hideUnpublishedIds: CollectionAfterOperationHook = async ({
  collection,
  operation,
  overrideAccess,
  req,
  result,
}) => {
  if (overrideAccess || isStaff(req.user) || !result) return result
  if (operation !== 'find' && operation !== 'findByID') return result
  const docs = (operation === 'find' ? (result as { docs: Document[] }).docs : [result as Document]) as Document[]
  const references = docs.flatMap((doc) => referencesIn(doc, collection.slug))
  const readable = await readableIds(references, req)
  for (const reference of references) if (!readable.has(`${reference.relationTo}:${reference.id}`)) reference.remove()
  return result
}

function referencesIn(doc: Document, slug: string): Reference[] {
  const found: Reference[] = []
  const { relations = {} } = publicPaths[slug] ?? {}
  for (const [name, relationTo] of Object.entries(relations)) {
    const value = doc[name]
    if (!Array.isArray(value)) continue
    const kept = new Set<unknown>(value)
    for (const id of value) {
      if (typeof id !== 'string') continue
      found.push({
        relationTo,
        id,
        remove: () => {
          kept.delete(id)
          doc[name] = value.filter((each) => kept.has(each))
        },
      })
    }
  }
  if (typeof doc.hero === 'string')
    found.push({
      relationTo: 'media',
      id: doc.hero,
      remove: () => {
        doc.hero = null
      },
    })
  const target = doc.document as { relationTo?: unknown; value?: unknown } | undefined
  if (slug === 'redirects' && typeof target?.relationTo === 'string' && typeof target.value === 'string') {
    found.push({
      relationTo: target.relationTo,
      id: target.value,
      remove: () => {
        doc.document = null
      },
    })
  }
  for (const name of ['body', 'instructions']) if (doc[name]) found.push(...referencesInText(doc[name]))
  return found
}

const isRecord = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Internal links and uploads in rich text. An explicit stack: how deep a body nests is its writer's choice. */
function referencesInText(body: unknown): Reference[] {
  const found: Reference[] = []
  // With every language asked for, the texts stand side by side.
  const stack: unknown[] = isRecord(body) && !('root' in body) ? Object.values(body) : [body]
  while (stack.length > 0) {
    const node = stack.pop()
    if (Array.isArray(node)) stack.push(...node)
    if (node === null || typeof node !== 'object' || Array.isArray(node)) continue
    const { type, relationTo, value, fields } = node as Document
    if (type === 'upload' && typeof relationTo === 'string' && typeof value === 'string') {
      found.push({
        relationTo,
        id: value,
        remove: () => {
          ;(node as Document).value = null
        },
      })
    }
    const link = (fields as Document | undefined)?.doc as Document | undefined
    if (link && typeof link.relationTo === 'string' && typeof link.value === 'string') {
      found.push({
        relationTo: link.relationTo,
        id: link.value,
        remove: () => {
          ;(fields as Document).doc = null
        },
      })
    }
    stack.push((node as Document).children, (node as Document).root)
  }
  return found
}

async function readableIds(references: Reference[], req: PayloadRequest): Promise<Set<string>> {
  const wanted = new Map<string, Set<string>>()
  for (const { relationTo, id } of references) wanted.set(relationTo, (wanted.get(relationTo) ?? new Set()).add(id))
  const readable = new Set<string>()
  for (const [slug, ids] of wanted) {
    if (!publicPaths[slug]) continue
    const shown: Where = slug === 'media' ? { published: { equals: true } } : isPublished
    const { docs } = await req.payload.db.find<{ id: string }>({
      collection: slug as CollectionSlug,
      where: { and: [{ id: { in: [...ids] } }, shown] },
      select: { id: true },
      pagination: false,
      sort: 'id',
      limit: 0,
      req,
    })
    for (const doc of docs) readable.add(`${slug}:${doc.id}`)
  }
  return readable
}
