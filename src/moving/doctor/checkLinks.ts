import type { BasePayload, FlattenedField } from 'payload'
import type { Row } from '../movedRow'
import { listIds } from '../parts/listIds'
import { everyDocument } from './everyDocument'
import type { Check } from './finding'

/** Relations, and links and pictures in texts, whose target is gone. What lies in old versions is history and not looked at. */
export const checkLinks: Check = async ({ payload }) => {
  const ids = await readIds(payload)
  const dangling = new Map<string, Set<string>>()
  for (const { slug, flattenedFields } of payload.config.collections.filter(({ slug }) => ids.has(slug)))
    for await (const doc of everyDocument(payload, slug))
      visitFields(flattenedFields, doc, '', (path, collection, id) => {
        if (ids.get(collection)?.has(id) ?? true) return
        const at = `${slug}.${path} → ${collection}`
        dangling.set(at, (dangling.get(at) ?? new Set()).add(doc.id))
      })
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

type See = (path: string, collection: string, id: string) => void

function visitFields(fields: readonly FlattenedField[], row: Row, at: string, see: See): void {
  for (const field of fields) {
    if (!('name' in field)) continue
    const value = row[field.name]
    if (value === null || value === undefined) continue
    const path = `${at}${field.name}`
    if (field.type === 'group' || field.type === 'tab')
      visitFields(field.flattenedFields, value as Row, `${path}.`, see)
    else if (field.type === 'array')
      for (const each of inLanguages(value))
        for (const part of each as Row[]) visitFields(field.flattenedFields, part, `${path}.`, see)
    else if (field.type === 'richText') visitText(value, path, see)
    else if (field.type === 'relationship' || field.type === 'upload')
      for (const each of inLanguages(value))
        for (const target of [each].flat()) seeTarget(field.relationTo, target, path, see)
  }
}

function seeTarget(relationTo: string | string[], target: unknown, path: string, see: See): void {
  if (typeof target === 'string' && typeof relationTo === 'string') see(path, relationTo, target)
  else if (isPointer(target)) see(path, target.relationTo, target.value)
}

/** A localized value is one for each language. */
const inLanguages = (value: unknown): unknown[] =>
  typeof value === 'object' && !Array.isArray(value) && !isPointer(value) ? Object.values(value as Row) : [value]

function isPointer(value: unknown): value is { relationTo: string; value: string } {
  const { relationTo, value: id } = (value ?? {}) as Row
  return typeof relationTo === 'string' && typeof id === 'string'
}

function visitText(value: unknown, path: string, see: See): void {
  if (isPointer(value)) see(path, value.relationTo, value.value)
  if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) visitText(each, path, see)
}
