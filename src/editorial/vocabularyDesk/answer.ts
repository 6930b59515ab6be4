import { addDataAndFileToRequest, type CollectionSlug, type PayloadRequest } from 'payload'
import { canPublish, isStaff } from '../../access/roles'
import { localesOf } from '../vocabulary'

/** An answer of the desk: for one person, at one moment. */
export const answer = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

export const refuse = (status: number, message: string): Response => answer({ errors: [{ message }] }, status)

/** The refusal of whoever does not work here; undefined for staff. */
export const refuseStrangers = ({ user }: PayloadRequest): Response | undefined =>
  isStaff(user) ? undefined : refuse(user ? 403 : 401, 'Only the people who work here may use the vocabulary desk.')

/** The refusal of whoever may not decide what readers see; undefined for reviewers and administrators. */
export const refuseEditors = (req: PayloadRequest): Response | undefined =>
  refuseStrangers(req) ??
  (canPublish(req.user) ? undefined : refuse(403, 'Only reviewers and administrators may do this.'))

/** The collections whose entries are words that articles are linked by, and that this desk is for. */
export const deskCollections = ['symptoms', 'remedies'] as const
export type DeskCollection = (typeof deskCollections)[number] & CollectionSlug

export const isDeskCollection = (value: unknown): value is DeskCollection =>
  deskCollections.some((known) => known === value)

export const isLocale = (value: unknown, req: PayloadRequest): value is string =>
  typeof value === 'string' && localesOf(req.payload).includes(value)

/** The JSON object of a request's body; undefined where it is none. */
export async function readJson(req: PayloadRequest): Promise<Record<string, unknown> | undefined> {
  try {
    await addDataAndFileToRequest(req)
  } catch {
    return undefined
  }
  const { data } = req
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? data : undefined
}
