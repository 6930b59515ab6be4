import type { PayloadRequest } from 'payload'
import { canPublish } from '../../access/roles'
import { idOf } from './clinicalContent'
import type { ArticleReview } from './readReview'
import { readWriting, writersSince } from './writing'

/** Why somebody may not approve. */
export type Refusal =
  | 'role' // editors submit, reviewers and administrators approve
  | 'own' // he is its author, or wrote what is not approved yet

/**
 * Whether this person may approve the article as it stands; undefined where he may. Nobody approves his own text, administrators
 * included, unless the organisation has one clinician alone and says so in its settings.
 */
export function refusalToApprove(
  user: PayloadRequest['user'],
  { article, approval }: Pick<ArticleReview, 'article' | 'approval'>,
  locale: string,
  allowOwnApproval: boolean,
): Refusal | undefined {
  if (!user || !canPublish(user)) return 'role'
  if (allowOwnApproval) return undefined
  const id = String(user.id)
  const wrote = idOf(article.author) === id || writersSince(readWriting(article.writing), locale, approval?.at).has(id)
  return wrote ? 'own' : undefined
}

export const allowsOwnApproval = async (req: PayloadRequest): Promise<boolean> =>
  (await readReviewSettings(req)).allowOwnApproval

export interface ReviewSettings {
  allowOwnApproval: boolean
  cycleMonths: number
  remindDaysBefore: number
}

export async function readReviewSettings(req: PayloadRequest): Promise<ReviewSettings> {
  const { review } = (await req.payload.findGlobal({
    slug: 'organisation',
    depth: 0,
    overrideAccess: true,
    req,
  })) as { review?: Partial<ReviewSettings> }
  return {
    allowOwnApproval: review?.allowOwnApproval ?? false,
    cycleMonths: review?.cycleMonths ?? 12,
    remindDaysBefore: review?.remindDaysBefore ?? 30,
  }
}
