import { Forbidden, type PayloadRequest, type SanitizedConfig } from 'payload'
import { isStaff } from './roles'

/**
 * Keeps for staff the question what one may do with one document. Payload reads that document past the rules, so that the answer would tell
 * a draft, something in the trash or a person from an id that is none.
 */
export function refusePermissions(req: PayloadRequest): void {
  if (!isStaff(req.user)) throw new Forbidden(req.t)
}

/** Has REST's `POST /api/{collection}/access/{id}` answered to staff alone. */
export function guardPermissions(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (!collection.endpoints) continue
    // Payload has one object for all collections.
    collection.endpoints = collection.endpoints.map((endpoint) =>
      endpoint.method === 'post' && endpoint.path === '/access/:id?'
        ? {
            ...endpoint,
            handler: (req) => {
              if (req.routeParams?.id !== undefined) refusePermissions(req)
              return endpoint.handler(req)
            },
          }
        : endpoint,
    )
  }
  return config
}
