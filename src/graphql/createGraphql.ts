import { costLimitPlugin } from '@escape.tech/graphql-armor-cost-limit'
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth'
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens'
import { NoSchemaIntrospectionCustomRule } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import { type BasePayload, createPayloadRequest } from 'payload'
import type { Logger } from 'pino'
import { addressesUnder } from '../delivery/addresses'
import { SearchIndex } from '../delivery/search/searchIndex'
import { noticeFailedLookup } from '../http/failedLookup'
import { buildSchema } from './buildSchema'
import { limitArguments } from './limitArguments'
import { limitCost } from './limitCost'
import { limitVariables } from './limitVariables'
import { onlyStoredOperations } from './onlyStoredOperations'
import type { Context } from './ownRequest'
import { isNotKnown, persistedQueries } from './persistedQueries'
import { readOperations } from './readOperations'
import { sayUnavailable, unavailable } from './sayUnavailable'
import { toGraphqlError } from './toGraphqlError'
import { type WebsiteReads, websiteReads } from './websiteReads'

export interface GraphqlOptions {
  payload: BasePayload
  logger: Logger
  /** Whether strangers may read the schema. */
  introspection: boolean
  production: boolean
  /** The public address, for links in articles; without one they begin with the address that was asked. */
  serverUrl?: string | undefined
  /** The one that follows the log; without it one is made, which looks for changes at each question. */
  search?: WebsiteReads['search']
  /** A folder: the operations there are served, and no others. */
  operations?: string | undefined
}

/** What one operation may ask for. A page of articles with its relations and sections fits many times over. */
export const graphqlBounds = {
  depth: 12,
  aliases: 30,
  tokens: 2000,
  cost: 20_000,
  values: 100_000,
  variables: 1_000,
  /** They save whole texts by them. */
  staffVariables: 50_000,
  bytes: 2_000_000,
} as const

/** Answers `/api/graphql`: GET for queries, POST for all; GraphiQL outside production. */
export function createGraphql({
  payload,
  logger,
  introspection,
  production,
  serverUrl,
  search = new SearchIndex(payload),
  operations,
}: GraphqlOptions): (request: Request) => Promise<Response> {
  const contexts = new WeakMap<Request, Context>()
  const schema = buildSchema(payload.config)
  const yoga = createYoga<object, Context>({
    schema,
    graphqlEndpoint: '/api/graphql',
    fetchAPI: { Request, Response, Headers, URL, ReadableStream, TextEncoder, TextDecoder },
    graphiql: production ? false : { title: 'Saphena' },
    // Its page is one string of 30 MB in memory.
    renderGraphiQL: async (options) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    landingPage: false,
    batching: false,
    ...(operations === undefined ? {} : { extraParamNames: ['documentId'] }),
    maxRequestBodySize: graphqlBounds.bytes,
    multipart: false,
    cors: false,
    logging: false,
    maskedErrors: { maskError: (error) => toGraphqlError(error, logger) },
    context: async ({ request }) => {
      const { result: req, failed } = await noticeFailedLookup(() =>
        createPayloadRequest({ config: payload.config, request, canSetHeaders: true }),
      )
      if (failed) throw unavailable()
      req.payloadAPI = 'GraphQL'
      const addresses = addressesUnder(serverUrl ?? req.origin ?? new URL(request.url).origin)
      const context = { req, headers: {}, readIn: new WeakMap(), reads: websiteReads(payload, addresses, search) }
      contexts.set(request, context)
      return context
    },
    plugins: [
      operations === undefined ? persistedQueries() : onlyStoredOperations(readOperations(operations, schema)),
      maxTokensPlugin({ n: graphqlBounds.tokens }),
      maxDepthPlugin({ n: graphqlBounds.depth, flattenFragments: true }),
      maxAliasesPlugin({ n: graphqlBounds.aliases }),
      costLimitPlugin({ maxCost: graphqlBounds.cost, ignoreIntrospection: true }),
      limitVariables({ stranger: graphqlBounds.variables, staff: graphqlBounds.staffVariables }),
      limitArguments,
      limitCost(graphqlBounds.values),
      ...(introspection ? [] : [withoutIntrospection]),
      refusedIsNotOk,
      sayUnavailable(payload),
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
    if (result.errors?.some(isNotKnown)) return
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
