import type { ListedArticle } from '../copy/catalog'
import { heroUrl } from '../copy/catalog'
import { langOf } from '../inLanguage'
import { pathTo } from '../route'
import type { Locale, Words } from '../words'

export function ArticleCards({
  locale,
  words,
  articles,
}: {
  locale: Locale
  words: Words
  articles: readonly ListedArticle[]
}) {
  return (
    <ul class="cards">
      {articles.map((article) => (
        <li key={article.id}>
          <a href={pathTo(locale, 'articles', article.slug)}>
            {article.hero && <img src={heroUrl(article.hero)} alt="" loading="lazy" width="96" height="72" />}
            <span>
              <strong lang={langOf(locale, article, 'title')}>{article.title}</strong>
              {article.summary && (
                <span class="summary" lang={langOf(locale, article, 'summary')}>
                  {article.summary}
                </span>
              )}
              <span class="facts">
                {article.urgency && (
                  <span class={`mark care-${article.urgency}`}>
                    <span aria-hidden="true">{words.urgency[article.urgency].mark}</span>{' '}
                    {words.urgency[article.urgency].label}
                  </span>
                )}
                {article.recall && <span class="mark care-clinician">{words.corrected}</span>}
                <span>{words.minutes(article.readingTimeMinutes)}</span>
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
