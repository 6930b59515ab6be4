import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { RequestHandler } from 'express'
import { type ApiRoutes, routeOf } from '../http/routeOf'
import { scope } from './startTracing'

/**
 * A span for each request that reaches Express, within the trace that its `traceparent` names. It says which route and how it ended, and
 * nothing of what was asked: no address, no query, no header.
 */
export const traceRequests =
  (api: ApiRoutes): RequestHandler =>
  (req, res, next) => {
    const outer = propagation.extract(ROOT_CONTEXT, req.headers)
    const attributes = { 'http.request.method': req.method, 'saphena.request_id': String(res.locals.requestId) }
    const span = trace.getTracer(scope).startSpan(req.method, { kind: SpanKind.SERVER, attributes }, outer)
    res.once('close', () => {
      const route = routeOf(req, api)
      span.updateName(`${req.method} ${route}`)
      span.setAttributes({ 'http.route': route, 'http.response.status_code': res.statusCode })
      if (res.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    })
    context.with(trace.setSpan(outer, span), next)
  }
