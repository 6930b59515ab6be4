import type { AstroGlobal } from 'astro'
import { isLocale, type Locale, words } from './words'

export type Collection = 'articles' | 'symptoms' | 'remedies' | 'clinics'

/** What every page needs: its language, its words, and whom to ask. */
export function openPage({ params, locals }: AstroGlobal) {
  const locale: Locale = isLocale(params.locale) ? params.locale : 'en'
  const { ask, settings } = locals
  return { locale, words: words[locale], ask, settings, addresses: addressesOf(settings.siteUrl) }
}

/** How Saphena writes links to this site's pages. */
export const addressesOf = (siteUrl: string): string => `${siteUrl}/{locale}/{collection}/{slug}`

export const pathOf = (locale: Locale, collection: Collection, slug: string | null | undefined): string =>
  `/${locale}/${collection}/${encodeURIComponent(slug ?? '')}`

/** Where a document is in each language that it is published in. */
export const languagePaths = (
  collection: Collection,
  languages: readonly { locale: string; slug: string }[],
): Partial<Record<Locale, string>> =>
  Object.fromEntries(
    languages.flatMap(({ locale, slug }) => (isLocale(locale) ? [[locale, pathOf(locale, collection, slug)]] : [])),
  )
