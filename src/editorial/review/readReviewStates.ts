import type { PayloadRequest } from 'payload'
import { type ArticleValues, contentDigest } from './clinicalContent'
import { readEvents } from './readReview'
import { type ReviewState, reviewStateOf } from './reviewState'

/**
 * Where these texts of an article stand in their reviews, language by language: the approval of one is none of another. What readers are
 * about to get is passed in, and not read, since it may be on its way into the database.
 *
 * @param article its id; undefined where it is new, and nobody can have approved it
 */
export async function readReviewStates(
  article: string | undefined,
  texts: readonly { locale: string; values: object }[],
  req: PayloadRequest,
): Promise<Map<string, ReviewState>> {
  const states = new Map<string, ReviewState>()
  for (const { locale, values } of texts)
    states.set(
      locale,
      reviewStateOf(article ? await readEvents(article, locale, req) : [], contentDigest(values as ArticleValues)),
    )
  return states
}
