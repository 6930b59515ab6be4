import type { Catalog } from '../copy/catalog'
import type { Locale, Words } from '../words'
import { ArticleCards } from './ArticleCards'

interface ArticlesAboutProps {
  locale: Locale
  words: Words
  catalog: Catalog | undefined
  type: 'symptoms' | 'remedies' | 'clinics'
  slug: string
}

/** The articles on this device that link an entry. */
export function ArticlesAbout({ locale, words, catalog, type, slug }: ArticlesAboutProps) {
  const articles = (catalog?.articles ?? []).filter(({ links }) => links[type].includes(slug))
  return (
    <section aria-labelledby="articles">
      <h2 id="articles">{words.articlesAbout}</h2>
      {articles.length > 0 ? (
        <ArticleCards locale={locale} words={words} articles={articles} />
      ) : (
        <p>{words.noArticles}</p>
      )}
    </section>
  )
}
