/**
 * What a text says of its own language: `en-US` is English.
 *
 * @throws Error, with a message for people, where articles are not written in it
 */
export function localeIn(tag: string | undefined): 'en' | 'es' | undefined {
  if (!tag) return undefined
  const language = tag.toLowerCase().split(/[-_]/)[0]
  if (language === 'en' || language === 'es') return language
  throw new Error(`its language is ${tag}, and articles are in en or es`)
}
