import { costLimitPlugin } from '@escape.tech/graphql-armor-cost-limit'
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth'
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { configToSchema } from '@payloadcms/graphql'
import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  NoSchemaIntrospectionCustomRule,
} from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import { type BasePayload, createPayloadRequest, type PayloadRequest } from 'payload'
import type { Logger } from 'pino'
import { limitArguments } from './limitArguments'
import { toGraphqlError } from './toGraphqlError'

export interface GraphqlOptions {
  payload: BasePayload
  logger: Logger
  /** Whether strangers may read the schema. */
  introspection: boolean
  production: boolean
}

/** What one operation may ask for. A page of articles with its relations and sections fits many times over. */
export const graphqlBounds = { depth: 12, aliases: 30, tokens: 2000, cost: 20_000, bytes: 2_000_000 } as const

/**
 * Payload's schema, with the page size of joins made explicit: without one a join would list everything that there is. Lists of
 * relations keep the order that they were saved in: Payload gives what it loaded before first.
 */
export function buildSchema(config: BasePayload['config']): GraphQLSchema {
  const { schema } = configToSchema(config)
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type)) {
      // Ids are made by the server where none is given.
      const id = /^mutation\w+Input$/.test(type.name) && type.getFields().id
      if (id) id.type = getNullableType(id.type)
    }
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const limit =
        (field.extensions as { field?: { type?: string } }).field?.type === 'join' &&
        field.args.find(({ name }) => name === 'limit')
      if (limit) limit.defaultValue = 10
      if (isListType(getNullableType(field.type)) && field.resolve) field.resolve = inSavedOrder(field.resolve)
    }
  }
  return schema
}

type Resolve = GraphQLFieldResolver<unknown, unknown>

function inSavedOrder(resolve: Resolve): Resolve {
  return async (source, args, context, info) => {
    const found = await resolve(source, args, context, info)
    const saved = (source as Record<string, unknown> | null)?.[info.fieldName]
    if (!Array.isArray(found) || !Array.isArray(saved)) return found
    const places = new Map(saved.map((each, index) => [idOf(each), index]))
    return found.toSorted((a, b) => (places.get(idOf(a)) ?? 0) - (places.get(idOf(b)) ?? 0))
  }
}

const idOf = (value: unknown): unknown => (typeof value === 'object' ? (value as { id?: unknown } | null)?.id : value)

type Context = { req: PayloadRequest; headers: Record<string, string> }

/** Answers `/api/graphql`: GET for queries, POST for all; GraphiQL outside production. */
export function createGraphql({
  payload,
  logger,
  introspection,
  production,
}: GraphqlOptions): (request: Request) => Promise<Response> {
  const contexts = new WeakMap<Request, Context>()
  const yoga = createYoga<object, Context>({
    schema: buildSchema(payload.config),
    graphqlEndpoint: '/api/graphql',
    fetchAPI: { Request, Response, Headers, URL, ReadableStream, TextEncoder, TextDecoder },
    graphiql: production ? false : { title: 'Saphena' },
    renderGraphiQL,
    landingPage: false,
    batching: false,
    maxRequestBodySize: graphqlBounds.bytes,
    multipart: false,
    cors: false,
    logging: false,
    maskedErrors: { maskError: (error) => toGraphqlError(error, logger) },
    context: async ({ request }) => {
      const req = await createPayloadRequest({ config: payload.config, request, canSetHeaders: true })
      req.payloadAPI = 'GraphQL'
      const context = { req, headers: {} }
      contexts.set(request, context)
      return context
    },
    plugins: [
      maxTokensPlugin({ n: graphqlBounds.tokens }),
      maxDepthPlugin({ n: graphqlBounds.depth, flattenFragments: true }),
      maxAliasesPlugin({ n: graphqlBounds.aliases }),
      costLimitPlugin({ maxCost: graphqlBounds.cost, ignoreIntrospection: true }),
      limitArguments,
      ...(introspection ? [] : [withoutIntrospection]),
      refusedIsNotOk,
      answerHeaders(contexts),
    ],
  })
  return async (request) => yoga.fetch(request)
}

const withoutIntrospection: Plugin = {
  onValidate: ({ addValidationRule }) => addValidationRule(NoSchemaIntrospectionCustomRule),
}

/**
 * What was refused before it ran (not GraphQL, not in the schema, over a limit) is answered 400 and not 200, so that logs and
 * caches see it. An operation that ran answers 200, its errors beside its data.
 */
const refusedIsNotOk: Plugin = {
  onResultProcess: ({ result }) => {
    if (Array.isArray(result) || !('errors' in result) || 'data' in result) return
    result.extensions = { ...result.extensions, http: { status: 400 } }
  },
}

/** Login and logout set cookies on the context that Payload's resolvers are given. */
const answerHeaders = (contexts: WeakMap<Request, Context>): Plugin => ({
  onResponse: ({ request, response }) => {
    const context = contexts.get(request)
    for (const [name, value] of Object.entries(context?.headers ?? {})) response.headers.append(name, value)
    context?.req.responseHeaders?.forEach((value, name) => {
      response.headers.append(name, value)
    })
  },
})
