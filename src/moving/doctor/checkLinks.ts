import type { BasePayload } from 'payload'
import { type Pointer, visitPointers } from '../../database/visitPointers'
import { listIds } from '../parts/listIds'
import { everyDocument } from './everyDocument'
import type { Check } from './finding'

/** Relations, and links and pictures in texts, whose target is gone. What lies in old versions is history and not looked at. */
export const checkLinks: Check = async ({ payload }) => {
  const ids = await readIds(payload)
  const dangling = new Map<string, Set<string>>()
  for (const { slug, flattenedFields } of payload.config.collections.filter(({ slug }) => ids.has(slug)))
    for await (const doc of everyDocument(payload, slug)) {
      const see = ({ path, collection, id }: Pointer) => {
        if (ids.get(collection)?.has(id) ?? true) return
        const at = `${slug}.${path} → ${collection}`
        dangling.set(at, (dangling.get(at) ?? new Set()).add(doc.id))
      }
      visitPointers(flattenedFields, doc, { see, seeInText: see })
    }
  return [...dangling].map(([at, documents]) => ({
    level: 'problem',
    what: `${at} points to documents that are gone`,
    names: [...documents],
    todo: 'Open each in the admin, take the link out or choose another, and save; or put the missing document back from an export',
  }))
}

/** The documents of each collection that has ids of our own: the others are not pointed to. */
async function readIds(payload: BasePayload): Promise<Map<string, Set<string>>> {
  const ids = new Map<string, Set<string>>()
  for (const { slug } of payload.config.collections) {
    if (!payload.collections[slug]?.customIDType) continue
    const found = new Set<string>()
    for await (const page of listIds(payload, slug)) for (const { id } of page) found.add(id)
    ids.set(slug, found)
  }
  return ids
}
