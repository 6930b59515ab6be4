import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { BasePayload } from 'payload'
import { writeMethods } from '../database/sqliteTransactions'
import { scope } from './startTracing'

type Call = (args?: { collection?: unknown; slug?: unknown; global?: unknown }) => Promise<unknown>

const methods = [
  'count',
  'countVersions',
  'find',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findOne',
  'findVersions',
  'queryDrafts',
  ...writeMethods,
] as const

/**
 * A span for each thing that is asked of the database while a request is answered: which method and which collection. Not what was asked
 * for or came. What runs by itself, as jobs and followers do each second, has none.
 */
export function traceDatabase({ db }: BasePayload): void {
  const adapter = db as unknown as Record<string, Call | undefined>
  for (const method of methods) {
    const call = adapter[method]?.bind(db)
    if (!call) continue
    // Not async: the write queue marks the context of whoever calls, and that works only before the first await.
    adapter[method] = (args) => {
      if (!trace.getActiveSpan()) return call(args)
      const of = String(args?.collection ?? args?.slug ?? args?.global ?? '')
      const attributes = { 'db.operation.name': method, 'db.system.name': db.name, 'db.collection.name': of }
      const options = { kind: SpanKind.CLIENT, attributes }
      return trace.getTracer(scope).startActiveSpan(`${method} ${of}`.trim(), options, (span) =>
        call(args)
          .catch((error) => {
            span.setStatus({ code: SpanStatusCode.ERROR }) // its message may hold values
            throw error
          })
          .finally(() => span.end()),
      )
    }
  }
}
