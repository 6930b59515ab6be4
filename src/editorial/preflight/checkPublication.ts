import type { PayloadRequest } from 'payload'
import { articleIn } from '../review/clinicalContent'
import { readReviewStates } from '../review/readReviewStates'
import { defaultLocaleOf, localesOf } from '../vocabulary'
import { checkArticle, type Finding } from './checkArticle'
import { type ArticleValues, readForCheck } from './readForCheck'
import { type RowSource, readRow } from './readRow'
import { readRules } from './readRules'

/** An article as it is about to be published, in the language in which it is changed. */
export interface Publication {
  /** Absent where it is new. */
  id?: string
  locale: string
  values: ArticleValues
  /** Where its other languages stand: in its newest draft, in what readers see now, or in an older version; none are published with it. */
  others: RowSource | 'none'
  /** Whether its own language is checked where readers do not get it yet. */
  evenIfHidden: boolean
}

/** What stands between an article and its readers, in every language that they would get. */
export async function checkPublication(publication: Publication, req: PayloadRequest): Promise<Finding[]> {
  const { locale, values, evenIfHidden } = publication
  const others = await textsElsewhere(publication, req)
  const isOwnShown = locale === defaultLocaleOf(req.payload) || values.localeStatus === 'ready'
  const own = isOwnShown || evenIfHidden || others.length === 0 ? [{ locale, values }] : []
  const shown = [...own, ...others]
  const { article, texts } = await readForCheck(shown, req)
  // Starter content and imports by command are nobody's publication, and there may be nobody yet who could approve them.
  const states = req.user ? await readReviewStates(publication.id, shown, req) : undefined
  const reviewed = texts.map((text) => ({ ...text, reviewState: states?.get(text.locale) }))
  return checkArticle(article, reviewed, await readRules(req))
}

/** The other languages that readers would get. What all languages share is as it is about to be. */
async function textsElsewhere(
  { id, locale, values, others }: Publication,
  req: PayloadRequest,
): Promise<{ locale: string; values: ArticleValues }[]> {
  const row = id && others !== 'none' ? await readRow(id, others, req) : undefined
  if (!row) return []
  return localesOf(req.payload)
    .filter((other) => other !== locale)
    .map((other) => ({ locale: other, values: articleIn(row, other) as ArticleValues }))
    .filter(({ locale: other, values }) => other === defaultLocaleOf(req.payload) || values.localeStatus === 'ready')
    .map(({ locale: other, values: { title, summary, body, keyPoints, mentions, localeStatus, seekCare, seo } }) => ({
      locale: other,
      values: {
        ...values,
        title,
        summary,
        body,
        keyPoints,
        mentions,
        localeStatus,
        seo,
        seekCare: { ...values.seekCare, text: seekCare?.text },
      },
    }))
}
