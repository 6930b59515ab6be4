import { GraphQLError } from 'graphql'
import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { hashIn, sha256 } from './persistedQueries'
import type { StoredOperations } from './readOperations'

/**
 * Serves the operations that the operator stored and nothing else, whoever asks. One is asked for by its hash (`documentId`, or as a
 * persisted query), by its name, or by its whole text.
 */
export const onlyStoredOperations = (stored: StoredOperations): Plugin => ({
  onParams: ({ params, setParams }) => {
    const text = textOf(params, stored)
    if (text === undefined)
      throw new GraphQLError(
        'Only stored operations are served here: ask for one by its SHA-256, its name or its whole text',
        { extensions: { code: 'OPERATION_NOT_STORED', http: { status: 400 } } },
      )
    setParams({ ...params, query: text })
  },
})

function textOf(params: GraphQLParams, { byHash, byName }: StoredOperations): string | undefined {
  const { query, operationName } = params
  if (query) return byHash.get(sha256(query)) ?? byHash.get(sha256(query.trim()))
  const { documentId } = params as { documentId?: unknown }
  const hash = hashIn(params) ?? (typeof documentId === 'string' ? documentId.replace(/^sha256:/, '') : undefined)
  if (hash !== undefined) return byHash.get(hash.toLowerCase())
  return operationName ? byName.get(operationName) : undefined
}
