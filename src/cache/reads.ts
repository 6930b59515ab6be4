import { AsyncLocalStorage } from 'node:async_hooks'
import type {
  CollectionAfterReadHook,
  CollectionBeforeOperationHook,
  FlattenedField,
  SanitizedCollectionConfig,
  Where,
} from 'payload'
import type { LoggedCollection } from '../publishing/logEntry'
import { addressKey, documentKey, linkKey, listKey, nameKey } from './keys'

/** The surrogate keys of the response that is being built; nothing where no response is, as in a job. */
const building = new AsyncLocalStorage<Reads>()

interface Reads {
  keys: Set<string>
  /** Of each document that was read, by its own key: what stands in it. */
  ofDocuments?: Map<string, Set<string>>
}

/** Runs `build`; what is read meanwhile, in whatever it awaits, adds its keys to `keys`. */
export const collectReads = <Result>(keys: Set<string>, build: () => Result): Result => building.run({ keys }, build)

/**
 * Runs `read` as {@link collectReads} does, and tells what each single document is made of, with all that it was populated with.
 */
export async function collectDocuments<Result>(
  read: () => Promise<Result>,
): Promise<{ result: Result; keysOf: (collection: string, id: string) => Set<string> }> {
  const ofDocuments = new Map<string, Set<string>>()
  const keys = new Set<string>()
  const result = await building.run({ keys, ofDocuments }, read)
  noteKeys(keys)
  return {
    result,
    keysOf(collection, id) {
      const found = new Set<string>()
      const waiting = isLogged(collection) ? [documentKey(collection, id)] : []
      for (const key of waiting) {
        if (found.has(key)) continue
        found.add(key)
        waiting.push(...(ofDocuments.get(key) ?? []))
      }
      return found
    },
  }
}

/** The answer is also made of all this. */
export function noteKeys(keys: Iterable<string>): void {
  const reads = building.getStore()
  if (reads) for (const key of keys) reads.keys.add(key)
}

/** The answer holds this document, or says that there is none of this id. */
export const noteDocument = (collection: string, id: string): void => note(collection, documentKey, id)

/** The answer says what is at this address, or that nothing is. */
export const noteAddress = (collection: string, slug: string): void => note(collection, addressKey, slug)

/** Any change in the collection may change the answer: it lists, counts, filters or sorts. */
export const noteList = (collection: string): void => note(collection, listKey)

/** The answer says what this article is called and where it is. */
export const noteName = (collection: string, id: string): void => note(collection, nameKey, id)

/** Reads what is only looked at: its keys are for the caller to note. */
export const readUnnoted = <Result>(read: () => Result): Result => building.run({ keys: new Set() }, read)

/** The answer depends on which documents of the collection link this entry. */
export const noteLink = (collection: string, entry: string): void => note(collection, linkKey, entry)

function note(collection: string, key: (collection: LoggedCollection, of: string) => string, of = ''): void {
  if (isLogged(collection)) building.getStore()?.keys.add(key(collection, of))
}

const logged: Record<LoggedCollection, true> = {
  articles: true,
  symptoms: true,
  remedies: true,
  clinics: true,
  media: true,
  redirects: true,
}
const isLogged = (collection: string): collection is LoggedCollection => Object.hasOwn(logged, collection)

/** Before `publicQuery`, which rewrites a filter on a relationship to ids: they hold only until that collection changes. */
const beforeOperation: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  if (!building.getStore()) return args
  const { slug } = collection
  const { where, id } = args as { where?: Where; id?: unknown }
  if (operation === 'read') {
    if (id !== undefined) noteDocument(slug, String(id))
    else noteQuestion(where, collection)
  } else if (operation === 'count' || operation === 'readDistinct') {
    noteList(slug)
    noteRelations(where, collection.flattenedFields)
  }
  const { joins } = args as { joins?: Record<string, { where?: Where } | false> | false }
  // Which lists a document holds `afterRead` sees; what they were filtered by stands only here.
  for (const join of Object.values(joins || {}))
    if (join && typeof join === 'object' && join.where) noteEveryRelation(join.where)
  return args
}

/** Every document that goes into an answer comes by here, the populated ones too. */
const afterRead: CollectionAfterReadHook = ({ collection, doc }) => {
  const reads = building.getStore()
  const { slug } = collection
  if (!reads || !doc) return doc
  const own = new Set<string>()
  collectReads(own, () => {
    if (doc.id !== undefined) noteDocument(slug, String(doc.id))
    noteFields(doc, collection.flattenedFields)
  })
  noteKeys(own)
  if (reads.ofDocuments && isLogged(slug)) {
    const key = documentKey(slug, String(doc.id))
    for (const each of reads.ofDocuments.get(key) ?? []) own.add(each)
    reads.ofDocuments.set(key, own)
  }
  return doc
}

