import DataLoader from 'dataloader'
import {
  type FragmentDefinitionNode,
  type GraphQLFieldConfig,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import type { BasePayload, CollectionSlug, PayloadRequest, SelectType } from 'payload'
import { publicPaths } from '../access/publicPaths'
import { publicDocuments, type Shape } from '../delivery/publicDocuments'
import { type PublicQuestion, publicIds } from '../delivery/publicIds'
import type { Context, Resolve } from './ownRequest'

type Document = Record<string, unknown>

/** Reads one document as strangers see it. */
type Load = (id: string) => Promise<Document | undefined>

/** How documents of this collection are read in this shape, all that one operation needs at a moment together. */
export type DocumentLoader = (collection: CollectionSlug, shape: Shape) => Load

export function documentLoader(payload: BasePayload): DocumentLoader {
  const loaders = new Map<string, DataLoader<string, Document | undefined>>()
  return (collection, shape) => {
    const way = `${collection} ${JSON.stringify(shape)}`
    const loader =
      loaders.get(way) ??
      new DataLoader(
        async (ids) => {
          const found = await publicDocuments(payload, collection, ids, shape)
          return ids.map((each) => parsed(found.get(each)))
        },
        { maxBatchSize: 100 },
      )
    loaders.set(way, loader)
    return (id) => loader.load(id)
  }
}

const parsed = (text: string | undefined): Document | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as Document)

/** A list for strangers, put together from documents that are kept; who is logged in gets Payload's own. */
export const listForStrangers =
  (slug: CollectionSlug, payloadsOwn: Resolve): Resolve =>
  async (source, args, context, info) => {
    const { req } = context
    if (req.user) return payloadsOwn(source, args, context, info)
    const { sort, limit, page, pagination, where, draft, trash } = args as PublicQuestion
    const question = {
      where,
      limit,
      page,
      pagination,
      draft,
      trash,
      ...(typeof sort === 'string' && sort ? { sort: sort.split(',') } : {}),
    }
    const { ids, page: numbers } = await publicIds(req, slug, question)
    const shape = { ...shapeOf(req), select: selectOf(slug, info, ['docs']) }
    const found = await publicDocuments(req.payload, slug, ids, shape)
    return {
      docs: ids.flatMap((id) => parsed(found.get(id)) ?? []),
      ...numbers,
    }
  }

/** A relation for strangers: those of the documents that they may see, in the order that they were saved in. */
export const relationForStrangers = (slug: CollectionSlug, payloadsOwn: Resolve): Resolve => {
  // One operation has one list of nodes for a field of all documents of a list, and each way to read is worked out once.
  const ways = new WeakMap<GraphQLResolveInfo['fieldNodes'], { req: PayloadRequest; load: Load }>()
  return async (source, args, context, info) => {
    const { req, reads } = context
    if (req.user) return payloadsOwn(source, args, context, info)
    const value = (source as Document)[info.fieldName]
    if (value === null || value === undefined) return null
    let way = ways.get(info.fieldNodes)
    if (way?.req !== req) {
      const shape = {
        ...shapeOf(req),
        ...(args.locale ? { locale: args.locale } : {}),
        ...(args.fallbackLocale ? { fallbackLocale: args.fallbackLocale } : {}),
        select: selectOf(slug, info, []),
      }
      way = { req, load: reads.documents(slug, shape) }
      ways.set(info.fieldNodes, way)
    }
    const { load } = way
    const read = (each: unknown) => (typeof each === 'string' ? load(each) : each)
    if (!Array.isArray(value)) return (await read(value)) ?? null
    return (await Promise.all(value.map(read))).filter(Boolean)
  }
}

export const shapeOf = ({ locale, fallbackLocale }: PayloadRequest): Shape => ({
  locale,
  fallbackLocale,
  depth: 0,
  payloadAPI: 'GraphQL',
})

/** The fields that are asked for, so that no others are read: below `path` of the field that is being resolved. */
function selectOf(slug: CollectionSlug, { fieldNodes, fragments }: GraphQLResolveInfo, path: string[]): SelectType {
  let sets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? [])
  for (const name of path)
    sets = fieldsIn(sets, fragments).flatMap((field) => (field.name.value === name ? (field.selectionSet ?? []) : []))
  const { select = [], joins = {} } = publicPaths[slug] ?? {}
  const asked = new Set(fieldsIn(sets, fragments).map(({ name }) => name.value))
  // A join is asked for by the document's id alone.
  const names = select.filter((name) => asked.has(name) && !Object.hasOwn(joins, name))
  return Object.fromEntries(['slug', ...names].sort().map((name) => [name, true]))
}

function fieldsIn(sets: readonly SelectionSetNode[], fragments: Record<string, FragmentDefinitionNode>): FieldNodes {
  return sets.flatMap(({ selections }) =>
    selections.flatMap((selection): FieldNodes => {
      if (selection.kind === Kind.FIELD) return [selection]
      const set =
        selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments[selection.name.value]?.selectionSet
      return set ? fieldsIn([set], fragments) : []
    }),
  )
}

type FieldNodes = Extract<SelectionSetNode['selections'][number], { kind: Kind.FIELD }>[]

/** The collection that a field of Payload's points to; undefined where it is no relation, or one to several collections. */
export function relatedCollection(
  field: Pick<GraphQLFieldConfig<unknown, Context>, 'extensions'>,
): CollectionSlug | undefined {
  const { type, relationTo } = (field.extensions as { field?: { type?: string; relationTo?: unknown } })?.field ?? {}
  return (type === 'relationship' || type === 'upload') && typeof relationTo === 'string' && publicPaths[relationTo]
    ? (relationTo as CollectionSlug)
    : undefined
}
