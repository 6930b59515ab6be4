import type { Locale } from '../words'

/** A day as people write it; null where there is none. */
export function dateIn(locale: Locale, iso: string | null | undefined): string | null {
  const date = new Date(iso ?? '')
  if (Number.isNaN(date.getTime())) return null
  return new Intl.DateTimeFormat(locale === 'es' ? 'es' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}
