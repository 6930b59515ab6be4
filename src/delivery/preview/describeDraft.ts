import type { BasePayload } from 'payload'
import { readMentions } from '../../editorial/linkArticle'
import type { PreviewedCollection } from '../../editorial/preview/previewToken'
import type { Draft } from '../../editorial/preview/readDraft'
import type { Addresses } from '../addresses'
import type { DeliveredArticle } from '../articles/article'
import { readySlugs, type ShownArticle } from '../articles/findArticle'
import { relatedArticles } from '../articles/relatedArticles'
import { type ArticleWishes, toArticle } from '../articles/toArticle'
import { toEntry } from '../vocabulary/describeEntry'
import type { DeliveredEntry } from '../vocabulary/entries'
import { populateDraft } from './populateDraft'

/** A draft as readers would get it, if it were published now. */
export type DescribedDraft =
  | { collection: 'articles'; article: DeliveredArticle }
  | { collection: Exclude<PreviewedCollection, 'articles'>; entry: DeliveredEntry }

interface Asked extends Pick<ArticleWishes, 'linkMentions' | 'include'> {
  addresses: Addresses
  /** The address of a picture that nothing published shows yet. */
  pictureUrl: (id: string) => string
}

/** What the endpoints of published documents answer, made by the same code of a draft. */
export async function describeDraft(payload: BasePayload, draft: Draft, asked: Asked): Promise<DescribedDraft> {
  const { collection, locale } = draft
  const { addresses, pictureUrl, linkMentions, include } = asked
  const data = await populateDraft(payload, draft, pictureUrl)
  if (collection !== 'articles') {
    const entry = await toEntry[collection](payload, data as never, { locale, addresses, now: Date.now() })
    return { collection, entry }
  }
  const article = data as unknown as ShownArticle
  const symptoms = (article.symptoms ?? []).flatMap((each) => (typeof each === 'object' ? [each.id] : []))
  const related = await relatedArticles(payload, { id: article.id, symptoms }, locale, addresses)
  const internals = { mentions: readMentions(data.mentions), slugs: readySlugs(draft) }
  return {
    collection,
    article: toArticle({ article, internals, related }, { locale, linkMentions, include }, addresses),
  }
}
