import type { Request } from 'express'
import type { BasePayload } from 'payload'

/** What Payload serves below `/api`, which Express does not know. */
export interface ApiRoutes {
  collections: ReadonlySet<string>
  /** Whole paths. */
  endpoints: ReadonlySet<string>
}

export const apiRoutesOf = ({ collections, config }: BasePayload): ApiRoutes => ({
  collections: new Set(Object.keys(collections)),
  endpoints: new Set((config.endpoints ?? []).flatMap(({ path }) => (path.includes(':') ? [] : `/api${path}`))),
})

/** What stands for all that is asked for and not there. */
const none = 'none'

/**
 * The address of a request as metrics and traces may name it: a template out of a bounded number, which holds no id, no slug and no
 * query. To be asked for once the request was answered.
 */
export function routeOf(
  { baseUrl, route, originalUrl }: Pick<Request, 'baseUrl' | 'originalUrl'> & { route?: { path?: unknown } },
  api: ApiRoutes,
): string {
  const path = (originalUrl.split('?', 1)[0] ?? '').toLowerCase()
  const [, first = '', second = '', third, ...more] = path.split('/')
  if (first === 'admin' || first === '_next') return `/${first}/*`
  if (first === 'api' && second === 'graphql' && third === undefined) return '/api/graphql'
  if (api.endpoints.has(path)) return path
  if (first === 'api') return below(second, third, more, api.collections)
  const template = typeof route?.path === 'string' ? baseUrl.toLowerCase() + route.path : none
  // What a mount caught that is no template of ours.
  return template.includes('{*') ? none : template
}

/** Payload's own roads. */
function below(second: string, third: string | undefined, more: string[], collections: ReadonlySet<string>): string {
  if (second === 'globals') return '/api/globals/*'
  if (!collections.has(second)) return '/api/*'
  if (!third) return `/api/${second}`
  return more.length > 0 || operations.has(third) ? `/api/${second}/*` : `/api/${second}/:id`
}

/** What stands where an id would stand. */
const operations = new Set(['count', 'versions', 'file', 'login', 'logout', 'me', 'refresh-token', 'forgot-password'])
