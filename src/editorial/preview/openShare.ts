import type { BasePayload } from 'payload'
import type { DraftShare } from '../../payload-types'
import type { Draft } from './readDraft'
import { isShareToken, shareTokenHash } from './shareToken'

/** What a link shows, and until when. */
export interface OpenedShare {
  draft: Draft
  expiresAt: string
}

/**
 * The draft that a link shows: undefined for one that never was, whose time is over, that was revoked, or whose article is no longer
 * there. Nobody is told which.
 *
 * @param count whether somebody opens it, and not what the page loads
 */
export async function openShare(
  payload: BasePayload,
  token: string,
  { count }: { count: boolean },
): Promise<OpenedShare | undefined> {
  const share = await findShare(payload, token)
  if (!share?.content) return undefined
  if (count)
    await payload.update({
      collection: 'draft-shares',
      id: share.id,
      data: { timesOpened: (share.timesOpened ?? 0) + 1, lastOpenedAt: new Date().toISOString() },
      depth: 0,
      overrideAccess: true,
    })
  return { draft: share.content as unknown as Draft, expiresAt: share.expiresAt }
}

async function findShare(payload: BasePayload, token: string): Promise<DraftShare | undefined> {
  if (!isShareToken(token)) return undefined
  const { docs } = await payload.find({
    collection: 'draft-shares',
    where: {
      and: [
        { tokenHash: { equals: shareTokenHash(token) } },
        { expiresAt: { greater_than: new Date().toISOString() } },
        { revokedAt: { exists: false } },
      ],
    },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const [share] = docs
  if (!share) return undefined
  const { totalDocs } = await payload.count({
    collection: 'articles',
    where: { id: { equals: share.article as string } },
    overrideAccess: true,
  })
  return totalDocs > 0 ? share : undefined
}
