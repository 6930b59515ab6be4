import {
  type CollectionBeforeChangeHook,
  type CollectionBeforeValidateHook,
  type FieldAccess,
  Forbidden,
  ValidationError,
} from 'payload'
import { actorOf } from '../audit/auditEntry'
import { idOf } from './clinicalContent'

type Comment = Record<string, unknown>

/** His own words, and nobody else's. */
export const ownWords: FieldAccess = ({ doc, req }) =>
  Boolean(req.user) && (doc === undefined || doc.by === String(req.user?.id))

/** A reply stands in the thread of what it answers, in the same article and language; there are no replies to replies. */
export const checkReply: CollectionBeforeValidateHook = async ({ data = {}, operation, req }) => {
  const parent = idOf(data.parent)
  if (operation !== 'create' || !parent) return data
  const found = await req.payload.db.findOne<{ id: string } & Comment>({
    collection: 'review-comments',
    where: { id: { equals: parent } },
    req,
  })
  const fits = found && !found.parent && idOf(found.article) === idOf(data.article) && found.locale === data.locale
  if (!fits)
    throw new ValidationError({
      collection: 'review-comments',
      errors: [{ path: 'parent', message: 'There is no such comment on this text.' }],
    })
  return data
}

/** Who said it, who settled it and when: the server's word, whatever a client sends. */
export const signComment: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  if (!req.user) throw new Forbidden(req.t)
  const { id: by, name } = actorOf(req.user)
  const signed: Comment = { ...data }
  if (operation === 'create') Object.assign(signed, { by, byName: name, resolved: false })
  const resolves = operation === 'update' && Boolean(data.resolved) !== Boolean(originalDoc?.resolved)
  if (resolves)
    Object.assign(signed, {
      resolvedByName: data.resolved ? name : '',
      resolvedAt: data.resolved ? new Date().toISOString() : null,
    })
  return signed
}
