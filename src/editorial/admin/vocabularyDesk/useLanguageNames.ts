import { useConfig } from '@payloadcms/ui'

/** The languages of the content by their codes, as people call them. */
export function useLanguageNames(): Record<string, string> {
  const { config } = useConfig()
  const { localization } = config
  if (!localization) return {}
  return Object.fromEntries(
    localization.locales.map(({ code, label }) => [code, typeof label === 'string' ? label : code]),
  )
}
