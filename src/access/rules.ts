import type { Access, CollectionConfig, FieldAccess, Where } from 'payload'
import { canPublish, isAdmin, isStaff } from './roles'

/** What readers see: published, and not in the trash. */
export const isPublished: Where = {
  and: [{ _status: { equals: 'published' } } as Where, { deletedAt: { exists: false } }],
}

/** Which rows: everything for staff; for everybody else what is published. */
const publishedOrStaff: Access = ({ req }) => isStaff(req.user) || isPublished

/** Which rows: everything for staff; for everybody else what `published` says (kept in step with the documents that show it). */
export const shownOrStaff: Access = ({ req }) => isStaff(req.user) || { published: { equals: true } }

export const staffOnly: Access = ({ req }) => isStaff(req.user)
export const adminsOnly: Access = ({ req }) => isAdmin(req.user)
export const publishersOnly: Access = ({ req }) => canPublish(req.user)
export const nobody: Access = () => false

/** A field that only people who work on the content see. */
export const staffField: { read: FieldAccess; create: FieldAccess; update: FieldAccess } = {
  read: ({ req }) => isStaff(req.user),
  create: ({ req }) => isStaff(req.user),
  update: ({ req }) => isStaff(req.user),
}

/** A field that the server alone writes. */
export const computedField: { create: FieldAccess; update: FieldAccess } = { create: () => false, update: () => false }

/**
 * Articles, symptoms, remedies and clinics share one policy: staff write drafts, reviewers and administrators decide what readers see.
 * `guardPublication` holds the same line where an access function cannot see whether a save is a draft.
 */
export const clinicalContent: CollectionConfig['access'] = {
  read: publishedOrStaff,
  readVersions: staffOnly,
  create: ({ req, data }) => (data?._status === 'published' ? canPublish(req.user) : isStaff(req.user)),
  update: ({ req, data }) => (data?._status === 'published' ? canPublish(req.user) : isStaff(req.user)),
  // For an editor the trash takes what readers do not see; emptying the trash is for administrators.
  delete: ({ req, data }) => {
    if (!data?.deletedAt) return isAdmin(req.user)
    return canPublish(req.user) || (isStaff(req.user) && { _status: { not_equals: 'published' } })
  },
  unlock: adminsOnly,
}
