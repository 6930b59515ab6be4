import type { Locale } from './words'

/** A day as people write it; null where there is none. */
export function dayIn(locale: Locale, iso: string | null | undefined): string | null {
  const date = new Date(iso ?? '')
  if (Number.isNaN(date.getTime())) return null
  return new Intl.DateTimeFormat(locale === 'es' ? 'es' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}

/** A moment as the clock of this device has it. */
export const momentIn = (locale: Locale, iso: string): string =>
  new Intl.DateTimeFormat(locale === 'es' ? 'es' : 'en-US', { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  )

/** English words on a Spanish page are named as such, so that they are read out right. */
export const langOf = (locale: Locale, { fellBack }: { fellBack: readonly string[] }, field: string) =>
  locale !== 'en' && fellBack.includes(field) ? 'en' : undefined
