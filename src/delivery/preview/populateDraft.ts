import type { BasePayload, FlattenedField } from 'payload'
import type { Draft } from '../../editorial/preview/readDraft'
import type { Locale } from '../addresses'
import { anonymous, articlePopulate } from '../articles/findArticle'
import { findPublicByIds } from '../findPublic'

/** What a draft may point to. People are not among them: readers see bylines. */
const targets = ['symptoms', 'remedies', 'clinics', 'articles', 'media'] as const
type Target = (typeof targets)[number]
type Values = Record<string, unknown>

/** A place in a draft that names another document. */
interface Place {
  target: Target
  id: string
  put: (found: unknown) => void
}

/**
 * A draft with what it points to in place of ids, as readers would get it: documents that are not published, and newer drafts of
 * those that are, stay out. Its own pictures are part of the draft; those that nothing published shows have the address that `pictureUrl` makes.
 */
export async function populateDraft(
  payload: BasePayload,
  { collection, locale, data }: Draft,
  pictureUrl: (id: string) => string,
): Promise<Values> {
  const copy = structuredClone(data)
  const places = placesIn(copy, payload.collections[collection].config.flattenedFields)
  for (const target of targets) {
    const own = places.filter((place) => place.target === target)
    const ids = [...new Set(own.map(({ id }) => id))]
    const found = ids.length > 0 ? await read(payload, target, ids, locale, pictureUrl) : new Map()
    for (const { id, put } of own) put(found.get(id) ?? null)
  }
  return copy
}

/** The ids of the pictures that a draft shows. */
export function picturesIn(payload: BasePayload, { collection, data }: Draft): Set<string> {
  const places = placesIn(data, payload.collections[collection].config.flattenedFields)
  return new Set(places.filter(({ target }) => target === 'media').map(({ id }) => id))
}

async function read(
  payload: BasePayload,
  target: Target,
  ids: readonly string[],
  locale: Locale,
  pictureUrl: (id: string) => string,
): Promise<Map<string, unknown>> {
  if (target === 'media') return readPictures(payload, ids, locale, pictureUrl)
  const docs = await findPublicByIds(payload, target, locale, ids, {
    select: { ...articlePopulate[target], fellBack: true },
  })
  return new Map(docs.map((doc) => [doc.id, doc]))
}

async function readPictures(
  payload: BasePayload,
  ids: readonly string[],
  locale: Locale,
  pictureUrl: (id: string) => string,
): Promise<Map<string, unknown>> {
  const { docs } = await payload.find({
    collection: 'media',
    where: { id: { in: [...ids] } },
    select: { ...articlePopulate.media, published: true },
    limit: ids.length,
    pagination: false,
    depth: 0,
    locale,
    overrideAccess: true,
    req: await anonymous(payload, locale),
  })
  return new Map(docs.map((doc) => [doc.id, doc.published ? doc : { ...doc, url: pictureUrl(doc.id), sizes: {} }]))
}

function placesIn(data: Values, fields: readonly FlattenedField[]): Place[] {
  return fields.flatMap((field): Place[] => {
    const value = data[field.name]
    if (field.type === 'richText') return placesInText(value)
    if ((field.type !== 'relationship' && field.type !== 'upload') || typeof field.relationTo !== 'string') return []
    const target = targetOf(field.relationTo)
    if (!target) return []
    if (Array.isArray(value)) return placesInList(data, field.name, value, target)
    return typeof value === 'string' ? [place(target, value, data, field.name)] : []
  })
}

/** What is not found leaves no gap in a list. */
function placesInList(data: Values, name: string, ids: readonly unknown[], target: Target): Place[] {
  const found: unknown[] = []
  data[name] = found
  return ids.flatMap((id): Place[] =>
    typeof id === 'string' ? [{ target, id, put: (doc) => doc && found.push(doc) }] : [],
  )
}

/** Links and pictures in a text. An explicit stack: how deep a body nests is its writer's choice. */
function placesInText(body: unknown): Place[] {
  const places: Place[] = []
  const stack: unknown[] = [(body as { root?: unknown } | null)?.root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (!isRecord(node)) continue
    const link = isRecord(node.fields) ? node.fields.doc : undefined
    for (const holder of [node, link]) {
      if (!isRecord(holder) || typeof holder.value !== 'string') continue
      const target = targetOf(holder.relationTo)
      if (target) places.push(place(target, holder.value, holder, 'value'))
    }
    if (Array.isArray(node.children)) stack.push(...node.children)
  }
  return places
}

const place = (target: Target, id: string, holder: Values, name: string): Place => ({
  target,
  id,
  put: (found) => {
    holder[name] = found
  },
})

const targetOf = (name: unknown): Target | undefined => targets.find((known) => known === name)
const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
