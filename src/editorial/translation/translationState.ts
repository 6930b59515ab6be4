import type { NotedTranslation } from './noteWords'

/** How far a translation is, by the words of its source. */
export interface TranslationState {
  /** When a word of it last really changed; undefined where it has none. */
  changedAt: string | undefined
  /** When a word of the source last did. */
  sourceChangedAt: string | undefined
  /** Paths that have words in the source and none in the translation. */
  missing: string[]
  /** Paths whose words were written for other words than the source has now: older than their source. */
  stale: string[]
}

/**
 * How far the translation into a locale is: what is missing, and what is older than its source.
 *
 * @param translation the `translation` field of a document, as stored; in a `beforeChange` hook behind `deriveTranslation`, that of `data`
 * @param locale another one than the source's
 */
export function translationState(translation: unknown, locale: string, source = 'en'): TranslationState {
  const noted = (translation ?? {}) as NotedTranslation
  const sourceFields = noted[source]?.fields ?? {}
  const fields = noted[locale]?.fields ?? {}
  return {
    changedAt: noted[locale]?.changedAt,
    sourceChangedAt: noted[source]?.changedAt,
    missing: Object.keys(sourceFields).filter((path) => !fields[path]),
    stale: Object.keys(fields).filter((path) => fields[path]?.source !== sourceFields[path]?.digest),
  }
}

/** The locales whose translation is older than its source somewhere. */
export const staleLocales = (translation: NotedTranslation, source: string): string[] =>
  Object.keys(translation).filter(
    (locale) => locale !== source && translationState(translation, locale, source).stale.length > 0,
  )
