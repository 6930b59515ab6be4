import { ArticleCards } from '../parts/ArticleCards'
import { Title } from '../parts/Title'
import type { PageProps } from './PageProps'

export function ArticlesPage({ route: { locale }, words, copy: { catalog } }: PageProps) {
  return (
    <>
      <Title text={words.allArticles} words={words} />
      {catalog && <ArticleCards locale={locale} words={words} articles={catalog.articles} />}
    </>
  )
}
