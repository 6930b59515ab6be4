import type { PayloadRequest } from 'payload'
import { ownLocale } from '../../access/ownLocale'
import { readReviewStates } from '../review/readReviewStates'
import { defaultLocaleOf, localesOf } from '../vocabulary'
import { checkArticle, type Finding } from './checkArticle'
import { type ArticleValues, readForCheck } from './readForCheck'
import { readRules } from './readRules'

/** An article as it is about to be published, in the language in which it is changed. */
export interface Publication {
  /** Absent where it is new. */
  id?: string
  locale: string
  values: ArticleValues
  /** Where its other languages stand: in its newest draft, in what readers see now, or in an older version; none are published with it. */
  others: 'draft' | 'shown' | 'none' | { version: string }
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
  publication: Publication,
  req: PayloadRequest,
): Promise<{ locale: string; values: ArticleValues }[]> {
  const { id, locale, values, others } = publication
  const texts: { locale: string; values: ArticleValues }[] = []
  if (!id || others === 'none') return texts
  for (const other of localesOf(req.payload)) {
    if (other === locale) continue
    const stored = await readStored(id, other, others, req)
    if (!stored || (other !== defaultLocaleOf(req.payload) && stored.localeStatus !== 'ready')) continue
    const { title, summary, body, keyPoints, mentions, localeStatus, seo } = stored
    const seekCare = { ...values.seekCare, text: stored.seekCare?.text }
    texts.push({
      locale: other,
      values: { ...values, title, summary, body, keyPoints, mentions, localeStatus, seekCare, seo },
    })
  }
  return texts
}

/** An article in one language, without another language's words in their place. */
export async function readStored(
  id: string,
  locale: string,
  from: Exclude<Publication['others'], 'none'>,
  req: PayloadRequest,
): Promise<ArticleValues | undefined> {
  const how = {
    collection: 'articles',
    locale: locale as 'en' | 'es',
    fallbackLocale: false,
    depth: 0,
    disableErrors: true,
    showHiddenFields: true,
    overrideAccess: true,
    req: ownLocale(req),
  } as const
  if (typeof from === 'object') return (await req.payload.findVersionByID({ ...how, id: from.version }))?.version
  return (await req.payload.findByID({ ...how, id, draft: from === 'draft', trash: true })) ?? undefined
}
