import { createHash } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { LRUCache } from 'lru-cache'

/** How much text is remembered in all, and of one query, in characters. */
const most = { all: 5_000_000, one: 50_000 }

/**
 * Automatic persisted queries, as Apollo's clients and others speak them: a query that was sent once with its hash can be asked for
 * by the hash alone, by GET with an address that is short and can be cached. What is not known is answered 200, which is how these
 * clients learn that they have to send the text.
 */
export function persistedQueries(): Plugin {
  const known = new LRUCache<string, string>({ maxSize: most.all, sizeCalculation: (text) => text.length + 64 })
  return {
    onParams: ({ params, setParams }) => {
      const hash = hashIn(params)
      if (hash === undefined) return
      const { query } = params
      if (!query) {
        const stored = known.get(hash)
        if (stored === undefined) throw notFound()
        setParams({ ...params, query: stored })
        return
      }
      if (sha256(query) !== hash) throw refused('The hash is not that of the query')
      if (query.length <= most.one) known.set(hash, query)
    },
  }
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The hash that a request names, whoever made it. */
export function hashIn({ extensions }: GraphQLParams): string | undefined {
  const given = (extensions as { persistedQuery?: { version?: unknown; sha256Hash?: unknown } } | null | undefined)
    ?.persistedQuery
  if (given === undefined || given === null) return undefined
  if (Number(given.version) !== 1) throw refused('Version 1 of persisted queries is the one that is known')
  if (typeof given.sha256Hash !== 'string' || !/^[0-9a-f]{64}$/i.test(given.sha256Hash))
    throw refused('sha256Hash must be 64 hexadecimal digits')
  return given.sha256Hash.toLowerCase()
}

const notKnown = 'PERSISTED_QUERY_NOT_FOUND'

/** Whether an error asks for the text, and is none to the client. */
export const isNotKnown = ({ extensions }: Pick<GraphQLError, 'extensions'>): boolean => extensions?.code === notKnown

const notFound = (): GraphQLError =>
  new GraphQLError('PersistedQueryNotFound', {
    extensions: { code: notKnown, http: { status: 200, headers: { 'cache-control': 'no-store' } } },
  })

const refused = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } })
