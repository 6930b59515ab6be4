import type { BasePayload } from 'payload'
import { partsOf } from '../../cache/parts'
import type { Addresses } from '../addresses'
import type { DeliveredArticle } from './article'
import { findArticleById, readInternals } from './findArticle'
import { relatedArticles } from './relatedArticles'
import { type ArticleWishes, toArticle, wordsOf } from './toArticle'

/**
 * The article as `/v1` gives it. Its own words and what goes with it are kept apart: another article that is published beside it
 * changes only the second.
 */
export async function deliverArticle(
  payload: BasePayload,
  id: string,
  wishes: ArticleWishes,
  addresses: Addresses,
): Promise<DeliveredArticle | undefined> {
  const { locale, linkMentions, include } = wishes
  const way = `${id} ${locale} ${addresses.base}`
  const parts = partsOf(payload)
  const own = await parts.read(`/v1 article ${way} ${linkMentions} ${[...include].sort()}`, async () => {
    const article = await findArticleById(payload, id, locale)
    if (!article) return undefined
    const internals = await readInternals(payload, id, wordsOf(article, locale))
    return {
      article: toArticle({ article, internals, related: [] }, wishes, addresses),
      symptoms: (article.symptoms ?? []).flatMap((each) => (typeof each === 'object' ? [each.id] : [])),
    }
  })
  if (!own) return undefined
  const { article, symptoms } = own
  if (symptoms.length === 0) return article
  const related = await parts.read(`related ${way} ${symptoms}`, () =>
    relatedArticles(payload, { id, symptoms }, locale, addresses),
  )
  if (related.length === 0) return article
  return { ...article, related, jsonLd: { ...article.jsonLd, relatedLink: related.map(({ href }) => href) } }
}
