import { useDocument } from '../copy/useDocument'
import { dayIn, langOf } from '../inLanguage'
import { ArticlesAbout } from '../parts/ArticlesAbout'
import { CallLink } from '../parts/CallLink'
import { FellBack } from '../parts/FellBack'
import { Missing } from '../parts/Missing'
import { Terms } from '../parts/Terms'
import { Title } from '../parts/Title'
import type { Locale } from '../words'
import type { PageProps } from './PageProps'

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

export function ClinicPage({ route: { locale, slug = '' }, words, copy: { catalog } }: PageProps) {
  const clinic = useDocument(locale, 'clinics', slug, catalog)
  if (clinic === undefined) return <p>{words.loading}</p>
  if (!clinic) return <Missing locale={locale} words={words} />
  const { address, phone, bookingUrl, website, hours, services, languages, symptoms } = clinic
  const languageNames = new Intl.DisplayNames(locale, { type: 'language' })
  return (
    <>
      <Title text={clinic.name} words={words} lang={langOf(locale, clinic, 'name')} />
      <FellBack words={words} fellBack={clinic.fellBack} />
      <p class="lead">
        {address.street}
        <br />
        {[address.city, [address.region, address.postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')}
      </p>
      <p class="buttons">
        {phone && <CallLink words={words} phone={phone} />}
        {bookingUrl && (
          <a class="button" href={bookingUrl} rel="noopener noreferrer" target="_blank">
            {words.book}
          </a>
        )}
        {website && (
          <a class="button quiet" href={website} rel="noopener noreferrer" target="_blank">
            {words.website}
          </a>
        )}
      </p>
      {hours.weekly.length > 0 && (
        <section aria-labelledby="hours">
          <h2 id="hours">{words.hours}</h2>
          <dl class="hours">
            {days.map((day) => (
              <div key={day}>
                <dt>{nameOf(day, locale)}</dt>
                <dd>{spansOf(hours.weekly.filter((each) => each.day === day)) || words.closed}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {hours.exceptions.length > 0 && (
        <section aria-labelledby="exceptions">
          <h2 id="exceptions">{words.otherHours}</h2>
          <dl class="hours">
            {hours.exceptions.map((exception) => (
              <div key={exception.date}>
                <dt>{dayIn(locale, exception.date)}</dt>
                <dd>
                  {exception.closed ? words.closed : spansOf([exception])}
                  {exception.note && ` (${exception.note})`}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {services.length > 0 && (
        <section aria-labelledby="services">
          <h2 id="services">{words.services}</h2>
          <ul lang={langOf(locale, clinic, 'services')}>
            {services.map((service) => (
              <li key={service}>{service}</li>
            ))}
          </ul>
        </section>
      )}
      {languages.length > 0 && (
        <p>
          {words.languages}: {languages.map((code) => languageNames.of(code) ?? code).join(', ')}
        </p>
      )}
      {symptoms.length > 0 && (
        <section aria-labelledby="helps">
          <h2 id="helps">{words.helpsWith}</h2>
          <Terms locale={locale} type="symptoms" terms={symptoms} />
        </section>
      )}
      <ArticlesAbout locale={locale} words={words} catalog={catalog} type="clinics" slug={slug} />
    </>
  )
}

/** The first of January 2024 was a Monday. */
const nameOf = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + days.indexOf(day)))

const spansOf = (spans: readonly { opens: string | null; closes: string | null }[]): string =>
  spans.map(({ opens, closes }) => `${opens}–${closes}`).join(', ')
