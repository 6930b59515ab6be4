import { capitalized } from '../capitalized'
import { useDocument } from '../copy/useDocument'
import { langOf } from '../inLanguage'
import { AlsoCalled } from '../parts/AlsoCalled'
import { ArticlesAbout } from '../parts/ArticlesAbout'
import { Care, CareBox, lines } from '../parts/Care'
import { FellBack } from '../parts/FellBack'
import { Missing } from '../parts/Missing'
import { Terms } from '../parts/Terms'
import { Title } from '../parts/Title'
import type { PageProps } from './PageProps'

export function SymptomPage({ route: { locale, slug = '' }, words, copy: { catalog } }: PageProps) {
  const symptom = useDocument(locale, 'symptoms', slug, catalog)
  if (symptom === undefined) return <p>{words.loading}</p>
  if (!symptom) return <Missing locale={locale} words={words} />
  const lang = (field: string) => langOf(locale, symptom, field)
  return (
    <>
      <Title text={capitalized(symptom.name)} words={words} lang={lang('name')} />
      <FellBack words={words} fellBack={symptom.fellBack} />
      <AlsoCalled words={words} synonyms={symptom.synonyms} lang={lang('synonyms')} />
      {lines(symptom.description).map((line) => (
        <p key={line} class="lead" lang={lang('description')}>
          {line}
        </p>
      ))}
      <Care urgency={symptom.urgency} words={words} />
      {symptom.redFlags.length > 0 && (
        <CareBox urgency="emergency" title={words.redFlags} id="red-flags">
          <ul lang={lang('redFlags')}>
            {symptom.redFlags.map((flag) => (
              <li key={flag}>{flag}</li>
            ))}
          </ul>
        </CareBox>
      )}
      {symptom.relievedBy.length > 0 && (
        <section aria-labelledby="relief">
          <h2 id="relief">{words.relief}</h2>
          <Terms locale={locale} type="remedies" terms={symptom.relievedBy} />
        </section>
      )}
      <ArticlesAbout locale={locale} words={words} catalog={catalog} type="symptoms" slug={slug} />
    </>
  )
}
