import type { PayloadHandler } from 'payload'
import { isStaff } from '../../access/roles'
import { answerProblem } from '../answerProblem'

/** `POST /api/draft-shares/{id}/revoke`, for staff: from now on the link answers as one that never was, and its words are gone. */
export const revokeShare: PayloadHandler = async (req) => {
  const { payload, routeParams, user } = req
  if (!user || !isStaff(user)) return answerProblem(user ? 403 : 401, 'Only editors may revoke links.')
  const { docs } = await payload.update({
    collection: 'draft-shares',
    where: { and: [{ id: { equals: String(routeParams?.id) } }, { revokedAt: { exists: false } }] },
    data: { revokedAt: new Date().toISOString(), revokedBy: user.id, content: null, emptied: true },
    depth: 0,
    overrideAccess: true,
    req,
  })
  const [share] = docs
  if (!share) return answerProblem(404, 'There is no such link, or it was revoked before.')
  return Response.json({ id: share.id, revokedAt: share.revokedAt }, { headers: { 'cache-control': 'no-store' } })
}
