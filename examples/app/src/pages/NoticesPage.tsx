import { NoticeCard } from '../parts/NoticeCard'
import { Title } from '../parts/Title'
import type { PageProps } from './PageProps'

export function NoticesPage({ route: { locale }, words, copy: { catalog } }: PageProps) {
  return (
    <>
      <Title text={words.notices} words={words} />
      {catalog?.notices.length === 0 && <p>{words.noNotices}</p>}
      <section class="notices" aria-label={words.notices}>
        {catalog?.notices.map((notice) => (
          <NoticeCard key={notice.id} locale={locale} words={words} notice={notice} />
        ))}
      </section>
    </>
  )
}
