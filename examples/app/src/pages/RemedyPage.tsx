import { capitalized } from '../capitalized'
import { useDocument } from '../copy/useDocument'
import { langOf } from '../inLanguage'
import { AlsoCalled } from '../parts/AlsoCalled'
import { ArticlesAbout } from '../parts/ArticlesAbout'
import { CareBox, lines } from '../parts/Care'
import { FellBack } from '../parts/FellBack'
import { Html } from '../parts/Html'
import { Missing } from '../parts/Missing'
import { Terms } from '../parts/Terms'
import { Title } from '../parts/Title'
import type { PageProps } from './PageProps'

export function RemedyPage({ route: { locale, slug = '' }, words, copy: { catalog } }: PageProps) {
  const remedy = useDocument(locale, 'remedies', slug, catalog)
  if (remedy === undefined) return <p>{words.loading}</p>
  if (!remedy) return <Missing locale={locale} words={words} />
  const lang = (field: string) => langOf(locale, remedy, field)
  return (
    <>
      <Title text={capitalized(remedy.name)} words={words} lang={lang('name')} />
      <FellBack words={words} fellBack={remedy.fellBack} />
      <AlsoCalled words={words} synonyms={remedy.synonyms} lang={lang('synonyms')} />
      {remedy.instructions.html && (
        <section aria-labelledby="how">
          <h2 id="how">{words.howTo}</h2>
          <Html html={remedy.instructions.html} lang={lang('instructions')} />
        </section>
      )}
      {remedy.frequency && (
        <section aria-labelledby="often">
          <h2 id="often">{words.howOften}</h2>
          <p lang={lang('frequency')}>{remedy.frequency}</p>
        </section>
      )}
      {remedy.cautions && (
        <CareBox urgency="urgent" title={words.cautions} id="cautions">
          {lines(remedy.cautions).map((line) => (
            <p key={line} lang={lang('cautions')}>
              {line}
            </p>
          ))}
        </CareBox>
      )}
      {remedy.relieves.length > 0 && (
        <section aria-labelledby="helps">
          <h2 id="helps">{words.helpsWith}</h2>
          <Terms locale={locale} type="symptoms" terms={remedy.relieves} />
        </section>
      )}
      <ArticlesAbout locale={locale} words={words} catalog={catalog} type="remedies" slug={slug} />
    </>
  )
}
