import {
  type Access,
  type CollectionBeforeOperationHook,
  NotFound,
  type PayloadHandler,
  type SanitizedConfig,
} from 'payload'
import { refuseLarge } from './refuseLarge'
import { isStaff } from './roles'

const ours = new Set(['articles', 'symptoms', 'remedies', 'clinics', 'media', 'redirects', 'users'])

const ourGlobals = new Set(['organisation'])

/**
 * Payload's own collections and globals (jobs and when they ran, locks, preferences, migrations) are readable by whoever is logged in. An API key is logged in
 * too, and locks name the people who edit: only staff may use them. Their own rules still apply beneath.
 */
export function restrictInternals(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (!collection.versions) withoutVersions(collection)
    if (ours.has(collection.slug)) continue
    collection.hooks.beforeOperation.push(refuseLargeQuestions)
    for (const operation of ['create', 'read', 'update', 'delete', 'readVersions'] as const) {
      const rule = collection.access[operation] as Access | undefined
      collection.access[operation] = (args) => (isStaff(args.req.user) ? (rule ? rule(args) : true) : false)
    }
  }
  for (const global of config.globals) {
    if (!global.versions) withoutVersions(global)
    if (ourGlobals.has(global.slug)) continue
    for (const operation of ['read', 'update', 'readVersions'] as const) {
      const rule = global.access[operation] as Access | undefined
      global.access[operation] = (args) => (isStaff(args.req.user) ? (rule ? rule(args) : true) : false)
    }
  }
  return config
}

/** Payload has routes for versions all the same, and they fail. */
function withoutVersions(entity: SanitizedConfig['collections' | 'globals'][number]): void {
  entity.access.readVersions = () => false
  if (!entity.endpoints) return
  entity.endpoints = entity.endpoints.map((endpoint) =>
    endpoint.method === 'post' && endpoint.path === '/versions/:id' ? { ...endpoint, handler: answerNone } : endpoint,
  )
}

const answerNone: PayloadHandler = (req) => {
  throw new NotFound(req.t)
}

const refuseLargeQuestions: CollectionBeforeOperationHook = ({ args, overrideAccess }) => {
  if (!overrideAccess) refuseLarge(args as Parameters<typeof refuseLarge>[0])
  return args
}
