import type { CollectionBeforeDeleteHook } from 'payload'

const ofArticles = ['reviews', 'review-comments', 'review-checklists', 'review-reminders'] as const

/**
 * What was said in the reviews of an article goes with it; that it was reviewed stays in the audit. Before and not after: SQLite takes what
 * a row points to out of it together with the document.
 */
export const forgetReviews: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const collection of ofArticles)
    await req.payload.db.deleteMany({ collection, where: { article: { equals: id } }, req })
}
