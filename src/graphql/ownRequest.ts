import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql'
import { isolateObjectProperty, type PayloadRequest } from 'payload'
import type { WebsiteReads } from './websiteReads'

/** What resolvers are given; Payload's own need `req` and `headers`. */
export interface Context {
  req: PayloadRequest
  headers: Record<string, string>
  reads: WebsiteReads
  /** How each document of the answer was read: what is below it is read in the same language. */
  readIn: WeakMap<object, Context>
  /** Whether drafts were asked for. */
  draft?: boolean
}

/** Any field's resolver. */
export type Resolve = GraphQLFieldResolver<unknown, Context>

/** How this document was read. */
export const contextOf = (source: unknown, context: Context): Context => context.readIn.get(source as object) ?? context

/**
 * Gives every field at the top a context of its own, and what is below it the same one. Payload keeps the language of a field on the
 * one context of the whole operation, where `{ en: Articles(locale: en) … es: Articles(locale: es) … }` would take it from each other.
 */
export function keepOwnRequests(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType()]
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    const isRoot = roots.includes(type as GraphQLObjectType)
    for (const field of Object.values(type.getFields())) {
      const isObject = isObjectType(getNamedType(field.type))
      if (isRoot || isObject) field.resolve = withOwnRequest(field.resolve ?? defaultFieldResolver, isRoot)
      else if (field.resolve) field.resolve = withContextOf(field.resolve)
    }
  }
}

function withOwnRequest(resolve: Resolve, isRoot: boolean): Resolve {
  return async (source, args, context, info) => {
    const above = contextOf(source, context)
    // Payload's resolvers at the top write to theirs.
    const own = isRoot || args.locale || args.fallbackLocale || 'draft' in args ? below(above, args) : above
    const found = await resolve(source, args, own, info)
    note(found, own)
    return found
  }
}

/** Payload reads a relation in the language that is asked for there, and what is below it in that of the operation. */
function below(above: Context, { locale, fallbackLocale, draft }: Record<string, unknown>): Context {
  const req = isolateObjectProperty(above.req, ['locale', 'fallbackLocale', 'transactionID'])
  if (locale) req.locale = locale as NonNullable<PayloadRequest['locale']>
  if (fallbackLocale) req.fallbackLocale = fallbackLocale as NonNullable<PayloadRequest['fallbackLocale']>
  return { ...above, req, draft: Boolean(draft ?? above.draft) }
}

const withContextOf =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) =>
    resolve(source, args, contextOf(source, context), info)

function note(found: unknown, context: Context): void {
  if (Array.isArray(found)) for (const each of found) note(each, context)
  else if (typeof found === 'object' && found !== null) context.readIn.set(found, context)
}
