import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { BasePayload } from 'payload'
import { isAway } from '../database/health'
import { unavailableTitle } from '../http/problem'
import { internalCode } from './toGraphqlError'

/** An operation of which nothing could be answered because the database is away is answered 503; a part of an answer is given as it is. */
export const sayUnavailable = (payload: BasePayload): Plugin => ({
  onResultProcess: async ({ result, setResult }) => {
    if (Array.isArray(result) || !('errors' in result) || hasData(result.data)) return
    if (!result.errors?.some(({ extensions }) => extensions?.code === internalCode)) return
    if (await isAway(payload)) setResult({ errors: [unavailable()] })
  },
})

const hasData = (data: unknown): boolean => Object.values(data ?? {}).some((value) => value !== null)

/** Whoever asked is right to ask again later. */
export const unavailable = (): GraphQLError =>
  new GraphQLError(unavailableTitle, {
    extensions: {
      code: 'UNAVAILABLE',
      statusCode: 503,
      http: { status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } },
    },
  })
