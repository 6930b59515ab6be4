import { useState } from 'preact/hooks'
import { lastComplete } from '../copy/keepCurrent'
import { noteRead, unreadNotices } from '../copy/notices'
import { momentIn } from '../inLanguage'
import { ArticleCards } from '../parts/ArticleCards'
import { NoticeCard } from '../parts/NoticeCard'
import { SearchForm } from '../parts/SearchForm'
import { Terms } from '../parts/Terms'
import { Title } from '../parts/Title'
import { pathTo } from '../route'
import type { PageProps } from './PageProps'

/** So many are shown here; the rest is a link away. */
const most = { articles: 8, symptoms: 10 }

export function HomePage({ route: { locale }, words, copy: { catalog, state } }: PageProps) {
  const [, setRead] = useState(false)
  const unread = catalog ? unreadNotices(catalog) : []
  const complete = lastComplete[locale].read()
  return (
    <>
      <div class="welcome">
        <Title text={words.app} words={words} />
        <p>{words.tagline}</p>
        <SearchForm locale={locale} words={words} />
        <p class="facts">
          {state.is === 'updating' && complete
            ? words.updating
            : complete
              ? words.upToDate(momentIn(locale, complete))
              : words.notYet}
        </p>
      </div>
      {catalog && unread.length > 0 && (
        <section aria-labelledby="notices">
          <h2 id="notices">{words.notices}</h2>
          {unread.map((notice) => (
            <NoticeCard key={notice.id} locale={locale} words={words} notice={notice} />
          ))}
          <button
            type="button"
            onClick={() => {
              noteRead(catalog)
              setRead(true)
            }}
          >
            {words.understood}
          </button>
        </section>
      )}
      {catalog && catalog.symptoms.length > 0 && (
        <section aria-labelledby="symptoms">
          <h2 id="symptoms">{words.commonSymptoms}</h2>
          <Terms locale={locale} type="symptoms" terms={mostWritten(catalog)} />
          <p>
            <a href={pathTo(locale, 'symptoms')}>{words.allSymptoms}</a>
          </p>
        </section>
      )}
      {catalog && catalog.articles.length > 0 && (
        <section aria-labelledby="articles">
          <h2 id="articles">{words.articles}</h2>
          <ArticleCards locale={locale} words={words} articles={catalog.articles.slice(0, most.articles)} />
          <p>
            <a href={pathTo(locale, 'articles')}>{words.allArticles}</a>
          </p>
        </section>
      )}
      {catalog && catalog.notices.length > 0 && (
        <p>
          <a href={pathTo(locale, 'notices')}>{words.allNotices}</a>
        </p>
      )}
    </>
  )
}

/** The symptoms that most articles are about. */
function mostWritten({ symptoms, articles }: NonNullable<PageProps['copy']['catalog']>) {
  const counts = new Map<string, number>()
  for (const { links } of articles) for (const slug of links.symptoms) counts.set(slug, (counts.get(slug) ?? 0) + 1)
  const count = ({ slug }: { slug: string }) => counts.get(slug) ?? 0
  return [...symptoms].sort((a, b) => count(b) - count(a)).slice(0, most.symptoms)
}