/** Attached in `config/readable.ts` to every collection that readers see. */
export const noteReads = { beforeOperation, afterRead }

function noteQuestion(where: Where | undefined, collection: SanitizedCollectionConfig): void {
  const { slug } = collection
  const { by, values = [] } = soleEquality(where)
  if (by === 'slug') for (const value of values) noteAddress(slug, value)
  else if (by === 'id') for (const value of values) noteDocument(slug, value)
  else {
    noteList(slug)
    noteRelations(where, collection.flattenedFields)
  }
}

/** Where a question asks for these addresses or ids and for nothing else. */
function soleEquality(where: Where | undefined): { by?: 'slug' | 'id'; values?: string[] } {
  const conditions = Object.entries(soleCondition(where))
  const [by, condition] = conditions[0] ?? []
  if (conditions.length !== 1 || (by !== 'slug' && by !== 'id')) return {}
  const operators = Object.entries(condition ?? {})
  const [operator, value] = operators[0] ?? []
  if (operators.length !== 1) return {}
  if (operator === 'equals' && typeof value === 'string') return { by, values: [value] }
  if (operator === 'in' && Array.isArray(value)) return { by, values: value.map(String) }
  return {}
}

/** `{ and: [x] }` asks what `x` asks. */
function soleCondition(where: Where | undefined): Where {
  const [[path, value] = [], ...rest] = Object.entries(where ?? {})
  if (rest.length > 0 || !path || !/^(and|or)$/i.test(path)) return where ?? {}
  return Array.isArray(value) && value.length === 1 ? soleCondition(value[0]) : {}
}

/** Where the question names a relationship, the answer hangs on what is published in that collection. */
function noteRelations(where: Where | undefined, fields: FlattenedField[]): void {
  for (const path of pathsIn(where)) {
    const field = fields.find(({ name }) => name === path.split(/\.|__/)[0])
    if (field?.type === 'relationship' || field?.type === 'upload') [field.relationTo].flat().forEach(noteList)
  }
}

/** A join's filter names fields of another collection: seldom used, so all that a relationship may point to is noted. */
function noteEveryRelation(where: Where): void {
  if (pathsIn(where).length > 0) Object.keys(logged).forEach(noteList)
}

function pathsIn(where: Where | undefined): string[] {
  return Object.entries(where ?? {}).flatMap(([key, value]) =>
    /^(and|or)$/i.test(key) ? (Array.isArray(value) ? value.flatMap(pathsIn) : []) : [key],
  )
}

/**
 * The ids that stand in a document, whether the reader sees what they point to or not: `hideUnpublishedIds` takes out those of
 * unpublished documents afterwards, and they appear in the answer once these are published.
 */
function noteFields(data: Record<string, unknown>, fields: FlattenedField[]): void {
  for (const field of fields) {
    const value = data[field.name]
    if (value === undefined || value === null) continue
    if (field.type === 'join') noteJoin(value, field.collection)
    else if (field.type === 'relationship' || field.type === 'upload')
      for (const each of [value].flat()) noteReference(each, field.relationTo)
    else if (field.type === 'richText') noteText(value)
    else if (field.type === 'group' || field.type === 'tab')
      noteFields(value as Record<string, unknown>, field.flattenedFields)
    else if (field.type === 'array' && Array.isArray(value))
      for (const row of value) noteFields(row, field.flattenedFields)
  }
}

/** Any change in the collection may change which documents are listed; those that are may hold others, populated below them. */
function noteJoin(value: unknown, collection: string | string[]): void {
  for (const each of [collection].flat()) noteList(each)
  const { docs } = value as { docs?: unknown }
  if (Array.isArray(docs)) for (const each of docs) noteReference(each, collection)
}

function noteReference(value: unknown, relationTo: string | string[]): void {
  if (typeof relationTo === 'string') {
    const id = idOf(value)
    if (id) noteDocument(relationTo, id)
  } else if (value && typeof value === 'object') {
    const { relationTo: collection, value: target } = value as { relationTo?: unknown; value?: unknown }
    const id = idOf(target)
    if (typeof collection === 'string' && id) noteDocument(collection, id)
  }
}

/**
 * Links and uploads of rich text, in one language or in all of them side by side. An explicit stack: how deep a body nests is
 * its writer's choice.
 */
function noteText(body: unknown): void {
  const stack: unknown[] = [body]
  while (stack.length > 0) {
    const node = stack.pop()
    if (!node || typeof node !== 'object') continue
    const { relationTo, value } = node as Record<string, unknown>
    if (typeof relationTo === 'string') noteReference(value, relationTo)
    for (const each of Object.values(node)) stack.push(each)
  }
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  const id = (value as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : undefined
}
