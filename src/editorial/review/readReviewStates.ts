import type { PayloadRequest } from 'payload'
import { type ArticleValues, contentDigest } from './clinicalContent'
import { readEvents } from './readReview'
import { type ReviewState, reviewStateOf } from './reviewState'

/**
 * Where these texts of an article stand in their reviews, language by language: the approval of one is none of another. What readers are
 * about to get is passed in, and not read, since it may be on its way into the database.
 */
export async function readReviewStates(
  article: string,
  texts: readonly { locale: string; values: ArticleValues }[],
  req: PayloadRequest,
): Promise<Map<string, ReviewState>> {
  const states = new Map<string, ReviewState>()
  for (const { locale, values } of texts)
    states.set(locale, reviewStateOf(await readEvents(article, locale, req), contentDigest(values)))
  return states
}
