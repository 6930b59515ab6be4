import { defaultLocale } from '../delivery/addresses'
import type { SearchResult } from '../delivery/search/searchIndex'
import { tokenize } from '../delivery/search/words'
import type { Article } from '../payload-types'
import { badArgument } from './badArgument'
import { findAs } from './findBySlug'
import type { Context } from './ownRequest'
import { localeOf } from './websiteReads'

const mostWords = 12
const longestQuery = 200
/** The index holds the vocabulary too: so many results are looked through for articles. */
const mostResults = 1000

/** What the index finds is what strangers may see; the articles are read by the rules for whoever asks. */
export async function searchArticles(
  context: Context,
  query: string,
  limit: number | null,
): Promise<{ article: Article; score: number; snippet: string }[]> {
  const words = tokenize(query).length
  if (words === 0) throw badArgument('query has no letter or digit')
  if (words > mostWords || query.length > longestQuery) throw badArgument(`query may have ${mostWords} words`)
  const locale = localeOf(context.req)
  const results = await bestArticles(context, query, limit ?? 10)
  // An article without the language has its English address.
  const slugsOf = (isEnglish: boolean) =>
    results.filter(({ fellBack }) => fellBack.includes('slug') === isEnglish).map(({ slug }) => slug)
  const found = new Map<string, Article>()
  const own = slugsOf(false)
  if (own.length > 0)
    for (const article of await findAs(context.req, 'articles', { slug: { in: own } }, locale, own.length))
      found.set(article.slug ?? '', article)
  const english = slugsOf(true)
  if (english.length > 0) {
    const docs = await findAs(context.req, 'articles', { slug: { in: english } }, defaultLocale, english.length)
    const ids = docs.map(({ id }) => id)
    if (ids.length > 0)
      for (const article of await findAs(context.req, 'articles', { id: { in: ids } }, locale, ids.length))
        found.set(article.slug ?? '', article)
  }
  return results.flatMap(({ slug, score, snippet }) => {
    const article = found.get(slug)
    return article ? [{ article, score, snippet }] : []
  })
}

async function bestArticles({ req, reads }: Context, query: string, limit: number): Promise<SearchResult[]> {
  for (let asked = limit * 3; ; asked *= 4) {
    const wish = { locale: localeOf(req), limit: Math.min(asked, mostResults), addresses: reads.addresses }
    const results = await reads.search.search(query, wish)
    const articles = results.filter(({ kind }) => kind === 'article')
    if (articles.length >= limit || results.length < asked || asked >= mostResults) return articles.slice(0, limit)
  }
}
