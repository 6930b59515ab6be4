import createOpenApiClient, { type Client as OpenApiClient } from 'openapi-fetch'
import type { paths } from './schema.js'

export type Client = OpenApiClient<paths>

export interface ClientOptions {
  /** Where the service is, without `/v1`. */
  baseUrl: string
  /** @default the global one */
  fetch?: (request: Request) => Promise<Response>
}

/**
 * Requests as the API's description has them: `client.GET('/v1/articles/{slug}', { params: { path: { slug } } })` gives
 * `{ data, error, response }`. It throws only where there was no answer.
 */
export function createClient({ baseUrl, fetch }: ClientOptions): Client {
  return createOpenApiClient<paths>({ baseUrl, ...(fetch ? { fetch } : {}) })
}
