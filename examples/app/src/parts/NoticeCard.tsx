import type { Notice } from '../copy/catalog'
import { dayIn, langOf } from '../inLanguage'
import { pathTo } from '../route'
import type { Locale, Words } from '../words'

/** That an article was corrected or recalled, why and since when. */
export function NoticeCard({ locale, words, notice }: { locale: Locale; words: Words; notice: Notice }) {
  const { slug, title, recall } = notice
  const isRecalled = recall.kind === 'recalled'
  return (
    <article class={`notice care-${isRecalled ? 'emergency' : 'clinician'}`}>
      <h3>
        <span aria-hidden="true">{isRecalled ? '✖' : '✎'}</span> {isRecalled ? words.recalled : words.corrected}:{' '}
        <a href={pathTo(locale, 'articles', slug)} lang={langOf(locale, notice, 'title')}>
          {title}
        </a>
      </h3>
      <p>{recall.reason}</p>
      <p class="facts">{words.since(dayIn(locale, recall.at) ?? '')}</p>
    </article>
  )
}
