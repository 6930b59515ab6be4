import { type CollectionBeforeOperationHook, type CollectionSlug, Forbidden, type Where } from 'payload'
import { ownLocale } from './ownLocale'
import { canPublish, isStaff } from './roles'

/**
 * Refuses a write that would change what readers see from somebody who may not publish. In Payload every write that is not
 * a draft save reaches the published document, whatever `_status` it carries, and only the operation's arguments tell the
 * two apart; so the line is held here, for REST, GraphQL, bulk edits, schedules, trash and version restores alike.
 */
export const guardPublication: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess) return args
  if (canPublish(req.user)) return whole(args)
  const { draft, data, id, where } = args as {
    draft?: boolean
    data?: { _status?: unknown }
    id?: string
    where?: Where
  }
  const changes = operation === 'create' || operation === 'update' || operation === 'restoreVersion'
  // Before anything is looked for: what a stranger may not see is answered as what is not there, and his filter is not run.
  if (changes && !isStaff(req.user)) throw new Forbidden(req.t)
  // Whatever is no draft, in whatever form it comes.
  if (changes && ![undefined, null, 'draft'].includes(data?._status as never)) throw new Forbidden(req.t)
  if (operation === 'restoreVersion' && !draft) throw new Forbidden(req.t)
  if (operation === 'update' && !draft) {
    const aimedAt: Where = id === undefined ? (where ?? {}) : { id: { equals: id } }
    const { totalDocs } = await req.payload.count({
      collection: collection.slug as CollectionSlug,
      where: { and: [aimedAt, { _status: { equals: 'published' } }] },
      trash: true,
      overrideAccess: true,
      req: ownLocale(req),
    })
    if (totalDocs > 0) throw new Forbidden(req.t)
  }
  return args
}

/** To withdraw a document in all languages Payload looks at what was sent alone; what is published with it is looked at as a whole. */
function whole<Args>(args: Args): Args {
  const { data } = args as { data?: { _status?: unknown } }
  return data?._status === 'published' ? { ...args, unpublishAllLocales: undefined } : args
}
