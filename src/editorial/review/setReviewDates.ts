import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { defaultLocaleOf } from '../vocabulary'
import { type ArticleValues, articleIn, contentDigest, mergedArticle } from './clinicalContent'
import { readReviewSettings } from './mayApprove'
import { readPublished } from './publishedReview'
import { readEvents, readNewest, type StoredEvent } from './readReview'
import { addMonths, dayOf } from './reviewDays'
import { standingApproval } from './reviewState'

/**
 * When an approval is published, the article was reviewed on its day and is due again after the organisation's cycle. An editor may have
 * said an earlier day since the last publication; a later one is not kept. The source language counts: the review of a translation
 * is none of what it was made from.
 */
export const setReviewDates: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const locale = defaultLocaleOf(req.payload)
  const only = req.context.publishSpecificLocale as string | undefined
  if (data._status !== 'published' || operation === 'create' || (only && only !== locale)) return data
  const id = String(originalDoc?.id)
  const approval = standingApproval(await readEvents(id, locale, req))
  if (!approval || approval.digest !== contentDigest(await articleToBe(data, originalDoc, locale, req))) return data

  const shown = await readPublished(id, req)
  const reviewedOn = dayOf(approval.at)
  if (shown && sameDay(shown.reviewedOn, reviewedOn)) return data // this approval was published before
  const { cycleMonths } = await readReviewSettings(req)
  const due = addMonths(reviewedOn, cycleMonths)
  const byHand = asTime(data.nextReviewDue)
  const isOlder = shown !== null && byHand === asTime(shown.nextReviewDue)
  const keeps = byHand !== undefined && !isOlder && byHand < Date.parse(due) && byHand > Date.parse(reviewedOn)
  return {
    ...data,
    reviewedOn,
    nextReviewDue: keeps ? data.nextReviewDue : due,
    reviewer: data.reviewer || (await known(approval, req)),
  }
}

async function articleToBe(
  data: ArticleValues,
  before: ArticleValues | undefined,
  locale: string,
  req: PayloadRequest,
): Promise<ArticleValues> {
  const saved = mergedArticle(before ?? {}, data)
  if (req.locale === locale) return saved
  const stored = articleIn((await readNewest(String(before?.id), req)) ?? {}, locale)
  const { hero, references, seekCare } = saved
  const urgency = (seekCare as ArticleValues | undefined)?.urgency
  return { ...stored, hero, references, seekCare: { ...(stored.seekCare as ArticleValues), urgency } }
}

async function known({ by }: StoredEvent, req: PayloadRequest): Promise<string | null> {
  if (!by) return null
  const { totalDocs } = await req.payload.db.count({ collection: 'users', where: { id: { equals: by } }, req })
  return totalDocs > 0 ? by : null
}

const sameDay = (a: unknown, b: string): boolean => {
  const time = asTime(a)
  return time !== undefined && dayOf(new Date(time).toISOString()) === b
}

function asTime(value: unknown): number | undefined {
  const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}
