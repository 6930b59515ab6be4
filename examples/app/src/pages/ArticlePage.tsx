import { heroUrl } from '../copy/catalog'
import type { Article } from '../copy/copy'
import { useDocument } from '../copy/useDocument'
import { dayIn, langOf } from '../inLanguage'
import { Care } from '../parts/Care'
import { FellBack } from '../parts/FellBack'
import { Html } from '../parts/Html'
import { Missing } from '../parts/Missing'
import { Terms } from '../parts/Terms'
import { Title } from '../parts/Title'
import { pathTo } from '../route'
import type { Locale, Words } from '../words'
import type { PageProps } from './PageProps'

export function ArticlePage({ route: { locale, slug = '' }, words, copy: { catalog } }: PageProps) {
  const article = useDocument(locale, 'articles', slug, catalog)
  if (article === undefined) return <p>{words.loading}</p>
  if (!article) return <Missing locale={locale} words={words} />
  return article.recall?.kind === 'recalled' ? (
    <Recalled article={article} locale={locale} words={words} />
  ) : (
    <Text article={article} locale={locale} words={words} />
  )
}

interface Props {
  article: Article
  locale: Locale
  words: Words
}

/** Why an article is no longer there to be read. */
function Recalled({ article, locale, words }: Props) {
  return (
    <>
      <Title text={article.title} words={words} lang={langOf(locale, article, 'title')} />
      <section class="notice care-emergency" aria-labelledby="recalled">
        <h2 id="recalled">
          <span aria-hidden="true">✖</span> {words.recalledLong}
        </h2>
        <p>{article.recall?.reason}</p>
        <p class="facts">{words.since(dayIn(locale, article.recall?.at) ?? '')}</p>
      </section>
      <p>{words.recalledGone}</p>
      <p>
        <a class="button" href={pathTo(locale, 'articles')}>
          {words.allArticles}
        </a>
      </p>
    </>
  )
}

function Text({ article, locale, words }: Props) {
  const { hero, recall, byline, sections, references, symptoms, remedies, clinics, keyPoints, seekCare } = article
  const lang = (field: string) => langOf(locale, article, field)
  const reviewedOn = dayIn(locale, article.reviewedOn)
  const facts = [
    words.minutes(article.readingTimeMinutes),
    ...(byline.author ? [words.writtenBy(byline.author)] : []),
    ...(byline.reviewer || reviewedOn ? [words.reviewed(byline.reviewer, reviewedOn)] : []),
  ]
  return (
    <article>
      <Title text={article.title} words={words} lang={lang('title')} />
      <FellBack words={words} fellBack={article.fellBack} />
      {recall && (
        <section class="notice care-clinician" aria-labelledby="corrected">
          <h2 id="corrected">
            <span aria-hidden="true">✎</span> {words.corrected}
          </h2>
          <p>{recall.reason}</p>
          <p class="facts">{words.since(dayIn(locale, recall.at) ?? '')}</p>
        </section>
      )}
      {article.summary && (
        <p class="lead" lang={lang('summary')}>
          {article.summary}
        </p>
      )}
      <p class="facts">{facts.join(' · ')}</p>
      {hero && (
        <figure>
          <img
            src={heroUrl(hero)}
            alt={hero.alt}
            width={hero.sizes.card?.width ?? hero.width ?? undefined}
            height={hero.sizes.card?.height ?? hero.height ?? undefined}
          />
          {(hero.caption || hero.credit) && (
            <figcaption>{[hero.caption, hero.credit].filter(Boolean).join(' · ')}</figcaption>
          )}
        </figure>
      )}
      {keyPoints.length > 0 && (
        <section class="points" aria-labelledby="key-points">
          <h2 id="key-points">{words.keyPoints}</h2>
          <ul lang={lang('keyPoints')}>
            {keyPoints.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      )}
      <Care urgency={seekCare.urgency} text={seekCare.text} words={words} lang={lang('seekCare.text')} />
      {sections.map(({ anchor, heading, level, html }) => (
        <section key={anchor}>
          {level > 0 && <Heading level={level} text={heading} lang={lang('body')} />}
          <Html html={html} lang={lang('body')} />
        </section>
      ))}
      {symptoms.length + remedies.length + clinics.length > 0 && (
        <section aria-labelledby="linked">
          <h2 id="linked">{words.linked}</h2>
          {symptoms.length > 0 && <Terms locale={locale} type="symptoms" terms={symptoms} />}
          {remedies.length > 0 && <Terms locale={locale} type="remedies" terms={remedies} />}
          {clinics.length > 0 && <Terms locale={locale} type="clinics" terms={clinics} />}
        </section>
      )}
      {references.length > 0 && (
        <section class="references" aria-labelledby="references">
          <h2 id="references">{words.references}</h2>
          <ol>
            {references.map(({ citation, url }) => (
              <li key={citation}>
                {url ? (
                  <a href={url} rel="noopener noreferrer" target="_blank">
                    {citation}
                  </a>
                ) : (
                  citation
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      <p class="facts">
        {[
          words.updatedOn(dayIn(locale, article.modified) ?? ''),
          ...(article.nextReviewDue ? [words.nextReview(dayIn(locale, article.nextReviewDue) ?? '')] : []),
          ...[article.attribution, article.license].filter(Boolean),
        ].join(' · ')}
      </p>
    </article>
  )
}

function Heading({ level, text, lang }: { level: number; text: string; lang: string | undefined }) {
  const Tag = `h${Math.min(6, Math.max(2, level))}` as 'h2'
  return <Tag lang={lang}>{text}</Tag>
}
