import { type CollectionBeforeOperationHook, Forbidden, type SanitizedConfig, type Where } from 'payload'
import { ownLocale } from './ownLocale'
import { canPublish } from './roles'

/**
 * Payload's admin takes a schedule back past the rules of jobs, for whoever may open the admin. It is for those who may publish, and for
 * whoever made it. Refused before anything is looked for to be deleted: what a deletion by a filter refuses row by row is answered as done.
 */
const guardUnscheduled: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { user } = req
  if (operation !== 'delete' || !user || canPublish(user)) return args
  const { id, where } = args as { id?: string; where?: Where }
  const { docs } = await req.payload.find({
    collection: 'payload-jobs',
    where: id === undefined ? (where ?? {}) : { id: { equals: id } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req: ownLocale(req),
  })
  const isOwn = ({ input }: { input?: unknown }) =>
    (input as { user?: { value?: unknown } } | null | undefined)?.user?.value === user.id
  if (!docs.every(isOwn)) throw new Forbidden(req.t)
  return args
}

/** After Payload has read the configuration, as `auditUnschedules`. */
export function guardUnschedules(config: SanitizedConfig): SanitizedConfig {
  config.collections.find(({ slug }) => slug === 'payload-jobs')?.hooks.beforeOperation.push(guardUnscheduled)
  return config
}
