import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import { noteConflict } from '../database/conflicts'

/**
 * An error as a GraphQL client gets it. Payload's own errors keep their words and their status (a Forbidden is a `FORBIDDEN`);
 * the grammar's errors stay; whatever nobody expected is told to the log and not to the client.
 */
export function toGraphqlError(error: unknown, logger: Logger): GraphQLError {
  const given =
    error instanceof GraphQLError
      ? error
      : new GraphQLError(String((error as Error)?.message ?? error), { originalError: error as Error })
  const original = rootOf(given)
  if (original === undefined) return given
  const { status, isPublic, name, data, message } = original as {
    status?: number
    isPublic?: boolean
    name?: string
    data?: unknown
    message: string
  }
  const position = { nodes: given.nodes, source: given.source, positions: given.positions, path: given.path }
  const isTold = status === 503 ? isPublic === true : isPublic !== false
  if (typeof status === 'number' && (status < 500 || status === 503) && isTold) {
    return new GraphQLError(message, {
      ...position,
      extensions: { code: codes[status] ?? 'BAD_REQUEST', name, statusCode: status, data },
    })
  }
  noteConflict(original)
  logger.error({ err: original }, 'A GraphQL operation failed')
  return new GraphQLError('Something went wrong.', {
    ...position,
    extensions: { code: internalCode, statusCode: 500 },
  })
}

/** Of what nobody expected. */
export const internalCode = 'INTERNAL_SERVER_ERROR'

const codes: Record<number, string> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
}

function rootOf(error: GraphQLError): Error | undefined {
  let original: Error | null | undefined = error.originalError
  while (original instanceof GraphQLError) original = original.originalError
  return original ?? undefined
}
