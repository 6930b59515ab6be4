import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { writeMethods } from './sqliteTransactions'

const readMethods = [
  'count',
  'countGlobalVersions',
  'countVersions',
  'find',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findOne',
  'findVersions',
  'queryDrafts',
] as const

interface QueryError extends Error {
  query: string
  params: unknown[]
}

/** Takes the values out of drizzle's errors: it quotes e-mail addresses, password hashes and texts in the message, which is logged. */
export function hideParameters(adapter: SQLiteAdapter): void {
  for (const method of [...readMethods, ...writeMethods]) {
    const call = adapter[method].bind(adapter) as (args: unknown) => Promise<unknown>
    const quiet = async (args: unknown) => {
      try {
        return await call(args)
      } catch (error) {
        if (isQueryError(error)) hide(error)
        throw error
      }
    }
    Object.assign(adapter, { [method]: quiet })
  }
}

function isQueryError(error: unknown): error is QueryError {
  return error instanceof Error && 'query' in error && 'params' in error
}

function hide(error: QueryError): void {
  const reason = error.cause instanceof Error ? error.cause.message : 'no reason given'
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  error.message = `${reason}, in: ${error.query}`
  error.stack = [`${error.name}: ${error.message}`, ...frames].join('\n')
  error.params = []
}
